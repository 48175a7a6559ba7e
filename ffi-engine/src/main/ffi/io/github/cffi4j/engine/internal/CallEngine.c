/*
 * The engine's C. Arguments come as 64 bits each; a plan, which Java writes (class Placement), says in which registers and words
 * of the stack the platform wants them. A callee reads only the registers that it was told of, so one function type that fills
 * all of them serves every signature.
 *
 * Stubs and calls into Java stand on the glue that every library of the plugin has: ffi_glue.h is included before this file.
 */
#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "engine.h"

typedef struct engine_frame {
    int64_t gpr[8];
    _Alignas(16) double vec[8][2];
    int64_t indirect;
    int64_t function;
    const void *stack;
    int64_t words;
    int64_t flags;
    int64_t unused;
    int64_t result_gpr[2];
    double result_vec[4][2];
    int64_t result_x87[2];
    int64_t spare[2];
} engine_frame;

_Static_assert(__builtin_offsetof(engine_frame, vec) == ENGINE_VEC, "vec");
_Static_assert(__builtin_offsetof(engine_frame, indirect) == ENGINE_INDIRECT, "indirect");
_Static_assert(__builtin_offsetof(engine_frame, function) == ENGINE_FUNCTION, "function");
_Static_assert(__builtin_offsetof(engine_frame, stack) == ENGINE_STACK, "stack");
_Static_assert(__builtin_offsetof(engine_frame, words) == ENGINE_WORDS, "words");
_Static_assert(__builtin_offsetof(engine_frame, flags) == ENGINE_FLAGS, "flags");
_Static_assert(__builtin_offsetof(engine_frame, result_gpr) == ENGINE_RESULT_GPR, "result_gpr");
_Static_assert(__builtin_offsetof(engine_frame, result_vec) == ENGINE_RESULT_VEC, "result_vec");
_Static_assert(__builtin_offsetof(engine_frame, result_x87) == ENGINE_RESULT_X87, "result_x87");
_Static_assert(__builtin_offsetof(engine_frame, spare) == ENGINE_SPARE, "spare");
_Static_assert(sizeof(engine_frame) == ENGINE_FRAME_BYTES, "frame");

void engine_run(engine_frame *frame);

/* errno and Windows' last error, as C left them: the JVM changes both whenever it likes. */
static __thread int engine_kept_errno;
#ifdef _WIN32
static __thread DWORD engine_kept_last_error;
#endif

static inline void engine_give_errors(void) {
    errno = engine_kept_errno;
#ifdef _WIN32
    SetLastError(engine_kept_last_error);
#endif
}

static inline void engine_keep_errors(void) {
#ifdef _WIN32
    engine_kept_last_error = GetLastError();
#endif
    engine_kept_errno = errno;
}

static inline int32_t engine_errno(void) {
    return engine_kept_errno;
}

static inline int64_t engine_errno_address(void) {
    return (int64_t)(intptr_t)&engine_kept_errno;
}

static inline void engine_set_errno(int32_t value) {
    engine_kept_errno = value;
}

static inline int32_t engine_last_error(void) {
#ifdef _WIN32
    return (int32_t)engine_kept_last_error;
#else
    return 0;
#endif
}

static inline void engine_set_last_error(int32_t value) {
#ifdef _WIN32
    engine_kept_last_error = (DWORD)value;
#endif
}

#define ENGINE_CALL(number, parameters, types, arguments) \
    static inline int64_t engine_call_##number parameters { \
        return ((int64_t (*) types)(intptr_t)function) arguments; \
    } \
    static inline int64_t engine_call_##number##_errors parameters { \
        engine_give_errors(); \
        int64_t result = ((int64_t (*) types)(intptr_t)function) arguments; \
        engine_keep_errors(); \
        return result; \
    }

ENGINE_CALL(0, (int64_t function), (void), ())
ENGINE_CALL(1, (int64_t function, int64_t a), (int64_t), (a))
ENGINE_CALL(2, (int64_t function, int64_t a, int64_t b), (int64_t, int64_t), (a, b))
ENGINE_CALL(3, (int64_t function, int64_t a, int64_t b, int64_t c), (int64_t, int64_t, int64_t), (a, b, c))
ENGINE_CALL(4, (int64_t function, int64_t a, int64_t b, int64_t c, int64_t d), (int64_t, int64_t, int64_t, int64_t), (a, b, c, d))
ENGINE_CALL(5, (int64_t function, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e),
    (int64_t, int64_t, int64_t, int64_t, int64_t), (a, b, c, d, e))
ENGINE_CALL(6, (int64_t function, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f),
    (int64_t, int64_t, int64_t, int64_t, int64_t, int64_t), (a, b, c, d, e, f))

