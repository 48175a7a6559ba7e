/* What the cdefs in claims.txt are wrong about. */
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wchar.h>

int twice(int n);
unsigned count(void);
unsigned char octet(void);
const char *name_of(int n);
char *buffer(void);
void *context(void);
void no_result(int n);
double half(double x);
float quarter(float x);
long double precise(long double x);
bool ready(void);
size_t length(const char *s);
wchar_t wide(wchar_t c);
int sum(int n, ...);
void fill(int *values, size_t n);
void fill_wide(wchar_t *values);
void fill_long(long *values);
int get(int values[static 3]);

struct pair { int first; double second; };
typedef struct pair pair_t;
int measure(const struct pair *p, int flags);
struct pair swap(struct pair p);
struct other { double second; int first; };
typedef struct { int x, y; } point_t;
point_t move(point_t p, const point_t *by);

struct triple { int a, b, c; };
struct numbers { unsigned char u8; short s; unsigned u; long l; size_t z; int64_t q; wchar_t w; bool b; char c; };
struct reals { float f; double d; long double ld; };
struct __attribute__((packed)) tight { char c; int i; };
struct loose { char c; int i; };
struct roomy { _Alignas(16) int i; };
struct waves { double _Complex z; float _Complex f; };
static double _Complex wave(double _Complex z) { return z; }
struct bits { unsigned a : 3; int b : 5; unsigned c; };
struct grid { int cells[3][4]; char name[16]; };
struct tail { int n; char data[]; };
struct outer { int kind; union { int i; float f; }; struct { short x, y; } at; struct pair p; };
union value { int i; double d; char c[8]; };
struct pointers { int *i; const char *s; void *any; struct pair *p; char **list; int *const fixed; volatile int state; };
struct stamp { int64_t seconds; };
struct time_of_day { long seconds; long micros; };

typedef int (*compare_fn)(const void *, const void *);
typedef void done_fn(void *);
struct handler { compare_fn compare; done_fn *done; };
void sort(void *base, compare_fn compare);
void each(void (*visit)(int, double));
compare_fn comparer(void);

enum color { RED, GREEN = 5, BLUE };
typedef enum { SMALL = -1, LARGE = 1 } size_kind;
enum color paint(enum color c);

typedef unsigned flags_t;
typedef float real_t;
typedef struct hidden hidden;
typedef struct hidden *hidden_p;
typedef const char *text_t;

extern int counter;
extern const int limit;
extern unsigned mask;
extern double scale;
extern const char *greeting;
extern int table[10];
extern struct pair origin;
extern char names[2][8];
static const double TAU = 6.28;
static const char *const TITLE = "title";

#define ANSWER 43
#define NEGATIVE (-1)
#define RATIO 1.5
#define TEXT "text"
#define NOTHING
#define WHERE (&counter)
#define ALL_BITS 0xffffffffffffffffULL
#define LONG_SIZE ((int)sizeof(long))
#define TWICE(n) twice(n)
#ifdef _WIN32
#define SEPARATOR '\\'
int drive(void);
#else
#define SEPARATOR '/'
#endif
#ifdef __APPLE__
enum flavour { FLAVOUR = 1 };
#else
enum flavour { FLAVOUR = 2 };
#endif

/* Each platform its own. */
extern char letters[sizeof(long)];
struct after { char lead[sizeof(long)]; int i; };
struct lane { _Alignas(sizeof(long)) int i; int j; };
struct block { _Alignas(16) int i; int rest[3]; };
#ifdef _WIN32
#pragma pack(push, 1)
#endif
struct wire { char c; int i; };
#ifdef _WIN32
#pragma pack(pop)
#endif
struct registers { volatile unsigned ready : 3; const volatile int level : 5; volatile _Bool on : 1; unsigned plain; };
struct states { enum { IDLE, BUSY } now : 2, next : 3; int rest; };
