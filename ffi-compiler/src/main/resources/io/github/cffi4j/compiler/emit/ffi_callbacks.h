/*
 * What calls from C into Java need of the system: the stack that is left, and more C functions for Java code than were
 * compiled. Only ffi_glue.h includes this.
 *
 * The functions of the system are declared here under names of our own. Their headers have many names, and the author's C
 * may have the same.
 */
#ifndef FFI_CALLBACKS_H
#define FFI_CALLBACKS_H

#ifdef _WIN32
#define FFI_SYMBOL(ffi_name) __asm__(ffi_name)
#endif

/* How many C functions are compiled for each type of function pointer; FFI_REPEAT makes as many. */
#define FFI_STUBS 64

/* A C function that runs Java code. Java reads and writes it, so its layout is fixed. */
typedef struct ffi_slot {
    ffi_jint ffi_number; /* by which Java finds the code */
    ffi_jint ffi_lost; /* 1 if C called, and too little stack was left to tell Java; Java clears it */
} ffi_slot;

/*
 * All that the C functions of one type refer to: they find it at a fixed distance from themselves, so a copy of their pages
 * uses a copy of the table at the same distance.
 */
typedef struct ffi_table {
    void (*ffi_run)(void);
    ffi_slot ffi_slots[FFI_STUBS];
} ffi_table;

/* What Java knows of a type's C functions. */
typedef struct ffi_stubs {
    const void *const *ffi_functions;
    ffi_table *ffi_entries;
    ffi_jint ffi_count;
} ffi_stubs;

/* They must refer to nothing but their table, whatever is asked of the compiler for the rest. */
#define FFI_STUB \
    static __attribute__((__no_instrument_function__, __no_stack_protector__, __no_sanitize__("address", "undefined")))

static __inline __UINTPTR_TYPE__ ffi_rounded(__UINTPTR_TYPE__ ffi_value, __UINTPTR_TYPE__ ffi_page) {
    return (ffi_value + ffi_page - 1) & ~(ffi_page - 1);
}

#ifdef _WIN32
static __inline __UINTPTR_TYPE__ ffi_page_size(void) {
    return 4096;
}
#else
extern int ffi_getpagesize(void) FFI_SYMBOL("getpagesize");

static __inline __UINTPTR_TYPE__ ffi_page_size(void) {
    return (__UINTPTR_TYPE__)ffi_getpagesize();
}
#endif

/*
 * The stack of a thread. An exception of Java's for lack of stack, thrown where the JVM is entered, would end the process
 * (java.lang.foreign) or be lost (JNI). So Java code runs only if there is room for it, and for what its exceptions cause.
 */
typedef struct ffi_stack {
    __UINTPTR_TYPE__ ffi_low;
    __UINTPTR_TYPE__ ffi_high;
    __UINTPTR_TYPE__ ffi_little; /* below, Java cannot be called at all */
    __UINTPTR_TYPE__ ffi_enough; /* below, Java is only told that C called */
    __UINTPTR_TYPE__ ffi_roomy; /* the bytes above `enough`; 0 if the stack is not known yet */
} ffi_stack;

static __thread ffi_stack ffi_own_stack;

enum ffi_room { FFI_ROOM, FFI_LITTLE_ROOM, FFI_NO_ROOM };

#if defined(_WIN32)
/* The thread's own block of the system, at the offsets that all versions have. */
static __inline void ffi_find_stack(ffi_stack *ffi_ends) {
#if defined(__x86_64__)
    __asm__("movq %%gs:0x1478, %0" : "=r"(ffi_ends->ffi_low));
    __asm__("movq %%gs:0x08, %0" : "=r"(ffi_ends->ffi_high));
#elif defined(__aarch64__)
    __asm__("ldr %0, [x18, #0x1478]" : "=r"(ffi_ends->ffi_low));
    __asm__("ldr %0, [x18, #0x08]" : "=r"(ffi_ends->ffi_high));
#else
    __asm__("movl %%fs:0xe0c, %0" : "=r"(ffi_ends->ffi_low));
    __asm__("movl %%fs:0x04, %0" : "=r"(ffi_ends->ffi_high));
#endif
}
#elif defined(__APPLE__)
extern void *ffi_thread(void) FFI_SYMBOL("pthread_self");
extern void *ffi_stack_address(void *) FFI_SYMBOL("pthread_get_stackaddr_np");
extern __SIZE_TYPE__ ffi_stack_size(void *) FFI_SYMBOL("pthread_get_stacksize_np");

