/*
 * What calls from C into Java need of the system: the stack that is left, and more C functions for Java code than were
 * compiled. Only ffi_glue.h includes this.
 *
 * The functions of the system are declared here under names of our own. Their headers have many names, and the author's C
 * may have the same.
 */
#ifndef FFI_CALLBACKS_H
#define FFI_CALLBACKS_H

#define FFI_STRING(text) #text
#define FFI_EXPANDED(text) FFI_STRING(text)
#define FFI_SYMBOL(name) __asm__(FFI_EXPANDED(__USER_LABEL_PREFIX__) name)

/* How many C functions are compiled for each type of function pointer; FFI_REPEAT makes as many. */
#define FFI_STUBS 64

/* A C function that runs Java code. Java reads and writes it, so its layout is fixed. */
typedef struct ffi_slot {
    jint number; /* by which Java finds the code */
    jint lost; /* 1 if C called, and too little stack was left to tell Java; Java clears it */
} ffi_slot;

/*
 * All that the C functions of one type refer to: they find it at a fixed distance from themselves, so a copy of their pages
 * uses a copy of the table at the same distance.
 */
typedef struct ffi_table {
    void (*run)(void);
    ffi_slot slots[FFI_STUBS];
} ffi_table;

/* What Java knows of a type's C functions. */
typedef struct ffi_stubs {
    const void *const *functions;
    ffi_table *table;
    jint count;
} ffi_stubs;

/* They must refer to nothing but their table, whatever is asked of the compiler for the rest. */
#define FFI_STUB static __attribute__((no_instrument_function, no_sanitize("address", "undefined")))

static inline uintptr_t ffi_rounded(uintptr_t value, uintptr_t page) {
    return (value + page - 1) & ~(page - 1);
}

#ifdef _WIN32
static inline uintptr_t ffi_page_size(void) {
    return 4096;
}
#else
extern int ffi_getpagesize(void) FFI_SYMBOL("getpagesize");

static inline uintptr_t ffi_page_size(void) {
    return (uintptr_t)ffi_getpagesize();
}
#endif

/*
 * The stack of a thread. An exception of Java's for lack of stack, thrown where the JVM is entered, would end the process
 * (java.lang.foreign) or be lost (JNI). So Java code runs only if there is room for it, and for what its exceptions cause.
 */
typedef struct ffi_stack {
    uintptr_t low;
    uintptr_t high;
    uintptr_t little; /* below, Java cannot be called at all */
    uintptr_t enough; /* below, Java is only told that C called */
    uintptr_t roomy; /* the bytes above `enough`; 0 if the stack is not known yet */
} ffi_stack;

static __thread ffi_stack ffi_own_stack;

enum ffi_room { FFI_ROOM, FFI_LITTLE_ROOM, FFI_NO_ROOM };

#if defined(_WIN32)
/* The thread's own block of the system, at the offsets that all versions have. */
static inline void ffi_find_stack(ffi_stack *stack) {
#if defined(__x86_64__)
    __asm__("movq %%gs:0x1478, %0" : "=r"(stack->low));
    __asm__("movq %%gs:0x08, %0" : "=r"(stack->high));
#elif defined(__aarch64__)
    __asm__("ldr %0, [x18, #0x1478]" : "=r"(stack->low));
    __asm__("ldr %0, [x18, #0x08]" : "=r"(stack->high));
#else
    __asm__("movl %%fs:0xe0c, %0" : "=r"(stack->low));
    __asm__("movl %%fs:0x04, %0" : "=r"(stack->high));
#endif
}
#elif defined(__APPLE__)
extern void *ffi_stack_address(pthread_t) FFI_SYMBOL("pthread_get_stackaddr_np");
extern size_t ffi_stack_size(pthread_t) FFI_SYMBOL("pthread_get_stacksize_np");

static inline void ffi_find_stack(ffi_stack *stack) {
    pthread_t self = pthread_self();
    stack->high = (uintptr_t)ffi_stack_address(self);
    stack->low = stack->high - ffi_stack_size(self);
}
#else
#ifdef __FreeBSD__
extern int ffi_thread_attributes(pthread_t, pthread_attr_t *) FFI_SYMBOL("pthread_attr_get_np");
#else
extern int ffi_thread_attributes(pthread_t, pthread_attr_t *) FFI_SYMBOL("pthread_getattr_np");
#endif

