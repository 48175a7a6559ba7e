/* Loads the library it is given, calls its probe() and prints what that wrote. */
#include <stdio.h>

typedef int (*probe)(char *, int);

#ifdef _WIN32
#include <windows.h>
static probe load(const char *file) {
    HMODULE module = LoadLibraryA(file);
    return module ? (probe)(void *)GetProcAddress(module, "probe") : 0;
}
#else
#include <dlfcn.h>
static probe load(const char *file) {
    void *library = dlopen(file, RTLD_NOW);
    if (!library) fprintf(stderr, "%s\n", dlerror());
    return library ? (probe)dlsym(library, "probe") : 0;
}
#endif

int main(int argc, char **argv) {
    static char out[4096];
    probe found = argc == 2 ? load(argv[1]) : 0;
    if (!found) {
        fprintf(stderr, "cannot load it\n");
        return 2;
    }
    int status = found(out, sizeof out);
    fputs(out, stdout);
    return status;
}