static __inline void ffi_find_stack(ffi_stack *ffi_ends) {
    void *ffi_self = ffi_thread();
    ffi_ends->ffi_high = (__UINTPTR_TYPE__)ffi_stack_address(ffi_self);
    ffi_ends->ffi_low = ffi_ends->ffi_high - ffi_stack_size(ffi_self);
}
#else
/* Larger and more aligned than any system's. */
typedef struct ffi_attributes {
    long long ffi_space[32];
} ffi_attributes;
extern void *ffi_thread(void) FFI_SYMBOL("pthread_self");
extern int ffi_attributes_init(ffi_attributes *) FFI_SYMBOL("pthread_attr_init");
extern int ffi_attributes_stack(const ffi_attributes *, void **, __SIZE_TYPE__ *) FFI_SYMBOL("pthread_attr_getstack");
extern int ffi_attributes_destroy(ffi_attributes *) FFI_SYMBOL("pthread_attr_destroy");
#ifdef __FreeBSD__
extern int ffi_thread_attributes(void *, ffi_attributes *) FFI_SYMBOL("pthread_attr_get_np");
#else
extern int ffi_thread_attributes(void *, ffi_attributes *) FFI_SYMBOL("pthread_getattr_np");
#endif

static __inline void ffi_find_stack(ffi_stack *ffi_ends) {
    ffi_attributes ffi_own;
    void *ffi_low = 0;
    __SIZE_TYPE__ ffi_size = 0;
    ffi_attributes_init(&ffi_own);
    if (ffi_thread_attributes(ffi_thread(), &ffi_own) == 0) {
        ffi_attributes_stack(&ffi_own, &ffi_low, &ffi_size);
    }
    ffi_attributes_destroy(&ffi_own);
    ffi_ends->ffi_low = (__UINTPTR_TYPE__)ffi_low;
    ffi_ends->ffi_high = (__UINTPTR_TYPE__)ffi_low + ffi_size;
}
#endif

/* What HotSpot keeps for itself at the end of a stack: its reserved, yellow and red zone, and the shadow of each Java frame. */
#define FFI_JVM_STACK(ffi_page) \
    (2 * ffi_rounded(4096, ffi_page) + ffi_rounded(2 * 4096, ffi_page) + ffi_rounded(20 * 4096, ffi_page))

/* Enough for a handler that prints; on a small stack, an eighth of it. */
#define FFI_JAVA_STACK (96 * 1024)

static __attribute__((__noinline__)) enum ffi_room ffi_measured_room(__UINTPTR_TYPE__ ffi_here) {
    ffi_stack *ffi_ends = &ffi_own_stack;
    if (!ffi_ends->ffi_roomy) {
        ffi_find_stack(ffi_ends);
        __UINTPTR_TYPE__ ffi_java = (ffi_ends->ffi_high - ffi_ends->ffi_low) / 8;
        ffi_java = ffi_java < FFI_JAVA_STACK ? ffi_java : FFI_JAVA_STACK;
        ffi_ends->ffi_little = ffi_ends->ffi_low + FFI_JVM_STACK(ffi_page_size()) + ffi_java / 2;
        ffi_ends->ffi_enough = ffi_ends->ffi_little + ffi_java / 2;
        ffi_ends->ffi_roomy = ffi_ends->ffi_high > ffi_ends->ffi_enough ? ffi_ends->ffi_high - ffi_ends->ffi_enough : 0;
    }
    /* C may run on a stack that it made itself, of which nothing is known. */
    if (ffi_here < ffi_ends->ffi_low || ffi_here >= ffi_ends->ffi_high || ffi_here >= ffi_ends->ffi_enough) {
        return FFI_ROOM;
    }
    return ffi_here >= ffi_ends->ffi_little ? FFI_LITTLE_ROOM : FFI_NO_ROOM;
}

