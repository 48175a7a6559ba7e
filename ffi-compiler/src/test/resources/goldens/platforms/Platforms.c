#include <stdint.h>
#include "../kinds/kinds.h"

static int everywhere(int x) { return x + 1; }
static kind kind_of(kind k) { return k; }
static int add(int a, int b) { return a + b; }

#ifdef _WIN32
static int wide_of(struct wide *w) { return w->w; }
static int beep(int hertz) { return hertz; }
#define DRIVES 26
#define SEPARATOR ';'
enum signal { INT = 2, BREAK = 21 };
struct status { int size; unsigned short attributes; double time; };
struct handle { int more, id; void *event; };
typedef uint64_t registry_key;
struct overlapped { int offset; };
static int registry_open(registry_key *key, struct overlapped *how) { *key = 7; return how->offset; }
static int __stdcall send_bytes(const unsigned char *bytes, int count) { return count ? bytes[0] : 0; }
static const char *const COMSPEC = "cmd.exe";
static int windows_errors;
static void queue(void (*code)(long)) { code(1); }
#else
static int narrow_of(struct narrow n) { return n.n; }
static int fork_twice(int x) { return 2 * x; }
#define NICE 19
#define SEPARATOR ':'
struct status { int size; long blocks; unsigned sticky : 1; double time; };
struct handle { int id; char more; short flags; };
static int send_bytes(uint8_t *bytes, int n) { return n ? bytes[0] : 0; }
static const double UNIX_PI = 3.25;
static const struct status FIRST = { 1, 2, 1, 0.5 };
static int unix_errors = 3;
static int on_signal(int (*h)(int), int signal) { return h(signal); }
#endif

#if defined(__linux__)
#define EVENTS 3
enum signal { HUP = 1, INT = 2, POLL = 29 };
static int on_event(int fd);
static int raise_event(int fd) { return on_event(fd); }
#ifdef __GLIBC__
static int glibc_only(void) { return 6; }
#else
static int musl_only(void) { return 5; }
#endif
#elif defined(__APPLE__)
enum signal { HUP = 1, INT = 2, INFO = 29 };
#endif

static int handle_id(struct handle h) { return h.id; }

struct secret { int value; };
static struct secret *secret_get(void) { static struct secret it = { 42 }; return &it; }
