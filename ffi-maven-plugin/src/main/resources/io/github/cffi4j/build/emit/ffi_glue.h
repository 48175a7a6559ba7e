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

typedef uint8_t jboolean;
typedef int32_t jint;
typedef int64_t jlong;
typedef float jfloat;
typedef double jdouble;
typedef struct ffi_jvm_object *jclass;
typedef const struct ffi_jvm_functions *JNIEnv;

/* Everything else is hidden: -fvisibility=hidden. */
#ifdef _WIN32
#define FFI_EXPORT __declspec(dllexport)
#else
#define FFI_EXPORT __attribute__((visibility("default"), used))
#endif

/* The size of an integer type in bytes, negative if the type is signed. */
#define FFI_INTEGER(T) (((T)-1 < (T)1) ? -(int64_t)sizeof(T) : (int64_t)sizeof(T))

#endif
