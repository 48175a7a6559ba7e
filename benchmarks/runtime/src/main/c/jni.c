/* JNI as one writes it by hand: addresses as jlong, the environment of callbacks kept for the thread. */
#include "workload.h"
#include <jni.h>

#define JAVA(result, name) JNIEXPORT result JNICALL Java_io_github_cffi4j_benchmark_runtime_JniCalls_##name

JAVA(jint, add)(JNIEnv *env, jclass type, jint a, jint b) { return add(a, b); }
JAVA(jdouble, multiply)(JNIEnv *env, jclass type, jdouble a, jdouble b) { return multiply(a, b); }
JAVA(jdouble, twelve)(JNIEnv *env, jclass type, jint a, jdouble b, jlong c, jdouble d, jint e, jfloat f, jlong g, jdouble h, jint i, jdouble j, jlong k, jdouble l) {
    return twelve(a, b, c, d, e, f, g, h, i, j, k, l);
}
JAVA(jdouble, total)(JNIEnv *env, jclass type, jlong reading) { return total((const struct reading *)reading); }
JAVA(jdouble, sum)(JNIEnv *env, jclass type, jlong point) { return sum(*(const struct point *)point); }
JAVA(jint, id)(JNIEnv *env, jclass type, jlong reading) { return ((const struct reading *)reading)->id; }
JAVA(void, setId)(JNIEnv *env, jclass type, jlong reading, jint id) { ((struct reading *)reading)->id = id; }

JAVA(jint, length)(JNIEnv *env, jclass type, jstring text) {
    const char *chars = (*env)->GetStringUTFChars(env, text, 0);
    if (!chars) return 0;
    jint result = length(chars);
    (*env)->ReleaseStringUTFChars(env, text, chars);
    return result;
}

JAVA(jstring, greeting)(JNIEnv *env, jclass type) { return (*env)->NewStringUTF(env, greeting()); }

JAVA(jint, checksum)(JNIEnv *env, jclass type, jbyteArray bytes) {
    jint count = (*env)->GetArrayLength(env, bytes);
    void *elements = (*env)->GetPrimitiveArrayCritical(env, bytes, 0);
    if (!elements) return 0;
    jint result = checksum(elements, count);
    (*env)->ReleasePrimitiveArrayCritical(env, bytes, elements, JNI_ABORT);
    return result;
}

static _Thread_local JNIEnv *caller;
static jclass callbacks;
static jmethodID combine, compare;

JAVA(void, initialise)(JNIEnv *env, jclass type) {
    callbacks = (*env)->NewGlobalRef(env, type);
    combine = (*env)->GetStaticMethodID(env, type, "combine", "(II)I");
    if (combine) compare = (*env)->GetStaticMethodID(env, type, "compare", "(II)I");
}

static int call(jmethodID method, jint a, jint b) {
    JNIEnv *env = caller;
    if ((*env)->ExceptionCheck(env)) return 0;
    return (*env)->CallStaticIntMethod(env, callbacks, method, a, b);
}
static int call_combine(int a, int b) { return call(combine, a, b); }
static int call_compare(const void *a, const void *b) { return call(compare, *(const int *)a, *(const int *)b); }

JAVA(jint, repeat)(JNIEnv *env, jclass type, jint times) {
    caller = env;
    return repeat(call_combine, times);
}

JAVA(void, sort)(JNIEnv *env, jclass type, jlong values, jint count) {
    caller = env;
    sort((int *)values, count, call_compare);
}
