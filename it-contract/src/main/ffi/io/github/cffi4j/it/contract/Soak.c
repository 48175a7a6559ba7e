#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif
static int soak_add(int a, int b) { return a + b; }
typedef int (*soak_step)(int value);
static int soak_repeat(soak_step step, int value, int times) {
    while (times-- > 0) value = step(value);
    return value;
}
#ifdef __GLIBC__
/* The size in the last element that starts so: that of all arenas together stands last. */
static long long last_size(const char *text, const char *element) {
    const char *last = NULL;
    for (const char *at = text; (at = strstr(at, element)); at++) last = at;
    const char *size = last ? strstr(last, "size=\"") : NULL;
    return size ? atoll(size + 6) : 0;
}
#endif
static long long soak_malloced(void) {
    long long bytes = 0;
#ifdef __GLIBC__
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) return 0;
    malloc_info(0, out);
    fclose(out);
    bytes = last_size(text, "<system type=\"current\"") + last_size(text, "<total type=\"mmap\"")
        - last_size(text, "<total type=\"fast\"") - last_size(text, "<total type=\"rest\"");
    free(text);
#endif
    return bytes;
}
