#ifdef _WIN32
#include <winsock2.h>
#endif
#include <errno.h>
#include <stdlib.h>

static long parse(const char *text) { return strtol(text, 0, 10); }
static int number(void) { return errno; }
static int fail(int with) { errno = with; return -1; }
static void clear(void) { errno = 0; }
typedef int (*attempt)(int n);
static attempt failing(void) { return fail; }
static int retried(attempt code) { errno = 1; return code(0) * 100 + errno; }
struct pair { int a, b; };
static struct pair failed_pair(int with) { errno = with; return (struct pair){ with, -with }; }
static int failed_in_many(int count, ...) { errno = count; return -1; }
static int on_failure(void);
static int fire(int with) { errno = with; return on_failure() * 100 + errno; }