static inline double engine_double_1(int64_t function, double a) {
    return ((double (*)(double))(intptr_t)function)(a);
}

static inline double engine_double_2(int64_t function, double a, double b) {
    return ((double (*)(double, double))(intptr_t)function)(a, b);
}

#define ENGINE_MIXED_PARAMETERS \
    (int64_t function, int64_t kinds, int64_t a, int64_t b, int64_t c, int64_t d, int64_t e, int64_t f, \
        double p, double q, double r, double s, double t, double u, double v, double w)

#if defined(_WIN32) && defined(__x86_64__)
/* Four positions for both kinds, and the rest on the stack: the arguments go back to the order in which C has them. */
static void engine_run_positions(engine_frame *frame, int64_t kinds, const int64_t *integers, const double *floats, int64_t *stack) {
    int count = (int)(kinds >> 32);
    for (int i = 0; i < count; i++) {
        int64_t value;
        if ((kinds >> i) & 1) {
            memcpy(&value, floats++, sizeof value);
        } else {
            value = *integers++;
        }
        if (i < 4) {
            frame->gpr[i] = value;
            memcpy(frame->vec[i], &value, sizeof value);
        } else {
            stack[i - 4] = value;
        }
    }
    frame->stack = stack;
    frame->words = count > 4 ? (count - 3) & ~1 : 0;
    frame->flags = 0;
    engine_run(frame);
}

#define ENGINE_POSITIONS \
    engine_frame frame; \
    const int64_t integers[] = { a, b, c, d, e, f }; \
    const double floats[] = { p, q, r, s, t, u, v, w }; \
    int64_t stack[12]; \
    frame.function = function; \
    engine_run_positions(&frame, kinds, integers, floats, stack);

static inline int64_t engine_mixed ENGINE_MIXED_PARAMETERS {
    ENGINE_POSITIONS
    return frame.result_gpr[0];
}

static inline double engine_mixed_double ENGINE_MIXED_PARAMETERS {
    ENGINE_POSITIONS
    return frame.result_vec[0][0];
}
#else
/* Registers of both kinds are counted apart: the order does not matter. */
#define ENGINE_REGISTERS (int64_t, int64_t, int64_t, int64_t, int64_t, int64_t, \
    double, double, double, double, double, double, double, double)

static inline int64_t engine_mixed ENGINE_MIXED_PARAMETERS {
    return ((int64_t (*) ENGINE_REGISTERS)(intptr_t)function)(a, b, c, d, e, f, p, q, r, s, t, u, v, w);
}

static inline double engine_mixed_double ENGINE_MIXED_PARAMETERS {
    return ((double (*) ENGINE_REGISTERS)(intptr_t)function)(a, b, c, d, e, f, p, q, r, s, t, u, v, w);
}
#endif

/* What to do with an argument, or with a result. Offsets are from the start of the frame; the stack's words are behind it. */
enum { ENGINE_VALUE, ENGINE_BYTES, ENGINE_COPY_ADDRESS, ENGINE_RESULT_ADDRESS };
typedef struct engine_move {
    uint16_t kind;
    uint16_t argument;
    uint32_t size;
    uint32_t source; /* in the struct, or in the frame */
    uint32_t target; /* in the frame, or in the struct */
} engine_move;

enum { ENGINE_VOID, ENGINE_INT8, ENGINE_UINT8, ENGINE_INT16, ENGINE_UINT16, ENGINE_INT32, ENGINE_UINT32, ENGINE_INT64, ENGINE_FLOAT, ENGINE_DOUBLE, ENGINE_STRUCT };
typedef struct engine_plan {
    uint32_t eights; /* moves of 8 bytes of a struct, which are first; a struct is mostly that */
    uint32_t values; /* moves of whole words, which follow */
    uint32_t moves; /* all others */
    uint32_t result_moves; /* behind them */
    uint32_t words;
    uint32_t bytes; /* the frame, the words, and copies of structs */
    uint16_t flags; /* the frame's */
    uint16_t errors;
    uint32_t result;
    engine_move move[];
} engine_plan;

static inline void engine_copy(char *to, const char *from, uint32_t size) {
    if (size == 8) {
        memcpy(to, from, 8);
    } else if (size == 4) {
        memcpy(to, from, 4);
    } else {
        memcpy(to, from, size);
    }
}

