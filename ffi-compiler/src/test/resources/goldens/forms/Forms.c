#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/types.h>
#include <wchar.h>
#ifdef __APPLE__ /* has no uchar.h */
typedef uint_least16_t char16_t;
typedef uint_least32_t char32_t;
#else
#include <uchar.h>
#endif

#ifdef _WIN32
#include <windows.h>
#else
#define __stdcall
#define __cdecl
#define WINAPI
typedef void *HANDLE, *LPVOID;
typedef const char *LPCSTR;
typedef unsigned short WORD, WCHAR;
typedef const WCHAR *LPCWSTR;
typedef int BOOL;
typedef unsigned int DWORD, *PDWORD;
typedef uintptr_t UINT_PTR;
#endif

#define VERSION 42
#define OCTAL 15
#define NEGATIVE (-1)
#define WIDE 42
#define TOLD 77
#define SPREAD 16
#define LIMIT 41
#define LIMIT_IS 42
#define PORT 8080
#define RATIO 0.25
#define NAME "forms"
#define TITLE ((char *)"all of them")
#define DEEP 0.125L

typedef short told;
typedef unsigned char told_too;
typedef double real;
typedef struct { int hidden; } secret;
typedef struct hidden_key { int hidden; } *key;
typedef struct opaque { int inside; } opaque, *opaque_p;
typedef struct { int a, b; } *only_pointer;
typedef struct { int x; } both, *both_p;
typedef int row[4];
typedef int (*table)[4];
typedef int operation(int, int);
typedef operation *operation_p;
typedef operation_p (*chooser)(char which);
enum color { RED, GREEN = 4, BLUE, ALSO_BLUE = BLUE };
enum partial { P_ZERO, P_ONE };
enum each { E_ONE = 7, E_TWO };
enum { ANONYMOUS = 'a', COMPUTED = 7 };
typedef enum { LEFT, RIGHT } side;
struct nested {
    struct { int in; } named;
    struct { int low, high; };
    union { int i; float f; };
    enum { ON, OFF } state;
};
struct some { int first; int second; };
struct empty { int something; };
struct bits { unsigned a : 3, : 2; int b : 5; side s : 2; unsigned : 0; unsigned c : 1; };
struct tail { int n; short data[]; };
struct arrays { int fixed[5]; char told[6]; int grid[2][3]; row r; const char *names[3]; int (*rows)[4]; };
struct calls { operation *one; operation_p many[2]; int (*(*chosen)(int))(int); };
struct self { struct self *next; };
union number { int i; double d; };

static FILE *standard_out(void) { return stdout; }
static wchar_t wide_char(wchar_t c) { return c; }
static char16_t char16(char16_t c) { return c; }
static char32_t char32(char32_t c) { return c; }
static bool negated(bool b) { return !b; }
static ssize_t signed_size(ssize_t n) { return -n; }
static intmax_t widest(intmax_t n) { return n; }
static uintmax_t widest_unsigned(uintmax_t n) { return n; }
static int_fast16_t fast(int_fast16_t n) { return n; }
static ptrdiff_t distance(const char *a, const char *b) { return b - a; }
static unsigned long long spelled(short s, long l) { return (unsigned long long)(s + l); }
static DWORD windows_names(HANDLE h, LPCSTR text, WORD w, BOOL b, UINT_PTR p) { return text[0] + w + (b != 0) + (h == 0) + (DWORD)p; }
static LPVOID *windows_pointers(PDWORD d, LPCWSTR w) { *d = w ? w[0] : 5; return 0; }
static int __stdcall convention(int (__cdecl *f)(int), int x) { return f(x); }
static void WINAPI callback_convention(void (WINAPI *f)(void)) { f(); }
static int old_style() { return 1; }
static int inlined(void) { return 2; }
static int also_inlined(void) { return 3; }
static int external(int a[5], int b[], int (*c)[4], int d[2]) { return a[4] + b[0] + c[1][3] + d[1]; }
static int *pointer_to_element(int (*grid)[4], int i) { return grid[i]; }
static int add(int a, int b) { return a + b; }
static int subtract(int a, int b) { return a - b; }
static operation_p choose(char which) { return which == '+' ? add : subtract; }
static chooser chooser_of(void) { return choose; }
static int applied(int f(int), int x) { return f(x); }
static int first(int n, ...) { return n; }
static int second;
static const volatile int *qualified(int *restrict p, const char *const *names) { return names ? p : 0; }
static both by_value(both b, union number n) { b.x += n.i; return b; }
static only_pointer pointer_only(void) { static struct { int a, b; } it = { 3, 4 }; return (only_pointer)&it; }
static secret *a_secret(void) { static secret it = { 5 }; return &it; }
static key a_key(void) { static struct hidden_key it = { 6 }; return &it; }
static int look(only_pointer p, secret *s, key k, opaque_p o) { return p->a + s->hidden + k->hidden + (o == 0); }
static told told_of(told t, told_too u, real r) { return (told)(t + u + r); }
static enum color next_color(enum color c) { return c == RED ? GREEN : BLUE; }
static side other_side(side s) { return s == LEFT ? RIGHT : LEFT; }
static int sum_of(struct tail *t) { int s = 0; for (int i = 0; i < t->n; i++) s += t->data[i]; return s; }
static struct arrays *filled(void) {
    static int more[2][4] = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 } };
    static struct arrays it = { { 1, 2, 3, 4, 5 }, "told", { { 1, 2, 3 }, { 4, 5, 6 } }, { 9, 8, 7, 6 }, { "a", "b" }, more };
    return &it;
}
static int increment(int x) { return x + 1; }
static int (*chosen(int x))(int) { return increment; }
static struct calls *called(void) { static struct calls it = { add, { add, subtract }, chosen }; return &it; }
static int grid_sum(int grid[2][3]) { return grid[0][0] + grid[1][2]; }
static int counter = 10;
static const char *message = "hello";
static int numbers[3] = { 1, 2, 3 };
static both pair = { 12 };
static operation_p current = add;
static int from_java(int x);
void exported_from_java(int x);
static int block_one(int x);
static int block_two(int x);
static int call_java(int x) { exported_from_java(x); return from_java(x) + block_one(x) + block_two(x); }
static int in_c(int x) { return x; }
static int attributed(const char *s) { return s[0]; }