static inline void ffi_find_stack(ffi_stack *stack) {
    pthread_attr_t attributes;
    void *low = 0;
    size_t size = 0;
    pthread_attr_init(&attributes);
    if (ffi_thread_attributes(pthread_self(), &attributes) == 0) {
        pthread_attr_getstack(&attributes, &low, &size);
    }
    pthread_attr_destroy(&attributes);
    stack->low = (uintptr_t)low;
    stack->high = (uintptr_t)low + size;
}
#endif

/* What HotSpot keeps for itself at the end of a stack: its reserved, yellow and red zone, and the shadow of each Java frame. */
#define FFI_JVM_STACK(page) \
    (2 * ffi_rounded(4096, page) + ffi_rounded(2 * 4096, page) + ffi_rounded(20 * 4096, page))

/* Enough for a handler that prints; on a small stack, an eighth of it. */
#define FFI_JAVA_STACK (96 * 1024)

static __attribute__((noinline)) enum ffi_room ffi_measured_room(uintptr_t here) {
    ffi_stack *stack = &ffi_own_stack;
    if (!stack->roomy) {
        ffi_find_stack(stack);
        uintptr_t java = (stack->high - stack->low) / 8;
        java = java < FFI_JAVA_STACK ? java : FFI_JAVA_STACK;
        stack->little = stack->low + FFI_JVM_STACK(ffi_page_size()) + java / 2;
        stack->enough = stack->little + java / 2;
        stack->roomy = stack->high > stack->enough ? stack->high - stack->enough : 0;
    }
    /* C may run on a stack that it made itself, of which nothing is known. */
    if (here < stack->low || here >= stack->high || here >= stack->enough) {
        return FFI_ROOM;
    }
    return here >= stack->little ? FFI_LITTLE_ROOM : FFI_NO_ROOM;
}

static inline enum ffi_room ffi_room_left(void) {
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    ffi_stack *stack = &ffi_own_stack;
    return here - stack->enough < stack->roomy ? FFI_ROOM : ffi_measured_room(here);
}

/* Setting up java.lang.foreign loads hundreds of classes, some of which would be broken for good by an exception. */
#define FFI_LINK_STACK (512 * 1024)

static inline int ffi_much_room(void) {
    ffi_stack *stack = &ffi_own_stack;
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    uintptr_t wanted = (stack->high - stack->low) / 2;
    wanted = wanted < FFI_LINK_STACK ? wanted : FFI_LINK_STACK;
    return here - stack->low >= wanted;
}

/*
 * More C functions: the pages of those that were compiled are mapped once more, as code, from the library's own file, and a
 * new table at the distance at which they look for it. No memory is ever writable and executable.
 */
typedef struct ffi_region {
    uintptr_t low;
    uintptr_t high;
} ffi_region;

/* C says nothing of a function's size. No stub comes near this: it moves no struct. */
#define FFI_STUB_BYTES 512

static inline ffi_region ffi_code_of(const ffi_stubs *stubs) {
    ffi_region code = { UINTPTR_MAX, 0 };
    for (int i = 0; i < FFI_STUBS; i++) {
        uintptr_t function = (uintptr_t)stubs->functions[i];
        code.low = function < code.low ? function : code.low;
        code.high = function + FFI_STUB_BYTES > code.high ? function + FFI_STUB_BYTES : code.high;
    }
    return code;
}

/* The last function's first byte: up to there the code is surely the library's. */
static inline uintptr_t ffi_last_of(ffi_region code) {
    return code.high - FFI_STUB_BYTES;
}

#if defined(_WIN32) && __SIZEOF_POINTER__ == 8
/* The library's file is mapped once more as a program's image: its code can be run, its data is a copy of its own. */
typedef struct ffi_memory_facts {
    void *base;
    void *allocation;
    uint32_t allocated_protection;
    uint32_t partition;
    size_t size;
    uint32_t state;
    uint32_t protection;
    uint32_t type;
    uint32_t unused;
} ffi_memory_facts;
extern int ffi_module_of(uint32_t, const void *, void **) FFI_SYMBOL("GetModuleHandleExW");
extern uint32_t ffi_module_path(void *, uint16_t *, uint32_t) FFI_SYMBOL("GetModuleFileNameW");
extern void *ffi_open(const uint16_t *, uint32_t, uint32_t, void *, uint32_t, uint32_t, void *) FFI_SYMBOL("CreateFileW");
extern void *ffi_section(void *, void *, uint32_t, uint32_t, uint32_t, const uint16_t *) FFI_SYMBOL("CreateFileMappingW");
extern void *ffi_view(void *, uint32_t, uint32_t, uint32_t, size_t) FFI_SYMBOL("MapViewOfFile");
extern int ffi_unview(const void *) FFI_SYMBOL("UnmapViewOfFile");
extern int ffi_close(void *) FFI_SYMBOL("CloseHandle");
extern size_t ffi_memory(const void *, ffi_memory_facts *, size_t) FFI_SYMBOL("VirtualQuery");