static __inline enum ffi_room ffi_room_left(void) {
    __UINTPTR_TYPE__ ffi_here = (__UINTPTR_TYPE__)__builtin_frame_address(0);
    ffi_stack *ffi_ends = &ffi_own_stack;
    return ffi_here - ffi_ends->ffi_enough < ffi_ends->ffi_roomy ? FFI_ROOM : ffi_measured_room(ffi_here);
}

/* Setting up java.lang.foreign loads hundreds of classes, some of which would be broken for good by an exception. */
#define FFI_LINK_STACK (512 * 1024)

static __inline int ffi_much_room(void) {
    ffi_stack *ffi_ends = &ffi_own_stack;
    __UINTPTR_TYPE__ ffi_here = (__UINTPTR_TYPE__)__builtin_frame_address(0);
    __UINTPTR_TYPE__ ffi_wanted = (ffi_ends->ffi_high - ffi_ends->ffi_low) / 2;
    ffi_wanted = ffi_wanted < FFI_LINK_STACK ? ffi_wanted : FFI_LINK_STACK;
    return ffi_here - ffi_ends->ffi_low >= ffi_wanted;
}

/*
 * More C functions: the pages of those that were compiled are mapped once more, as code, from the library's own file, and a
 * new table at the distance at which they look for it. No memory is ever writable and executable.
 */
typedef struct ffi_region {
    __UINTPTR_TYPE__ ffi_low;
    __UINTPTR_TYPE__ ffi_high;
} ffi_region;

/* C says nothing of a function's size. No stub comes near this: it moves no struct. */
#define FFI_STUB_BYTES 512

static __inline ffi_region ffi_code_of(const ffi_stubs *ffi_of) {
    ffi_region ffi_code = { __UINTPTR_MAX__, 0 };
    for (int ffi_i = 0; ffi_i < FFI_STUBS; ffi_i++) {
        __UINTPTR_TYPE__ ffi_function = (__UINTPTR_TYPE__)ffi_of->ffi_functions[ffi_i];
        ffi_code.ffi_low = ffi_function < ffi_code.ffi_low ? ffi_function : ffi_code.ffi_low;
        ffi_code.ffi_high = ffi_function + FFI_STUB_BYTES > ffi_code.ffi_high ? ffi_function + FFI_STUB_BYTES : ffi_code.ffi_high;
    }
    return ffi_code;
}

/* The last function's first byte: up to there the code is surely the library's. */
static __inline __UINTPTR_TYPE__ ffi_last_of(ffi_region ffi_code) {
    return ffi_code.ffi_high - FFI_STUB_BYTES;
}

#if defined(_WIN32) && __SIZEOF_POINTER__ == 8
/* The library's file is mapped once more as a program's image: its code can be run, its data is a copy of its own. */
typedef struct ffi_memory_facts {
    void *ffi_base;
    void *ffi_allocation;
    __UINT32_TYPE__ ffi_allocated_protection;
    __UINT32_TYPE__ ffi_partition;
    __SIZE_TYPE__ ffi_size;
    __UINT32_TYPE__ ffi_state;
    __UINT32_TYPE__ ffi_protection;
    __UINT32_TYPE__ ffi_type;
    __UINT32_TYPE__ ffi_unused;
} ffi_memory_facts;
extern int ffi_module_of(__UINT32_TYPE__, const void *, void **) FFI_SYMBOL("GetModuleHandleExW");
extern __UINT32_TYPE__ ffi_module_path(void *, __UINT16_TYPE__ *, __UINT32_TYPE__) FFI_SYMBOL("GetModuleFileNameW");
extern void *ffi_open(const __UINT16_TYPE__ *, __UINT32_TYPE__, __UINT32_TYPE__, void *, __UINT32_TYPE__, __UINT32_TYPE__, void *) FFI_SYMBOL("CreateFileW");
extern void *ffi_section(void *, void *, __UINT32_TYPE__, __UINT32_TYPE__, __UINT32_TYPE__, const __UINT16_TYPE__ *) FFI_SYMBOL("CreateFileMappingW");
extern void *ffi_view(void *, __UINT32_TYPE__, __UINT32_TYPE__, __UINT32_TYPE__, __SIZE_TYPE__) FFI_SYMBOL("MapViewOfFile");
extern int ffi_unview(const void *) FFI_SYMBOL("UnmapViewOfFile");
extern int ffi_close(void *) FFI_SYMBOL("CloseHandle");
extern __SIZE_TYPE__ ffi_memory(const void *, ffi_memory_facts *, __SIZE_TYPE__) FFI_SYMBOL("VirtualQuery");