static inline __attribute__((__always_inline__)) int64_t engine_follow_in(
    char *block, const engine_plan *plan, int64_t function, int64_t result, const int64_t *words) {
    engine_frame *frame = (engine_frame *)block;
    const engine_move *move = plan->move;
    const engine_move *end = move + plan->eights;
    for (; move < end; move++) {
        memcpy(block + move->target, (const char *)(intptr_t)words[move->argument] + move->source, 8);
    }
    for (end = move + plan->values; move < end; move++) {
        memcpy(block + move->target, &words[move->argument], 8);
    }
    for (end = move + plan->moves; move < end; move++) {
        char *target = block + move->target;
        if (move->kind == ENGINE_BYTES) {
            engine_copy(target, (const char *)(intptr_t)words[move->argument] + move->source, move->size);
        } else if (move->kind == ENGINE_VALUE) {
            engine_copy(target, (const char *)&words[move->argument], move->size);
        } else {
            const void *address = move->kind == ENGINE_RESULT_ADDRESS ? (void *)(intptr_t)result : block + move->source;
            memcpy(target, &address, sizeof address);
        }
    }
    frame->function = function;
    frame->stack = block + sizeof(engine_frame);
    frame->words = plan->words;
    frame->flags = plan->flags;
    if (plan->errors) {
        engine_give_errors();
        engine_run(frame);
        engine_keep_errors();
    } else {
        engine_run(frame);
    }
    int64_t value = frame->result_gpr[0];
    switch (plan->result) {
    case ENGINE_INT8: return (int8_t)value;
    case ENGINE_UINT8: return (uint8_t)value;
    case ENGINE_INT16: return (int16_t)value;
    case ENGINE_UINT16: return (uint16_t)value;
    case ENGINE_INT32: return (int32_t)value;
    case ENGINE_UINT32: return (uint32_t)value;
    case ENGINE_INT64: return value;
    case ENGINE_FLOAT: {
        uint32_t bits;
        memcpy(&bits, frame->result_vec, sizeof bits);
        return bits;
    }
    case ENGINE_DOUBLE:
        memcpy(&value, frame->result_vec, sizeof value);
        return value;
    default:
        for (end = move + plan->result_moves; move < end; move++) {
            engine_copy((char *)(intptr_t)result + move->target, block + move->source, move->size);
        }
        return 0;
    }
}

static int64_t engine_follow(int64_t address, int64_t function, int64_t result, const int64_t *words) {
    const engine_plan *plan = (const engine_plan *)(intptr_t)address;
    if (plan->bytes == sizeof(engine_frame)) {
        engine_frame frame;
        return engine_follow_in((char *)&frame, plan, function, result, words);
    }
    char *block = (char *)(((uintptr_t)__builtin_alloca(plan->bytes + 15) + 15) & ~(uintptr_t)15);
    return engine_follow_in(block, plan, function, result, words);
}

/* One by one: a load of two that the JVM stored apart waits for both stores. */
#define ENGINE_WORDS_OF(...) volatile int64_t words[] = { __VA_ARGS__ };

static inline int64_t engine_planned_4(int64_t plan, int64_t function, int64_t result, int64_t a, int64_t b, int64_t c, int64_t d) {
    ENGINE_WORDS_OF(a, b, c, d)
    return engine_follow(plan, function, result, (const int64_t *)words);
}

static inline int64_t engine_planned_8(int64_t plan, int64_t function, int64_t result, int64_t a, int64_t b, int64_t c, int64_t d,
    int64_t e, int64_t f, int64_t g, int64_t h) {
    ENGINE_WORDS_OF(a, b, c, d, e, f, g, h)
    return engine_follow(plan, function, result, (const int64_t *)words);
}

static inline int64_t engine_planned(int64_t plan, int64_t function, int64_t result, int64_t words) {
    return engine_follow(plan, function, result, (const int64_t *)(intptr_t)words);
}

/* The system's loader. Its words are kept at once: the JVM asks the loader, too, before it calls a function for the first time. */
static __thread char engine_refused[1024];

#ifdef _WIN32
static void engine_refuse(void) {
    DWORD code = GetLastError();
    wchar_t text[512];
    DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, 0, code, 0, text, 512, 0);
    while (length > 0 && (text[length - 1] == L'\n' || text[length - 1] == L'\r' || text[length - 1] == L'.')) {
        length--;
    }
    static const char begin[] = "error ";
    memcpy(engine_refused, begin, sizeof begin - 1);
    int at = sizeof begin - 1;
    char digits[10];
    int count = 0;
    do {
        digits[count++] = (char)('0' + code % 10);
        code /= 10;
    } while (code);
    while (count) {
        engine_refused[at++] = digits[--count];
    }
    if (length > 0) {
        engine_refused[at++] = ':';
        engine_refused[at++] = ' ';
        at += WideCharToMultiByte(CP_UTF8, 0, text, (int)length, engine_refused + at, (int)sizeof engine_refused - at - 1, 0, 0);
    }
    engine_refused[at] = 0;
}

