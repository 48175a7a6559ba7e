/*
 * What every generated glue file stands on.
 *
 * The JVM's types are written here and not taken from a JDK's jni.h: its jni_md.h differs between operating systems,
 * and nothing of the building machine may get into a library for another one. Their widths are fixed by the JNI
 * specification.
 */
#ifndef FFI_GLUE_H
#define FFI_GLUE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#ifndef _WIN32
#include <pthread.h>
#endif
#ifdef FFI_KEEPS_ERRNO
#include <errno.h>
#endif

/* The glue is C++ where the author's preamble is. */
#ifdef __cplusplus
#define FFI_C_LINKAGE extern "C"
#undef _Bool
#define _Bool bool
#define restrict __restrict
extern "C" {
#else
#define FFI_C_LINKAGE
#endif

typedef uint8_t jboolean;
typedef int32_t jint;
typedef int64_t jlong;
typedef float jfloat;
typedef double jdouble;
typedef struct ffi_jvm_object *jobject;
typedef jobject jclass;
typedef struct ffi_jvm_method *jmethodID;
typedef union jvalue { jint i; jlong j; double d; } jvalue;

/* On Windows of 32 bits the JVM calls, and is called, by stdcall: the callee takes the arguments off the stack. */
#if defined(_WIN32) && defined(__i386__)
#define FFI_JNICALL __attribute__((stdcall))
/* What is exported and no function has no convention. */
#pragma clang diagnostic ignored "-Wignored-attributes"
#else
#define FFI_JNICALL
#endif

/*
 * Of the JVM's two function tables what calls into Java need. The indexes are those of the JNI specification; everything
 * between is a pointer of no type.
 */
typedef const struct ffi_jvm_functions *JNIEnv;
typedef const struct ffi_jvm_invocation *JavaVM;
struct ffi_jvm_functions {
    void *unused_0[16];
    void (FFI_JNICALL *ExceptionDescribe)(JNIEnv *); /* 16 */
    void (FFI_JNICALL *ExceptionClear)(JNIEnv *);
    void *unused_18[3];
    jobject (FFI_JNICALL *NewGlobalRef)(JNIEnv *, jobject); /* 21 */
    void *unused_22[91];
    jmethodID (FFI_JNICALL *GetStaticMethodID)(JNIEnv *, jclass, const char *, const char *); /* 113 */
    void *unused_114[29];
    void (FFI_JNICALL *CallStaticVoidMethodA)(JNIEnv *, jclass, jmethodID, const jvalue *); /* 143 */
    void *unused_144[36];
    jobject (FFI_JNICALL *NewLongArray)(JNIEnv *, jint); /* 180 */
    void *unused_181[31];
    void (FFI_JNICALL *SetLongArrayRegion)(JNIEnv *, jobject, jint, jint, const jlong *); /* 212 */
    void *unused_213[6];
    jint (FFI_JNICALL *GetJavaVM)(JNIEnv *, JavaVM **); /* 219 */
    void *unused_220[2];
    void *(FFI_JNICALL *GetPrimitiveArrayCritical)(JNIEnv *, jobject, jboolean *); /* 222 */
    void (FFI_JNICALL *ReleasePrimitiveArrayCritical)(JNIEnv *, jobject, void *, jint);
    void *unused_224[4];
    jboolean (FFI_JNICALL *ExceptionCheck)(JNIEnv *); /* 228 */
};
struct ffi_jvm_invocation {
    void *unused_0[5];
    jint (FFI_JNICALL *DetachCurrentThread)(JavaVM *); /* 5 */
    jint (FFI_JNICALL *GetEnv)(JavaVM *, void **, jint);
    jint (FFI_JNICALL *AttachCurrentThreadAsDaemon)(JavaVM *, void **, void *);
};

/* Everything else is hidden: -fvisibility=hidden. */
#ifdef _WIN32
#define FFI_EXPORT FFI_C_LINKAGE __declspec(dllexport) FFI_JNICALL
#else
#define FFI_EXPORT FFI_C_LINKAGE __attribute__((visibility("default"), used))
#endif

/* The platform, for what a cdef has on some of them only: a bit for each, by the names of cffi4j's table. */
#define FFI_LINUX_X86_64 0x01
#define FFI_LINUX_AARCH_64 0x02
#define FFI_LINUX_X86_64_MUSL 0x04
#define FFI_LINUX_AARCH_64_MUSL 0x08
#define FFI_OSX_X86_64 0x10
#define FFI_OSX_AARCH_64 0x20
#define FFI_WINDOWS_X86_64 0x40
#define FFI_WINDOWS_AARCH_64 0x80
#define FFI_LINUX_RISCV64 0x100
#define FFI_LINUX_PPCLE_64 0x200
#define FFI_LINUX_S390_64 0x400
#define FFI_LINUX_ARM_32 0x800
#define FFI_WINDOWS_X86_32 0x1000
#define FFI_FREEBSD_X86_64 0x2000
/* The names of systems stand for the platforms that a library is for where its author says nothing. */
#define FFI_LINUX (FFI_LINUX_X86_64 | FFI_LINUX_AARCH_64 | FFI_LINUX_X86_64_MUSL | FFI_LINUX_AARCH_64_MUSL)
#define FFI_OSX (FFI_OSX_X86_64 | FFI_OSX_AARCH_64)
#define FFI_WINDOWS (FFI_WINDOWS_X86_64 | FFI_WINDOWS_AARCH_64)
#define FFI_X86_64 (FFI_LINUX_X86_64 | FFI_LINUX_X86_64_MUSL | FFI_OSX_X86_64 | FFI_WINDOWS_X86_64)
#if defined(_WIN32)
#define FFI_SYSTEM FFI_WINDOWS
#elif defined(__APPLE__)
#define FFI_SYSTEM FFI_OSX
#elif defined(__GLIBC__)
#define FFI_SYSTEM (FFI_LINUX_X86_64 | FFI_LINUX_AARCH_64)
#else
#define FFI_SYSTEM (FFI_LINUX_X86_64_MUSL | FFI_LINUX_AARCH_64_MUSL)
#endif
#if defined(__FreeBSD__)
#define FFI_PLATFORM FFI_FREEBSD_X86_64
#elif defined(__x86_64__)
#define FFI_PLATFORM (FFI_SYSTEM & FFI_X86_64)
#elif defined(__aarch64__)
#define FFI_PLATFORM (FFI_SYSTEM & ~FFI_X86_64)
#elif defined(__riscv)
#define FFI_PLATFORM FFI_LINUX_RISCV64
#elif defined(__powerpc64__)
#define FFI_PLATFORM FFI_LINUX_PPCLE_64
#elif defined(__s390x__)
#define FFI_PLATFORM FFI_LINUX_S390_64
#elif defined(__arm__)
#define FFI_PLATFORM FFI_LINUX_ARM_32
#else
#define FFI_PLATFORM FFI_WINDOWS_X86_32
#endif
#define FFI_ON(platforms) ((FFI_PLATFORM & (platforms)) != 0)

/* The size of an integer type in bytes, negative if the type is signed. */
#define FFI_INTEGER(T) (((T)-1 < (T)1) ? -(int64_t)sizeof(T) : (int64_t)sizeof(T))

/*
 * The size of a floating type in bytes and, above it, the bits of its significand: 24, 53, 64 (x87), 106 (two doubles, on
 * PowerPC) or 113 (binary128).
 */
#define FFI_FLOATING(T) \
    ((int64_t)sizeof(T) | (int64_t)(sizeof(T) == 4 ? 24 : sizeof(T) == 8 ? 53 : __LDBL_MANT_DIG__) << 8)

/*
 * Variadic calls. The compiler makes the call, always with all arguments there can be: what the callee does not ask for
 * costs nothing but a store. Java gives each argument as 64 bits, and a mask of those that are double.
 *
 * Where floating arguments travel in registers of their own (System V on x86-64, AAPCS64 on Linux, S/390), the arguments
 * are sorted: as many of each kind as there are registers left of it, then the others in their order, 8 bytes each, which is
 * how the callee finds them on the stack, a double's bits as an integer's. Everywhere else (Apple's arm64: all on the
 * stack; Windows, RISC-V and PowerPC: integer registers, then the stack) each argument is simply 64 bits. Where pointers
 * have 32 bits, so have most arguments, and which of them Java cannot know: the build refuses such functions there.
 */
#define FFI_MAX_VARARGS 32

#if __SIZEOF_POINTER__ == 8
#if defined(__x86_64__) && !defined(_WIN32)
#define FFI_INTEGER_REGISTERS 6
#define FFI_FLOAT_REGISTERS 8
#define FFI_INTEGERS_AFTER_0(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4], (v).integers[5]
#define FFI_INTEGERS_AFTER_1(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4]
#define FFI_INTEGERS_AFTER_2(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3]
#define FFI_INTEGERS_AFTER_3(v) , (v).integers[0], (v).integers[1], (v).integers[2]
#define FFI_INTEGERS_AFTER_4(v) , (v).integers[0], (v).integers[1]
#define FFI_INTEGERS_AFTER_5(v) , (v).integers[0]
#define FFI_INTEGERS_AFTER_6(v)
#define FFI_INTEGERS_AFTER_7(v)
#define FFI_INTEGERS_AFTER_8(v)
#elif defined(__aarch64__) && defined(__linux__)
#define FFI_INTEGER_REGISTERS 8
#define FFI_FLOAT_REGISTERS 8
#define FFI_INTEGERS_AFTER_0(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4], (v).integers[5], (v).integers[6], (v).integers[7]
#define FFI_INTEGERS_AFTER_1(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4], (v).integers[5], (v).integers[6]
#define FFI_INTEGERS_AFTER_2(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4], (v).integers[5]
#define FFI_INTEGERS_AFTER_3(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4]
#define FFI_INTEGERS_AFTER_4(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3]
#define FFI_INTEGERS_AFTER_5(v) , (v).integers[0], (v).integers[1], (v).integers[2]
#define FFI_INTEGERS_AFTER_6(v) , (v).integers[0], (v).integers[1]
#define FFI_INTEGERS_AFTER_7(v) , (v).integers[0]
#define FFI_INTEGERS_AFTER_8(v)
#elif defined(__s390x__)
#define FFI_INTEGER_REGISTERS 5
#define FFI_FLOAT_REGISTERS 4
#define FFI_INTEGERS_AFTER_0(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3], (v).integers[4]
#define FFI_INTEGERS_AFTER_1(v) , (v).integers[0], (v).integers[1], (v).integers[2], (v).integers[3]
#define FFI_INTEGERS_AFTER_2(v) , (v).integers[0], (v).integers[1], (v).integers[2]
#define FFI_INTEGERS_AFTER_3(v) , (v).integers[0], (v).integers[1]
#define FFI_INTEGERS_AFTER_4(v) , (v).integers[0]
#define FFI_INTEGERS_AFTER_5(v)
#define FFI_INTEGERS_AFTER_6(v)
#define FFI_INTEGERS_AFTER_7(v)
#define FFI_INTEGERS_AFTER_8(v)
#else
#define FFI_INTEGER_REGISTERS 0
#define FFI_FLOAT_REGISTERS 0
#define FFI_INTEGERS_AFTER_0(v)
#define FFI_INTEGERS_AFTER_1(v)
#define FFI_INTEGERS_AFTER_2(v)
#define FFI_INTEGERS_AFTER_3(v)
#define FFI_INTEGERS_AFTER_4(v)
#define FFI_INTEGERS_AFTER_5(v)
#define FFI_INTEGERS_AFTER_6(v)
#define FFI_INTEGERS_AFTER_7(v)
#define FFI_INTEGERS_AFTER_8(v)
#endif

#if FFI_FLOAT_REGISTERS == 8
#define FFI_FLOATS_AFTER_0(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3], (v).floats[4], (v).floats[5], (v).floats[6], (v).floats[7]
#define FFI_FLOATS_AFTER_1(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3], (v).floats[4], (v).floats[5], (v).floats[6]
#define FFI_FLOATS_AFTER_2(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3], (v).floats[4], (v).floats[5]
#define FFI_FLOATS_AFTER_3(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3], (v).floats[4]
#define FFI_FLOATS_AFTER_4(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3]
#define FFI_FLOATS_AFTER_5(v) , (v).floats[0], (v).floats[1], (v).floats[2]
#define FFI_FLOATS_AFTER_6(v) , (v).floats[0], (v).floats[1]
#define FFI_FLOATS_AFTER_7(v) , (v).floats[0]
#define FFI_FLOATS_AFTER_8(v)
#elif FFI_FLOAT_REGISTERS == 4
#define FFI_FLOATS_AFTER_0(v) , (v).floats[0], (v).floats[1], (v).floats[2], (v).floats[3]
#define FFI_FLOATS_AFTER_1(v) , (v).floats[0], (v).floats[1], (v).floats[2]
#define FFI_FLOATS_AFTER_2(v) , (v).floats[0], (v).floats[1]
#define FFI_FLOATS_AFTER_3(v) , (v).floats[0]
#define FFI_FLOATS_AFTER_4(v)
#define FFI_FLOATS_AFTER_5(v)
#define FFI_FLOATS_AFTER_6(v)
#define FFI_FLOATS_AFTER_7(v)
#define FFI_FLOATS_AFTER_8(v)
#else
#define FFI_FLOATS_AFTER_0(v)
#define FFI_FLOATS_AFTER_1(v)
#define FFI_FLOATS_AFTER_2(v)
#define FFI_FLOATS_AFTER_3(v)
#define FFI_FLOATS_AFTER_4(v)
#define FFI_FLOATS_AFTER_5(v)
#define FFI_FLOATS_AFTER_6(v)
#define FFI_FLOATS_AFTER_7(v)
#define FFI_FLOATS_AFTER_8(v)
#endif

#define FFI_SLOTS(v) \
    , (v).slots[0], (v).slots[1], (v).slots[2], (v).slots[3], (v).slots[4], (v).slots[5], (v).slots[6], (v).slots[7] \
    , (v).slots[8], (v).slots[9], (v).slots[10], (v).slots[11], (v).slots[12], (v).slots[13], (v).slots[14], (v).slots[15] \
    , (v).slots[16], (v).slots[17], (v).slots[18], (v).slots[19], (v).slots[20], (v).slots[21], (v).slots[22], (v).slots[23] \
    , (v).slots[24], (v).slots[25], (v).slots[26], (v).slots[27], (v).slots[28], (v).slots[29], (v).slots[30], (v).slots[31]

struct ffi_varargs {
    int64_t integers[8];
    double floats[8];
    int64_t slots[FFI_MAX_VARARGS];
};

/* integers and floats: how many registers of each kind the fixed parameters take. */
static inline void ffi_unpack(struct ffi_varargs *v, const int64_t *packed, int integers, int floats) {
    int integers_left = FFI_INTEGER_REGISTERS - integers;
    int floats_left = FFI_FLOAT_REGISTERS - floats;
    int integer = 0;
    int floating = 0;
    int slot = 0;
    __builtin_memset(v, 0, sizeof *v);
    for (int i = 0; i < FFI_MAX_VARARGS; i++) {
        if ((packed[0] >> i) & 1) {
            if (floating < floats_left) {
                __builtin_memcpy(&v->floats[floating++], &packed[i + 1], sizeof(double));
            } else {
                v->slots[slot++] = packed[i + 1];
            }
        } else if (integer < integers_left) {
            v->integers[integer++] = packed[i + 1];
        } else {
            v->slots[slot++] = packed[i + 1];
        }
    }
}
#endif

/* A long[] of Java's; 0 where the JVM has no memory for it, which it then throws. */
static inline jobject ffi_longs(JNIEnv *env, const jlong *values, jint count) {
    jobject array = (*env)->NewLongArray(env, count);
    if (array) {
        (*env)->SetLongArrayRegion(env, array, 0, count, values);
    }
    return array;
}

/*
 * Calls from C into Java. The Java method gets a number and the address of the arguments, 64 bits each; the first is for
 * the result. A thread that the JVM does not know is attached as a daemon and detached when it ends.
 */
typedef union ffi_value { int64_t i; double d; } ffi_value;

/* A static method (int, long) of Java's. Java knows where the three are, and fills in the first. */
typedef struct ffi_entry {
    void (*function)(jint, jlong); /* by which java.lang.foreign calls it; 0: call it by JNI */
    const char *name;
    jmethodID method;
} ffi_entry;

#include "ffi_callbacks.h"

static JavaVM *ffi_jvm;
static jclass ffi_native;
static ffi_entry ffi_link = { 0, "ffi_link", 0 };

/* How many more calls go by JNI before java.lang.foreign is asked for a function, which costs time once. */
static jlong ffi_jni_upcalls;
#define FFI_JNI_ONLY INT64_MAX

#define FFI_JNI_VERSION 0x00010006

#ifdef _WIN32
__declspec(dllimport) unsigned long __stdcall FlsAlloc(void(__stdcall *)(void *));
__declspec(dllimport) int __stdcall FlsSetValue(unsigned long, void *);
static unsigned long ffi_thread_key;
static void __stdcall ffi_thread_end(void *jvm) {
#else
static pthread_key_t ffi_thread_key;
static void ffi_thread_end(void *jvm) {
#endif
    (*(JavaVM *)jvm)->DetachCurrentThread((JavaVM *)jvm);
}

static inline int ffi_find(JNIEnv *env, jclass self, ffi_entry *entry) {
    entry->method = (*env)->GetStaticMethodID(env, self, entry->name, "(IJ)V");
    return entry->method != 0;
}

static inline int ffi_start(JNIEnv *env, jclass self, jlong jni_upcalls) {
    (*env)->GetJavaVM(env, &ffi_jvm);
    ffi_native = (*env)->NewGlobalRef(env, self);
    ffi_jni_upcalls = jni_upcalls;
#ifdef _WIN32
    ffi_thread_key = FlsAlloc(ffi_thread_end);
#else
    pthread_key_create(&ffi_thread_key, ffi_thread_end);
#endif
    return ffi_find(env, self, &ffi_link);
}

static inline JNIEnv *ffi_attached(void) {
    JNIEnv *env;
    if ((*ffi_jvm)->GetEnv(ffi_jvm, (void **)&env, FFI_JNI_VERSION) != 0) {
        if ((*ffi_jvm)->AttachCurrentThreadAsDaemon(ffi_jvm, (void **)&env, 0) != 0) {
            return 0;
        }
#ifdef _WIN32
        FlsSetValue(ffi_thread_key, ffi_jvm);
#else
        pthread_setspecific(ffi_thread_key, ffi_jvm);
#endif
    }
    return env;
}

static inline void ffi_call_method(JNIEnv *env, const ffi_entry *entry, jint number, const void *address) {
    jvalue arguments[2];
    arguments[0].i = number;
    arguments[1].j = (jlong)(intptr_t)address;
    (*env)->CallStaticVoidMethodA(env, ffi_native, entry->method, arguments);
    if ((*env)->ExceptionCheck(env)) {
        (*env)->ExceptionDescribe(env);
        (*env)->ExceptionClear(env);
    }
}

static void ffi_jni_upcall(ffi_entry *entry, jint number, const ffi_value *values) {
    JNIEnv *env = ffi_attached();
    if (!env) {
        return;
    }
    jlong left = __atomic_load_n(&ffi_jni_upcalls, __ATOMIC_RELAXED);
    /* Where little stack is left, java.lang.foreign could not be set up, now or ever. */
    if (left <= 0 && ffi_much_room()) {
        ffi_call_method(env, &ffi_link, 0, entry);
        if (!__atomic_load_n(&entry->function, __ATOMIC_ACQUIRE)) {
            __atomic_store_n(&ffi_jni_upcalls, FFI_JNI_ONLY, __ATOMIC_RELAXED);
        }
    } else if (left > 0 && left != FFI_JNI_ONLY) {
        __atomic_fetch_sub(&ffi_jni_upcalls, 1, __ATOMIC_RELAXED);
    }
    ffi_call_method(env, entry, number, values);
}

/* A negative number: Java is to refuse the call, since there is no stack for what its code would do. */
static inline void ffi_upcall(ffi_entry *entry, ffi_slot *slot, ffi_value *values) {
    enum ffi_room room = ffi_room_left();
    if (room == FFI_NO_ROOM) {
        __atomic_store_n(&slot->lost, 1, __ATOMIC_RELAXED);
        return;
    }
    jint number = room == FFI_ROOM ? slot->number : ~slot->number;
    void (*function)(jint, jlong) = __atomic_load_n(&entry->function, __ATOMIC_ACQUIRE);
    if (function) {
        function(number, (jlong)(intptr_t)values);
    } else {
        ffi_jni_upcall(entry, number, values);
    }
}

/* A function that Java implements. Nobody closes it, so its number tells Java whether it was called in vain before: 1. */
static inline void ffi_function_upcall(ffi_entry *entry, jint *lost, ffi_value *values) {
    ffi_slot slot = { __atomic_exchange_n(lost, 0, __ATOMIC_RELAXED), 0 };
    ffi_upcall(entry, &slot, values);
    if (slot.lost) {
        __atomic_store_n(lost, 1, __ATOMIC_RELAXED);
    }
}

/*
 * The elements of Java's arrays, which the JVM does not move until they are let go: for calls that are short, never block and
 * never call back. 0 for null; also where the JVM has no memory for it, which it then throws.
 */
static inline jlong ffi_pin(JNIEnv *env, jobject array) {
    return array ? (jlong)(intptr_t)(*env)->GetPrimitiveArrayCritical(env, array, 0) : 0;
}

static inline void ffi_unpin(JNIEnv *env, jobject array, jlong elements) {
    if (elements) {
        (*env)->ReleasePrimitiveArrayCritical(env, array, (void *)(intptr_t)elements, 0);
    }
}

/*
 * errno and Windows' last error, for cdefs that declare them. The JVM changes both whenever it likes, so each thread's are kept
 * as C left them, and given back before C runs again; Java reads and writes what is kept. FFI_IN_C begins a block in which
 * C runs, FFI_IN_JAVA one in which Java does; where the block ends, it is the other's turn again. The last error is read first
 * and written last: the C library may touch it when asked for errno.
 */
#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
static __thread unsigned long ffi_last_error;
#endif
#ifdef FFI_KEEPS_ERRNO
static __thread int ffi_errno;
#endif

static inline void ffi_keep_errors(int *unused) {
#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
    ffi_last_error = GetLastError();
#endif
#ifdef FFI_KEEPS_ERRNO
    ffi_errno = errno;
#endif
}

static inline void ffi_give_errors(int *unused) {
#ifdef FFI_KEEPS_ERRNO
    errno = ffi_errno;
#endif
#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
    SetLastError(ffi_last_error);
#endif
}

#define FFI_IN_C int ffi_block __attribute__((cleanup(ffi_keep_errors), unused)) = (ffi_give_errors(0), 0);
#define FFI_IN_JAVA int ffi_block __attribute__((cleanup(ffi_give_errors), unused)) = (ffi_keep_errors(0), 0);

/* One for each C function that a type of function pointer has for Java code. */
#define FFI_REPEAT(X) \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) \
    X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31) \
    X(32) X(33) X(34) X(35) X(36) X(37) X(38) X(39) X(40) X(41) X(42) X(43) X(44) X(45) X(46) X(47) \
    X(48) X(49) X(50) X(51) X(52) X(53) X(54) X(55) X(56) X(57) X(58) X(59) X(60) X(61) X(62) X(63)

#ifdef __cplusplus
}
#endif

#endif