static __inline int ffi_protected(__UINTPTR_TYPE__ ffi_address, __UINT32_TYPE__ ffi_wanted) {
    ffi_memory_facts ffi_facts;
    return ffi_memory((const void *)ffi_address, &ffi_facts, sizeof ffi_facts) && (ffi_facts.ffi_protection & ffi_wanted);
}

static ffi_intptr ffi_copied(ffi_region ffi_code, ffi_table *ffi_entries) {
    __UINT16_TYPE__ ffi_path[32768];
    void *ffi_module;
    __UINT32_TYPE__ ffi_length = ffi_module_of(4 | 2, (const void *)ffi_code.ffi_low, &ffi_module) /* of an address, without counting */
        ? ffi_module_path(ffi_module, ffi_path, 32768)
        : 0;
    void *ffi_file = ffi_length && ffi_length < 32768
        ? ffi_open(ffi_path, 0x80000000u | 0x20000000u, 1 | 4, 0, 3, 0, 0) /* read and execute, shared, existing */
        : (void *)-1;
    if (ffi_file == (void *)-1) {
        return 0;
    }
    void *ffi_mapping = ffi_section(ffi_file, 0, 0x02 | 0x1000000, 0, 0, 0); /* PAGE_READONLY, SEC_IMAGE */
    void *ffi_image = ffi_mapping ? ffi_view(ffi_mapping, 4 | 0x20, 0, 0, 0) : 0; /* read, execute */
    if (ffi_mapping) {
        ffi_close(ffi_mapping);
    }
    ffi_close(ffi_file);
    if (!ffi_image) {
        return 0;
    }
    ffi_intptr ffi_distance = (ffi_intptr)ffi_image - (ffi_intptr)ffi_module;
    if (!ffi_protected(ffi_code.ffi_low + ffi_distance, 0x10 | 0x20 | 0x40 | 0x80) /* any that executes */
        || !ffi_protected((__UINTPTR_TYPE__)ffi_entries + ffi_distance, 0x04 | 0x08 | 0x40 | 0x80) /* any that writes */) {
        ffi_unview(ffi_image);
        return 0;
    }
    return ffi_distance;
}

static __inline void ffi_uncopy(ffi_region ffi_code, ffi_table *ffi_entries, ffi_intptr ffi_distance) {
    void *ffi_module;
    if (ffi_module_of(4 | 2, (const void *)ffi_code.ffi_low, &ffi_module)) {
        ffi_unview((const char *)ffi_module + ffi_distance);
    }
}
#elif !defined(_WIN32)
extern void *ffi_map(void *, __SIZE_TYPE__, int, int, int, long) FFI_SYMBOL("mmap");
extern int ffi_unmap(void *, __SIZE_TYPE__) FFI_SYMBOL("munmap");
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
#define FFI_MAPPED(ffi_address) ((__UINTPTR_TYPE__)(ffi_address) != __UINTPTR_MAX__)

#ifdef __APPLE__
extern unsigned ffi_task FFI_SYMBOL("mach_task_self_");
extern int ffi_remap(unsigned, __UINTPTR_TYPE__ *, __UINTPTR_TYPE__, __UINTPTR_TYPE__, int, unsigned, __UINTPTR_TYPE__, int, int *, int *, unsigned)
    FFI_SYMBOL("vm_remap");

static __inline int ffi_copy_code(ffi_region ffi_code, ffi_region ffi_pages_of_it, ffi_intptr ffi_distance) {
    int ffi_current;
    int ffi_most;
    __UINTPTR_TYPE__ ffi_target = ffi_pages_of_it.ffi_low + ffi_distance;
    /* At this place, whatever is there; as it is; inherited as it is. */
    return ffi_remap(ffi_task, &ffi_target, ffi_pages_of_it.ffi_high - ffi_pages_of_it.ffi_low, 0, 0x4000, ffi_task, ffi_pages_of_it.ffi_low, 0, &ffi_current, &ffi_most, 1) == 0
        && ffi_target == ffi_pages_of_it.ffi_low + ffi_distance && (ffi_current & FFI_EXECUTE);
}
#else
extern int ffi_open(const char *, int, ...) FFI_SYMBOL("open");
extern int ffi_close(int) FFI_SYMBOL("close");
extern long ffi_seek(int, long, int) FFI_SYMBOL("lseek");