static int64_t engine_open(const char *name, int32_t flags) {
    int length = MultiByteToWideChar(CP_UTF8, 0, name, -1, 0, 0);
    wchar_t *wide = length > 0 ? malloc((size_t)length * sizeof(wchar_t)) : 0;
    HMODULE library = 0;
    if (wide) {
        MultiByteToWideChar(CP_UTF8, 0, name, -1, wide, length);
        /* No message box for a broken file. */
        DWORD mode = 0;
        SetThreadErrorMode(SEM_FAILCRITICALERRORS, &mode);
        library = LoadLibraryExW(wide, 0, (DWORD)flags);
        if (!library) {
            engine_refuse();
        }
        SetThreadErrorMode(mode, 0);
        free(wide);
    } else {
        engine_refuse();
    }
    return (int64_t)(intptr_t)library;
}

static int64_t engine_symbol(int64_t library, const char *name) {
    FARPROC found = GetProcAddress((HMODULE)(intptr_t)library, name);
    if (!found) {
        engine_refuse();
    }
    return (int64_t)(intptr_t)found;
}

static int32_t engine_close(int64_t library) {
    if (FreeLibrary((HMODULE)(intptr_t)library)) {
        return 0;
    }
    engine_refuse();
    return -1;
}

#else
static void engine_refuse(void) {
    const char *words = dlerror();
    size_t length = words ? strlen(words) : 0;
    length = length < sizeof engine_refused ? length : sizeof engine_refused - 1;
    if (length > 0) {
        memcpy(engine_refused, words, length);
    }
    engine_refused[length] = 0;
}

static int64_t engine_open(const char *name, int32_t flags) {
    void *library = dlopen(name, flags ? flags : RTLD_LAZY | RTLD_LOCAL);
    if (!library) {
        engine_refuse();
    }
    return (int64_t)(intptr_t)library;
}

static int64_t engine_symbol(int64_t library, const char *name) {
    void *found = dlsym((void *)(intptr_t)library, name);
    if (!found) {
        engine_refuse();
    }
    return (int64_t)(intptr_t)found;
}

static int32_t engine_close(int64_t library) {
    int failed = dlclose((void *)(intptr_t)library);
    if (failed) {
        engine_refuse();
    }
    return failed;
}
#endif

static const char *engine_refusal(void) {
    return engine_refused;
}

static void engine_called(int32_t number, int64_t frame);

/* The probe, with which the build checks the cdef, has no glue, and runs nothing. */
#ifndef FFI_GLUE_H
static int64_t engine_stub_table(void);
static int64_t engine_more_stubs(int32_t first);
#else
_Static_assert(ENGINE_STUBS == FFI_STUBS, "stubs");

/* The stubs refer to this by its name. */
void engine_enter(void);
extern const char engine_stubs[];
__attribute__((__used__, __visibility__("hidden"))) ffi_table engine_table = { engine_enter, { { 0, 0 } } };

#define ENGINE_STUB(n) (const void *)(engine_stubs + ENGINE_STUB_BYTES * n),
static const void *const engine_functions[] = { FFI_REPEAT(ENGINE_STUB) };
static const ffi_stubs engine_all_stubs = { engine_functions, &engine_table, FFI_STUBS };

static int64_t engine_stub_table(void) {
    ffi_number(&engine_table, 0);
    return (int64_t)(intptr_t)&engine_all_stubs;
}

static int64_t engine_more_stubs(int32_t first) {
    return ffi_more_stubs(&engine_all_stubs, first);
}

/* Called by engine_enter, with all registers of a call in the frame. */
__attribute__((__used__, __visibility__("hidden"))) void engine_entered(engine_frame *frame, const ffi_slot *slot) {
    int *kept = &engine_kept_errno;
    int *current = &errno;
#ifdef _WIN32
    engine_kept_last_error = GetLastError();
#endif
    *kept = *current;
    frame->flags = 0;
    /* Where Java gives no result, C gets 0. Without a result, no flag has C look at st(0). */
    frame->result_gpr[0] = frame->result_gpr[1] = 0;
#if defined(__x86_64__)
    frame->result_vec[0][0] = frame->result_vec[1][0] = 0;
#else
    for (int i = 0; i < 4; i++) {
        frame->result_vec[i][0] = frame->result_vec[i][1] = 0;
    }
#endif
    engine_called(slot->ffi_number, (int64_t)(intptr_t)frame);
    *current = *kept;
#ifdef _WIN32
    SetLastError(engine_kept_last_error);
#endif
}
#endif
