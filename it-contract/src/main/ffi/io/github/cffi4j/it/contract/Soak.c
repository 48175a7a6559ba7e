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
static long long soak_malloced(void) {
    long long bytes = 0;
#ifdef __GLIBC__
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out) return 0;
    malloc_info(0, out);
    fclose(out);
    /* The last one is of all arenas together; what was mapped by itself is told apart. */
    static const char system[] = "<system type=\"current\" size=\"", mapped[] = "<total type=\"mmap\"";
    for (char *at = text; (at = strstr(at, system)); at += sizeof system) bytes = atoll(at + sizeof system - 1);
    char *more = strstr(text, mapped);
    if (more && (more = strstr(more, "size=\""))) bytes += atoll(more + 6);
    free(text);
#endif
    return bytes;
}