static inline int ffi_protected(uintptr_t address, uint32_t wanted) {
    ffi_memory_facts facts;
    return ffi_memory((const void *)address, &facts, sizeof facts) && (facts.protection & wanted);
}

static intptr_t ffi_copied(ffi_region code, ffi_table *table) {
    uint16_t path[32768];
    void *module;
    uint32_t length = ffi_module_of(4 | 2, (const void *)code.low, &module) /* of an address, without counting */
        ? ffi_module_path(module, path, 32768)
        : 0;
    void *file = length && length < 32768
        ? ffi_open(path, 0x80000000u | 0x20000000u, 1 | 4, 0, 3, 0, 0) /* read and execute, shared, existing */
        : (void *)-1;
    if (file == (void *)-1) {
        return 0;
    }
    void *section = ffi_section(file, 0, 0x02 | 0x1000000, 0, 0, 0); /* PAGE_READONLY, SEC_IMAGE */
    void *view = section ? ffi_view(section, 4 | 0x20, 0, 0, 0) : 0; /* read, execute */
    if (section) {
        ffi_close(section);
    }
    ffi_close(file);
    if (!view) {
        return 0;
    }
    intptr_t distance = (intptr_t)view - (intptr_t)module;
    if (!ffi_protected(code.low + distance, 0x10 | 0x20 | 0x40 | 0x80) /* any that executes */
        || !ffi_protected((uintptr_t)table + distance, 0x04 | 0x08 | 0x40 | 0x80) /* any that writes */) {
        ffi_unview(view);
        return 0;
    }
    return distance;
}

static inline void ffi_uncopy(ffi_region code, ffi_table *table, intptr_t distance) {
    void *module;
    if (ffi_module_of(4 | 2, (const void *)code.low, &module)) {
        ffi_unview((const char *)module + distance);
    }
}
#elif !defined(_WIN32)
extern void *ffi_map(void *, size_t, int, int, int, off_t) FFI_SYMBOL("mmap");
extern int ffi_unmap(void *, size_t) FFI_SYMBOL("munmap");
#define FFI_READ 1
#define FFI_WRITE 2
#define FFI_EXECUTE 4
#define FFI_PRIVATE 0x02
#define FFI_FIXED 0x10
#ifdef __linux__
#define FFI_ANONYMOUS 0x20
#else
#define FFI_ANONYMOUS 0x1000
#endif
#define FFI_MAPPED(address) ((uintptr_t)(address) != UINTPTR_MAX)

#ifdef __APPLE__
extern unsigned ffi_task FFI_SYMBOL("mach_task_self_");
extern int ffi_remap(unsigned, uintptr_t *, uintptr_t, uintptr_t, int, unsigned, uintptr_t, int, int *, int *, unsigned)
    FFI_SYMBOL("vm_remap");

static inline int ffi_copy_code(ffi_region code, ffi_region pages, intptr_t distance) {
    int current;
    int most;
    uintptr_t target = pages.low + distance;
    /* At this place, whatever is there; as it is; inherited as it is. */
    return ffi_remap(ffi_task, &target, pages.high - pages.low, 0, 0x4000, ffi_task, pages.low, 0, &current, &most, 1) == 0
        && target == pages.low + distance && (current & FFI_EXECUTE);
}
#else
extern int ffi_open(const char *, int, ...) FFI_SYMBOL("open");
extern int ffi_close(int) FFI_SYMBOL("close");
extern off_t ffi_seek(int, off_t, int) FFI_SYMBOL("lseek");

/* A part of a library as it is loaded, and a library: as ELF and its loader have them. */
typedef struct ffi_part {
    uint32_t type;
#if __SIZEOF_POINTER__ == 8
    uint32_t flags;
#endif
    uintptr_t offset;
    uintptr_t address;
    uintptr_t unused;
    uintptr_t file_size;
    uintptr_t size;
#if __SIZEOF_POINTER__ == 4
    uint32_t flags;
#endif
    uintptr_t alignment;
} ffi_part;
typedef struct ffi_library {
    uintptr_t base;
    const char *path;
    const ffi_part *parts;
    uint16_t count;
} ffi_library;
typedef struct ffi_place {
    uintptr_t address;
    const char *path;
    uintptr_t offset;
} ffi_place;
extern int ffi_each_library(int (*)(ffi_library *, size_t, void *), void *) FFI_SYMBOL("dl_iterate_phdr");

