/*
 * What every generated glue file stands on.
 *
 * It is included before the author's preamble, so that no macro of a header changes it. So it includes no header itself:
 * what those declare depends on feature macros such as _GNU_SOURCE, which are the preamble's to define. Every name is
 * ours (ffi_, FFI_) or the compiler's (__), because -D may define any other. No warning is told of it, whatever flags the
 * author chose.
 *
 * The JVM's types are written here and not taken from a JDK's jni.h: its jni_md.h differs between operating systems,
 * and nothing of the building machine may get into a library for another one. They have names of our own, because a library
 * may have JNI of its own beside its cdefs. Their widths are fixed by the JNI specification.
 */
#ifndef FFI_GLUE_H
#define FFI_GLUE_H

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Weverything"

/* The glue is C++ where the author's preamble is. */
#ifdef __cplusplus
#define FFI_C_LINKAGE extern "C"
extern "C" {
#else
#define FFI_C_LINKAGE
#endif

typedef unsigned char ffi_jboolean;
typedef int ffi_jint;
typedef __INT64_TYPE__ ffi_jlong;
typedef float ffi_jfloat;
typedef double ffi_jdouble;
typedef __INTPTR_TYPE__ ffi_intptr;
typedef struct ffi_jvm_object *ffi_jobject;
typedef ffi_jobject ffi_jclass;
typedef struct ffi_jvm_method *ffi_jmethodID;
typedef union ffi_jvalue { ffi_jint ffi_i; ffi_jlong ffi_j; double ffi_d; } ffi_jvalue;

/* On Windows of 32 bits the JVM calls, and is called, by stdcall: the callee takes the arguments off the stack. */
#if defined(_WIN32) && defined(__i386__)
#define FFI_JNICALL __attribute__((__stdcall__))
#else
#define FFI_JNICALL
#endif

/*
 * Of the JVM's two function tables what calls into Java need. The indexes are those of the JNI specification; everything
 * between is a pointer of no type.
 */
typedef const struct ffi_jvm_functions *ffi_JNIEnv;
typedef const struct ffi_jvm_invocation *ffi_JavaVM;
struct ffi_jvm_functions {
    void *ffi_unused_0[16];
    void (FFI_JNICALL *ExceptionDescribe)(ffi_JNIEnv *); /* 16 */
    void (FFI_JNICALL *ExceptionClear)(ffi_JNIEnv *);
    void *ffi_unused_18[3];
    ffi_jobject (FFI_JNICALL *NewGlobalRef)(ffi_JNIEnv *, ffi_jobject); /* 21 */
    void *ffi_unused_22[1];
    void (FFI_JNICALL *DeleteLocalRef)(ffi_JNIEnv *, ffi_jobject); /* 23 */
    void *ffi_unused_24[1];
    ffi_jobject (FFI_JNICALL *NewLocalRef)(ffi_JNIEnv *, ffi_jobject); /* 25 */
    void *ffi_unused_26[87];
    ffi_jmethodID (FFI_JNICALL *GetStaticMethodID)(ffi_JNIEnv *, ffi_jclass, const char *, const char *); /* 113 */
    void *ffi_unused_114[29];
    void (FFI_JNICALL *CallStaticVoidMethodA)(ffi_JNIEnv *, ffi_jclass, ffi_jmethodID, const ffi_jvalue *); /* 143 */
    void *ffi_unused_144[36];
    ffi_jobject (FFI_JNICALL *NewLongArray)(ffi_JNIEnv *, ffi_jint); /* 180 */
    void *ffi_unused_181[31];
    void (FFI_JNICALL *SetLongArrayRegion)(ffi_JNIEnv *, ffi_jobject, ffi_jint, ffi_jint, const ffi_jlong *); /* 212 */
    void *ffi_unused_213[6];
    ffi_jint (FFI_JNICALL *GetJavaVM)(ffi_JNIEnv *, ffi_JavaVM **); /* 219 */
    void *ffi_unused_220[2];
    void *(FFI_JNICALL *GetPrimitiveArrayCritical)(ffi_JNIEnv *, ffi_jobject, ffi_jboolean *); /* 222 */
    void (FFI_JNICALL *ReleasePrimitiveArrayCritical)(ffi_JNIEnv *, ffi_jobject, void *, ffi_jint);
    void *ffi_unused_224[2];
    ffi_jobject (FFI_JNICALL *NewWeakGlobalRef)(ffi_JNIEnv *, ffi_jobject); /* 226 */
    void *ffi_unused_227[1];
    ffi_jboolean (FFI_JNICALL *ExceptionCheck)(ffi_JNIEnv *); /* 228 */
};
struct ffi_jvm_invocation {
    void *ffi_unused_0[5];
    ffi_jint (FFI_JNICALL *DetachCurrentThread)(ffi_JavaVM *); /* 5 */
    ffi_jint (FFI_JNICALL *GetEnv)(ffi_JavaVM *, void **, ffi_jint);
    ffi_jint (FFI_JNICALL *AttachCurrentThreadAsDaemon)(ffi_JavaVM *, void **, void *);
};

/* Everything else is hidden: -fvisibility=hidden. */
#ifdef _WIN32
#define FFI_EXPORT FFI_C_LINKAGE __attribute__((__dllexport__)) FFI_JNICALL
#else
#define FFI_EXPORT FFI_C_LINKAGE __attribute__((__visibility__("default"), __used__))
#endif

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
/* @registers */

#define FFI_SLOTS(v) \
    , (v).ffi_slots[0], (v).ffi_slots[1], (v).ffi_slots[2], (v).ffi_slots[3], (v).ffi_slots[4], (v).ffi_slots[5], (v).ffi_slots[6], (v).ffi_slots[7] \
    , (v).ffi_slots[8], (v).ffi_slots[9], (v).ffi_slots[10], (v).ffi_slots[11], (v).ffi_slots[12], (v).ffi_slots[13], (v).ffi_slots[14], (v).ffi_slots[15] \
    , (v).ffi_slots[16], (v).ffi_slots[17], (v).ffi_slots[18], (v).ffi_slots[19], (v).ffi_slots[20], (v).ffi_slots[21], (v).ffi_slots[22], (v).ffi_slots[23] \
    , (v).ffi_slots[24], (v).ffi_slots[25], (v).ffi_slots[26], (v).ffi_slots[27], (v).ffi_slots[28], (v).ffi_slots[29], (v).ffi_slots[30], (v).ffi_slots[31]

/* A call of what may be a macro. */
#define FFI_CALL(function, ...) function(__VA_ARGS__)

struct ffi_varargs {
    ffi_jlong ffi_integers[8];
    double ffi_floats[8];
    ffi_jlong ffi_slots[FFI_MAX_VARARGS];
};

/* integers and floats: how many registers of each kind the fixed parameters take. */
static __inline void ffi_unpack(struct ffi_varargs *ffi_v, const ffi_jlong *ffi_packed, int ffi_integers, int ffi_floats) {
    int ffi_integers_left = FFI_INTEGER_REGISTERS - ffi_integers;
    int ffi_floats_left = FFI_FLOAT_REGISTERS - ffi_floats;
    int ffi_integer = 0;
    int ffi_floating = 0;
    int ffi_slot = 0;
    __builtin_memset(ffi_v, 0, sizeof *ffi_v);
    for (int ffi_i = 0; ffi_i < FFI_MAX_VARARGS; ffi_i++) {
        if ((ffi_packed[0] >> ffi_i) & 1) {
            if (ffi_floating < ffi_floats_left) {
                __builtin_memcpy(&ffi_v->ffi_floats[ffi_floating++], &ffi_packed[ffi_i + 1], sizeof(double));
            } else {
                ffi_v->ffi_slots[ffi_slot++] = ffi_packed[ffi_i + 1];
            }
        } else if (ffi_integer < ffi_integers_left) {
            ffi_v->ffi_integers[ffi_integer++] = ffi_packed[ffi_i + 1];
        } else {
            ffi_v->ffi_slots[ffi_slot++] = ffi_packed[ffi_i + 1];
        }
    }
}
#endif

/*
 * A va_list on its way into C or Java: a copy, since who reads a list leaves it where nobody may read on. What it is (a
 * struct, an array, a pointer), the platform settles; Java has its address.
 */
typedef struct ffi_list_copy { __builtin_va_list ffi_list; } ffi_list_copy;

static __inline void ffi_end_list(ffi_list_copy *ffi_copy) {
    __builtin_va_end(ffi_copy->ffi_list);
}

#define FFI_LIST(ffi_name, ffi_from) \
    ffi_list_copy ffi_name __attribute__((__cleanup__(ffi_end_list))); __builtin_va_copy(ffi_name.ffi_list, ffi_from);

/*
 * The list of what C passed behind a parameter. Nothing ends it: va_end does nothing on any of our platforms, and a function
 * that did would be out of reach for a copy of the code that calls it (see ffi_callbacks.h).
 */
#define FFI_START(ffi_name, ffi_last) \
    ffi_list_copy ffi_name; __builtin_va_start(ffi_name.ffi_list, ffi_last);

/* A long[] of Java's; 0 where the JVM has no memory for it, which it then throws. */
static __inline ffi_jobject ffi_longs(ffi_JNIEnv *ffi_env, const ffi_jlong *ffi_values, ffi_jint ffi_count) {
    ffi_jobject ffi_array = (*ffi_env)->NewLongArray(ffi_env, ffi_count);
    if (ffi_array) {
        (*ffi_env)->SetLongArrayRegion(ffi_env, ffi_array, 0, ffi_count, ffi_values);
    }
    return ffi_array;
}

/*
 * Calls from C into Java. The Java method gets a number and the address of the arguments, 64 bits each; the first is for
 * the result. A thread that the JVM does not know is attached as a daemon and detached when it ends.
 */
typedef union ffi_value { ffi_jlong ffi_i; double ffi_d; } ffi_value;

/* A static method (int, long) of Java's. Java knows where the three are, and fills in the first. */
typedef struct ffi_entry {
    void (*ffi_function)(ffi_jint, ffi_jlong); /* by which java.lang.foreign calls it; 0: call it by JNI */
    const char *ffi_name;
    ffi_jmethodID ffi_method;
} ffi_entry;

static ffi_JavaVM *ffi_jvm;
/* Weak: the class owns this library, and both are to go when the application that brought them goes. */
static ffi_jclass ffi_native;
/* The class once more if it cannot go before the JVM: a local reference for each call takes a fifth of the call. */
static ffi_jclass ffi_native_for_good;
static ffi_jint ffi_asked_for_good;
static ffi_entry ffi_link = { 0, "ffi_link", 0 };

/* How many more calls go by JNI before java.lang.foreign is asked for a function, which costs time once. */
static ffi_jlong ffi_jni_upcalls;
#define FFI_JNI_ONLY __INT64_MAX__

#define FFI_JNI_VERSION 0x00010006

/*
 * What tells the end of a thread: a thread-local value with a destructor, which is the JVM's own DetachCurrentThread, since a
 * function of this library might be gone by then. All libraries share one key, by way of Java: systems have few, and one of a
 * library that goes could not be deleted before the threads that it attached end. Names of our own need no header.
 */
#ifdef _WIN32
#define FFI_STDCALL __attribute__((__stdcall__))
__attribute__((__dllimport__)) unsigned long FFI_STDCALL FlsAlloc(void(FFI_STDCALL *)(void *));
__attribute__((__dllimport__)) int FFI_STDCALL FlsFree(unsigned long);
__attribute__((__dllimport__)) int FFI_STDCALL FlsSetValue(unsigned long, void *);
typedef unsigned long ffi_key;
#else
#define FFI_STDCALL
#if defined(__APPLE__)
typedef unsigned long ffi_key;
#define FFI_SYMBOL(name) __asm__("_" name)
#else
#define FFI_SYMBOL(name) __asm__(name)
#if defined(__FreeBSD__)
typedef int ffi_key;
#else
typedef unsigned int ffi_key;
#endif
#endif
extern int ffi_key_create(ffi_key *, void (*)(void *)) FFI_SYMBOL("pthread_key_create");
extern int ffi_key_delete(ffi_key) FFI_SYMBOL("pthread_key_delete");
extern int ffi_key_set(ffi_key, const void *) FFI_SYMBOL("pthread_setspecific");
#endif

#include "ffi_callbacks.h"

/* The numbers with which Java's ffi_link is called. */
#define FFI_LINK_ENTRY 0
#define FFI_LINK_KEY 1
#define FFI_LINK_FOR_GOOD 2
static ffi_jlong ffi_shared_key = -1;

static __inline int ffi_find(ffi_JNIEnv *ffi_env, ffi_jclass ffi_self, ffi_entry *ffi_to) {
    ffi_to->ffi_method = (*ffi_env)->GetStaticMethodID(ffi_env, ffi_self, ffi_to->ffi_name, "(IJ)V");
    return ffi_to->ffi_method != 0;
}

static __inline int ffi_start(ffi_JNIEnv *ffi_env, ffi_jclass ffi_self, ffi_jlong ffi_first) {
    (*ffi_env)->GetJavaVM(ffi_env, &ffi_jvm);
    ffi_native = (*ffi_env)->NewWeakGlobalRef(ffi_env, ffi_self);
    ffi_jni_upcalls = ffi_first;
    return ffi_find(ffi_env, ffi_self, &ffi_link);
}

static __inline void ffi_call_method_of(
    ffi_JNIEnv *ffi_env, ffi_jclass ffi_self, const ffi_entry *ffi_to, ffi_jint ffi_number, const void *ffi_address) {
    ffi_jvalue ffi_arguments[2];
    ffi_arguments[0].ffi_i = ffi_number;
    ffi_arguments[1].ffi_j = (ffi_jlong)(ffi_intptr)ffi_address;
    (*ffi_env)->CallStaticVoidMethodA(ffi_env, ffi_self, ffi_to->ffi_method, ffi_arguments);
    if ((*ffi_env)->ExceptionCheck(ffi_env)) {
        (*ffi_env)->ExceptionDescribe(ffi_env);
        (*ffi_env)->ExceptionClear(ffi_env);
    }
}

/* Nothing is called if the class is gone. */
static __inline void ffi_call_method(ffi_JNIEnv *ffi_env, const ffi_entry *ffi_to, ffi_jint ffi_number, const void *ffi_address) {
    ffi_jclass ffi_self = __atomic_load_n(&ffi_native_for_good, __ATOMIC_ACQUIRE);
    if (ffi_self) {
        ffi_call_method_of(ffi_env, ffi_self, ffi_to, ffi_number, ffi_address);
        return;
    }
    ffi_self = (*ffi_env)->NewLocalRef(ffi_env, ffi_native);
    if (!ffi_self) {
        return;
    }
    ffi_call_method_of(ffi_env, ffi_self, ffi_to, ffi_number, ffi_address);
    (*ffi_env)->DeleteLocalRef(ffi_env, ffi_self);
}

/* Once. Other threads find the class by its weak reference meanwhile. */
static __attribute__((__noinline__)) void ffi_ask_for_good(ffi_JNIEnv *ffi_env) {
    if (__atomic_exchange_n(&ffi_asked_for_good, 1, __ATOMIC_RELAXED)) {
        return;
    }
    ffi_jlong ffi_stays = 0;
    ffi_call_method(ffi_env, &ffi_link, FFI_LINK_FOR_GOOD, &ffi_stays);
    ffi_jclass ffi_self = ffi_stays ? (*ffi_env)->NewLocalRef(ffi_env, ffi_native) : 0;
    if (ffi_self) {
        __atomic_store_n(&ffi_native_for_good, (*ffi_env)->NewGlobalRef(ffi_env, ffi_self), __ATOMIC_RELEASE);
        (*ffi_env)->DeleteLocalRef(ffi_env, ffi_self);
    }
}

/* The key of all libraries: the one that is made here, unless Java knows one. Negative if the system has none left. */
static ffi_jlong ffi_find_key(ffi_JNIEnv *ffi_env) {
    void (FFI_STDCALL *ffi_end)(void *) = (void (FFI_STDCALL *)(void *))(void *)(*ffi_jvm)->DetachCurrentThread;
#ifdef _WIN32
    ffi_key ffi_made = FlsAlloc(ffi_end);
    ffi_jlong ffi_found = ffi_made == (ffi_key)-1 ? -1 : (ffi_jlong)ffi_made;
#else
    ffi_key ffi_made;
    ffi_jlong ffi_found = ffi_key_create(&ffi_made, ffi_end) ? -1 : (ffi_jlong)ffi_made;
#endif
    ffi_jlong ffi_shared = ffi_found;
    ffi_call_method(ffi_env, &ffi_link, FFI_LINK_KEY, &ffi_shared);
    if (ffi_found >= 0 && ffi_shared != ffi_found) {
#ifdef _WIN32
        FlsFree(ffi_made);
#else
        ffi_key_delete(ffi_made);
#endif
    }
    return ffi_shared;
}

static __inline ffi_JNIEnv *ffi_attached(void) {
    ffi_JNIEnv *ffi_env;
    if ((*ffi_jvm)->GetEnv(ffi_jvm, (void **)&ffi_env, FFI_JNI_VERSION) != 0) {
        if ((*ffi_jvm)->AttachCurrentThreadAsDaemon(ffi_jvm, (void **)&ffi_env, 0) != 0) {
            return 0;
        }
        ffi_jlong ffi_found = __atomic_load_n(&ffi_shared_key, __ATOMIC_RELAXED);
        if (ffi_found < 0) {
            ffi_found = ffi_find_key(ffi_env);
            __atomic_store_n(&ffi_shared_key, ffi_found, __ATOMIC_RELAXED);
        }
        if (ffi_found >= 0) {
#ifdef _WIN32
            FlsSetValue((ffi_key)ffi_found, ffi_jvm);
#else
            ffi_key_set((ffi_key)ffi_found, ffi_jvm);
#endif
        }
    }
    return ffi_env;
}

static void ffi_jni_upcall(ffi_entry *ffi_to, ffi_jint ffi_number, const ffi_value *ffi_values) {
    ffi_JNIEnv *ffi_env = ffi_attached();
    if (!ffi_env) {
        return;
    }
    if (!__atomic_load_n(&ffi_asked_for_good, __ATOMIC_RELAXED) && ffi_much_room()) {
        ffi_ask_for_good(ffi_env);
    }
    ffi_jlong ffi_left = __atomic_load_n(&ffi_jni_upcalls, __ATOMIC_RELAXED);
    /* Where little stack is left, java.lang.foreign could not be set up, now or ever. */
    if (ffi_left <= 0 && ffi_much_room()) {
        ffi_call_method(ffi_env, &ffi_link, FFI_LINK_ENTRY, ffi_to);
        if (!__atomic_load_n(&ffi_to->ffi_function, __ATOMIC_ACQUIRE)) {
            __atomic_store_n(&ffi_jni_upcalls, FFI_JNI_ONLY, __ATOMIC_RELAXED);
        }
    } else if (ffi_left > 0 && ffi_left != FFI_JNI_ONLY) {
        __atomic_fetch_sub(&ffi_jni_upcalls, 1, __ATOMIC_RELAXED);
    }
    ffi_call_method(ffi_env, ffi_to, ffi_number, ffi_values);
}

/* A negative number: Java is to refuse the call, since there is no stack for what its code would do. */
static __inline void ffi_upcall(ffi_entry *ffi_to, ffi_slot *ffi_called, ffi_value *ffi_values) {
    enum ffi_room ffi_left = ffi_room_left();
    if (ffi_left == FFI_NO_ROOM) {
        __atomic_store_n(&ffi_called->ffi_lost, 1, __ATOMIC_RELAXED);
        return;
    }
    ffi_jint ffi_number = ffi_left == FFI_ROOM ? ffi_called->ffi_number : ~ffi_called->ffi_number;
    void (*ffi_function)(ffi_jint, ffi_jlong) = __atomic_load_n(&ffi_to->ffi_function, __ATOMIC_ACQUIRE);
    if (ffi_function) {
        ffi_function(ffi_number, (ffi_jlong)(ffi_intptr)ffi_values);
    } else {
        ffi_jni_upcall(ffi_to, ffi_number, ffi_values);
    }
}

/* A function that Java implements. Nobody closes it, so its number tells Java whether it was called in vain before: 1. */
static __inline void ffi_function_upcall(ffi_entry *ffi_to, ffi_jint *ffi_lost, ffi_value *ffi_values) {
    /* A load first: an exchange takes as long as a tenth of the call. */
    ffi_jint ffi_before = __atomic_load_n(ffi_lost, __ATOMIC_RELAXED);
    ffi_slot ffi_called = { ffi_before ? __atomic_exchange_n(ffi_lost, 0, __ATOMIC_RELAXED) : 0, 0 };
    ffi_upcall(ffi_to, &ffi_called, ffi_values);
    if (ffi_called.ffi_lost) {
        __atomic_store_n(ffi_lost, 1, __ATOMIC_RELAXED);
    }
}

/*
 * The elements of Java's arrays, which the JVM does not move until they are let go: for calls that are short, never block and
 * never call back. 0 for null; also where the JVM has no memory for it, which it then throws.
 */
static __inline ffi_jlong ffi_pin(ffi_JNIEnv *ffi_env, ffi_jobject ffi_array) {
    return ffi_array ? (ffi_jlong)(ffi_intptr)(*ffi_env)->GetPrimitiveArrayCritical(ffi_env, ffi_array, 0) : 0;
}

static __inline void ffi_unpin(ffi_JNIEnv *ffi_env, ffi_jobject ffi_array, ffi_jlong ffi_elements) {
    if (ffi_elements) {
        (*ffi_env)->ReleasePrimitiveArrayCritical(ffi_env, ffi_array, (void *)(ffi_intptr)ffi_elements, 0);
    }
}

/* One for each C function that a type of function pointer has for Java code. */
#define FFI_REPEAT(X) \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) \
    X(16) X(17) X(18) X(19) X(20) X(21) X(22) X(23) X(24) X(25) X(26) X(27) X(28) X(29) X(30) X(31) \
    X(32) X(33) X(34) X(35) X(36) X(37) X(38) X(39) X(40) X(41) X(42) X(43) X(44) X(45) X(46) X(47) \
    X(48) X(49) X(50) X(51) X(52) X(53) X(54) X(55) X(56) X(57) X(58) X(59) X(60) X(61) X(62) X(63)

#ifdef __cplusplus
}
#endif

#pragma clang diagnostic pop

#endif