/* A part of a library as it is loaded, and a library: as ELF and its loader have them. */
typedef struct ffi_part {
    __UINT32_TYPE__ ffi_type;
#if __SIZEOF_POINTER__ == 8
    __UINT32_TYPE__ ffi_flags;
#endif
    __UINTPTR_TYPE__ ffi_offset;
    __UINTPTR_TYPE__ ffi_address;
    __UINTPTR_TYPE__ ffi_unused;
    __UINTPTR_TYPE__ ffi_file_size;
    __UINTPTR_TYPE__ ffi_size;
#if __SIZEOF_POINTER__ == 4
    __UINT32_TYPE__ ffi_flags;
#endif
    __UINTPTR_TYPE__ ffi_alignment;
} ffi_part;
typedef struct ffi_library {
    __UINTPTR_TYPE__ ffi_base;
    const char *ffi_path;
    const ffi_part *ffi_segments;
    __UINT16_TYPE__ ffi_count;
} ffi_library;
typedef struct ffi_place {
    __UINTPTR_TYPE__ ffi_address;
    const char *ffi_path;
    __UINTPTR_TYPE__ ffi_offset;
} ffi_place;
extern int ffi_each_library(int (*)(ffi_library *, __SIZE_TYPE__, void *), void *) FFI_SYMBOL("dl_iterate_phdr");

static int ffi_find_place(ffi_library *ffi_loaded, __SIZE_TYPE__ ffi_size, void *ffi_data) {
    ffi_place *ffi_found = (ffi_place *)ffi_data;
    for (int ffi_i = 0; ffi_i < ffi_loaded->ffi_count; ffi_i++) {
        const ffi_part *ffi_segment = &ffi_loaded->ffi_segments[ffi_i];
        __UINTPTR_TYPE__ ffi_inside = ffi_found->ffi_address - (ffi_loaded->ffi_base + ffi_segment->ffi_address);
        if (ffi_segment->ffi_type == 1 && ffi_inside < ffi_segment->ffi_file_size) {
            ffi_found->ffi_path = ffi_loaded->ffi_path;
            ffi_found->ffi_offset = ffi_segment->ffi_offset + ffi_inside;
            return 1;
        }
    }
    return 0;
}

static __inline int ffi_copy_code(ffi_region ffi_code, ffi_region ffi_pages_of_it, ffi_intptr ffi_distance) {
    ffi_place ffi_found = { ffi_code.ffi_low, 0, 0 };
    int ffi_done = 0;
    if (ffi_each_library(ffi_find_place, &ffi_found) && ffi_found.ffi_path && ffi_found.ffi_path[0] == '/') {
        int ffi_file = ffi_open(ffi_found.ffi_path, 0);
        /* Another file may have its name by now: a shorter one must not be looked into, another one not be used. */
        if (ffi_file >= 0) {
            ffi_done = ffi_seek(ffi_file, 0, 2) >= (long)(ffi_found.ffi_offset + (ffi_last_of(ffi_code) - ffi_code.ffi_low))
                && FFI_MAPPED(ffi_map((void *)(ffi_pages_of_it.ffi_low + ffi_distance), ffi_pages_of_it.ffi_high - ffi_pages_of_it.ffi_low, FFI_READ | FFI_EXECUTE,
                    FFI_PRIVATE | FFI_FIXED, ffi_file, (long)(ffi_found.ffi_offset - (ffi_code.ffi_low - ffi_pages_of_it.ffi_low))));
            ffi_close(ffi_file);
        }
    }
    return ffi_done;
}
#endif

static __inline ffi_region ffi_pages(__UINTPTR_TYPE__ ffi_low, __UINTPTR_TYPE__ ffi_high) {
    __UINTPTR_TYPE__ ffi_page = ffi_page_size();
    ffi_region ffi_pages_of_it = { ffi_low & ~(ffi_page - 1), ffi_rounded(ffi_high, ffi_page) };
    return ffi_pages_of_it;
}

