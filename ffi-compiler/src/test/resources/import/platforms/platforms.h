#include <stddef.h>
#include <sys/types.h>
#include <wchar.h>

typedef long handle_number;
#ifdef _WIN32
typedef void *os_handle;
typedef unsigned long os_length;
int open_registry(const char *key);
#define PLATFORM_ONLY 1
#else
typedef int os_handle;
typedef size_t os_length;
int open_socket(int domain);
int open_pipe(int *ends);
#endif
#if defined(__APPLE__)
enum order { FIRST = 10, SECOND };
#else
enum order { FIRST, SECOND };
#endif
struct buffer {
    char *base;
    os_length length;
#ifdef __linux__
    int descriptor;
#endif
};
#ifdef __x86_64__
int only_x86(void);
#endif
#if defined(__linux__) && defined(__GLIBC__)
int only_glibc(void);
#endif
off_t position(os_handle of, wchar_t c);
int everywhere(struct buffer *b);
#ifdef _WIN32
typedef struct { int handle; } lock_kind;
#else
typedef union { long words[2]; } lock_kind;
#endif
struct guarded { int count; lock_kind inside; };
int take_lock(lock_kind *lock, struct guarded *all);