static int ffi_find_place(ffi_library *library, size_t size, void *data) {
    ffi_place *place = (ffi_place *)data;
    for (int i = 0; i < library->count; i++) {
        const ffi_part *part = &library->parts[i];
        uintptr_t inside = place->address - (library->base + part->address);
        if (part->type == 1 && inside < part->file_size) {
            place->path = library->path;
            place->offset = part->offset + inside;
            return 1;
        }
    }
    return 0;
}

static inline int ffi_copy_code(ffi_region code, ffi_region pages, intptr_t distance) {
    ffi_place place = { code.low, 0, 0 };
    int copied = 0;
    if (ffi_each_library(ffi_find_place, &place) && place.path && place.path[0] == '/') {
        int file = ffi_open(place.path, 0);
        /* Another file may have its name by now: a shorter one must not be looked into, another one not be used. */
        if (file >= 0) {
            copied = ffi_seek(file, 0, 2) >= (off_t)(place.offset + (ffi_last_of(code) - code.low))
                && FFI_MAPPED(ffi_map((void *)(pages.low + distance), pages.high - pages.low, FFI_READ | FFI_EXECUTE,
                    FFI_PRIVATE | FFI_FIXED, file, (off_t)(place.offset - (code.low - pages.low))));
            ffi_close(file);
        }
    }
    return copied;
}
#endif

static inline ffi_region ffi_pages(uintptr_t low, uintptr_t high) {
    uintptr_t page = ffi_page_size();
    ffi_region pages = { low & ~(page - 1), ffi_rounded(high, page) };
    return pages;
}

static inline ffi_region ffi_all_pages(ffi_region code, ffi_table *table) {
    uintptr_t data = (uintptr_t)table;
    return ffi_pages(code.low < data ? code.low : data,
        code.high > data + sizeof *table ? code.high : data + sizeof *table);
}

static inline void ffi_uncopy(ffi_region code, ffi_table *table, intptr_t distance) {
    ffi_region all = ffi_all_pages(code, table);
    ffi_unmap((void *)(all.low + distance), all.high - all.low);
}

static intptr_t ffi_copied(ffi_region code, ffi_table *table) {
    ffi_region all = ffi_all_pages(code, table);
    ffi_region text = ffi_pages(code.low, code.high);
    ffi_region data = ffi_pages((uintptr_t)table, (uintptr_t)(table + 1));
    void *space = ffi_map(0, all.high - all.low, 0, FFI_PRIVATE | FFI_ANONYMOUS, -1, 0);
    if (!FFI_MAPPED(space)) {
        return 0;
    }
    intptr_t distance = (intptr_t)space - (intptr_t)all.low;
    if (!ffi_copy_code(code, text, distance)
        || !FFI_MAPPED(ffi_map((void *)(data.low + distance), data.high - data.low, FFI_READ | FFI_WRITE,
            FFI_PRIVATE | FFI_FIXED | FFI_ANONYMOUS, -1, 0))) {
        ffi_unmap(space, all.high - all.low);
        return 0;
    }
    return distance;
}
#else
/* Windows of 32 bits has addresses in its code, which hold for one place. */
static inline intptr_t ffi_copied(ffi_region code, ffi_table *table) {
    return 0;
}

static inline void ffi_uncopy(ffi_region code, ffi_table *table, intptr_t distance) {}
#endif

static inline void ffi_number(ffi_table *table, jint first) {
    for (jint i = 0; i < FFI_STUBS; i++) {
        table->slots[i].number = first + i;
        table->slots[i].lost = 0;
    }
}

/* How far behind the compiled functions, and their table, further ones are; 0 if there can be none. */
static inline jlong ffi_more_stubs(const ffi_stubs *stubs, jint first) {
    ffi_region code = ffi_code_of(stubs);
    intptr_t distance = ffi_copied(code, stubs->table);
    if (distance && __builtin_memcmp((const void *)code.low, (const void *)(code.low + distance),
            ffi_last_of(code) - code.low) != 0) {
        ffi_uncopy(code, stubs->table, distance);
        distance = 0;
    }
    if (distance) {
        ffi_table *table = (ffi_table *)((intptr_t)stubs->table + distance);
        table->run = stubs->table->run;
        ffi_number(table, first);
    }
    return distance;
}

#endif