static __inline ffi_region ffi_all_pages(ffi_region ffi_code, ffi_table *ffi_entries) {
    __UINTPTR_TYPE__ ffi_data = (__UINTPTR_TYPE__)ffi_entries;
    return ffi_pages(ffi_code.ffi_low < ffi_data ? ffi_code.ffi_low : ffi_data,
        ffi_code.ffi_high > ffi_data + sizeof *ffi_entries ? ffi_code.ffi_high : ffi_data + sizeof *ffi_entries);
}

static __inline void ffi_uncopy(ffi_region ffi_code, ffi_table *ffi_entries, ffi_intptr ffi_distance) {
    ffi_region ffi_all = ffi_all_pages(ffi_code, ffi_entries);
    ffi_unmap((void *)(ffi_all.ffi_low + ffi_distance), ffi_all.ffi_high - ffi_all.ffi_low);
}

static ffi_intptr ffi_copied(ffi_region ffi_code, ffi_table *ffi_entries) {
    ffi_region ffi_all = ffi_all_pages(ffi_code, ffi_entries);
    ffi_region ffi_text = ffi_pages(ffi_code.ffi_low, ffi_code.ffi_high);
    ffi_region ffi_data = ffi_pages((__UINTPTR_TYPE__)ffi_entries, (__UINTPTR_TYPE__)(ffi_entries + 1));
    void *ffi_space = ffi_map(0, ffi_all.ffi_high - ffi_all.ffi_low, 0, FFI_PRIVATE | FFI_ANONYMOUS, -1, 0);
    if (!FFI_MAPPED(ffi_space)) {
        return 0;
    }
    ffi_intptr ffi_distance = (ffi_intptr)ffi_space - (ffi_intptr)ffi_all.ffi_low;
    if (!ffi_copy_code(ffi_code, ffi_text, ffi_distance)
        || !FFI_MAPPED(ffi_map((void *)(ffi_data.ffi_low + ffi_distance), ffi_data.ffi_high - ffi_data.ffi_low, FFI_READ | FFI_WRITE,
            FFI_PRIVATE | FFI_FIXED | FFI_ANONYMOUS, -1, 0))) {
        ffi_unmap(ffi_space, ffi_all.ffi_high - ffi_all.ffi_low);
        return 0;
    }
    return ffi_distance;
}
#else
/* Windows of 32 bits has addresses in its code, which hold for one place. */
static __inline ffi_intptr ffi_copied(ffi_region ffi_code, ffi_table *ffi_entries) {
    return 0;
}

static __inline void ffi_uncopy(ffi_region ffi_code, ffi_table *ffi_entries, ffi_intptr ffi_distance) {}
#endif

static __inline void ffi_number(ffi_table *ffi_entries, ffi_jint ffi_first) {
    for (ffi_jint ffi_i = 0; ffi_i < FFI_STUBS; ffi_i++) {
        ffi_entries->ffi_slots[ffi_i].ffi_number = ffi_first + ffi_i;
        ffi_entries->ffi_slots[ffi_i].ffi_lost = 0;
    }
}

/* How far behind the compiled functions, and their table, further ones are; 0 if there can be none. */
static __inline ffi_jlong ffi_more_stubs(const ffi_stubs *ffi_of, ffi_jint ffi_first) {
    ffi_region ffi_code = ffi_code_of(ffi_of);
    ffi_intptr ffi_distance = ffi_copied(ffi_code, ffi_of->ffi_entries);
    if (ffi_distance && __builtin_memcmp((const void *)ffi_code.ffi_low, (const void *)(ffi_code.ffi_low + ffi_distance),
            ffi_last_of(ffi_code) - ffi_code.ffi_low) != 0) {
        ffi_uncopy(ffi_code, ffi_of->ffi_entries, ffi_distance);
        ffi_distance = 0;
    }
    if (ffi_distance) {
        ffi_table *ffi_entries = (ffi_table *)((ffi_intptr)ffi_of->ffi_entries + ffi_distance);
        ffi_entries->ffi_run = ffi_of->ffi_entries->ffi_run;
        ffi_number(ffi_entries, ffi_first);
    }
    return ffi_distance;
}

#endif
