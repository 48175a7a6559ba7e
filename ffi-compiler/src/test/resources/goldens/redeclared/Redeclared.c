/* Without zig's run time: a full link takes half a minute on each platform. */
#pragma STDC CX_LIMITED_RANGE ON
#include <stdint.h>
#include <stdlib.h>

typedef struct s { int x; } s;
static s *same(s *p) { return p; }
static int plain(int x) { return x; }
static int sum3(const int *values) { return values[0] + values[1] + values[2]; }
static unsigned negate(unsigned a) { return -a; }
static int apply(int (*f)(int), int x) { return f(x); }
static int increment(int x) { return x + 1; }
enum color { RED, GREEN = 4, BLUE };
static int table[4] = { 1, 2, 3, 4 };
enum { LIMIT = 12 };

typedef unsigned int DWORD;
#define VOID void
typedef void nothing;
static DWORD last(VOID) { return 5; }
static int ask(int (*answer)(VOID)) { return answer(); }
static nothing reset(nothing) { table[0] = 0; }

typedef int matrix[3][4];
typedef int rows[2][4];
struct holder { matrix *all; };
struct held { int before; matrix inside; };
static matrix grid = { { 1, 2, 3, 4 }, { 5, 6, 7, 8 }, { 9, 10, 11, 12 } };
static matrix *grid_of(struct holder *h) { return h->all ? h->all : &grid; }
static int corner(matrix *m) { return (*m)[2][3]; }
static int first_of(rows r) { return r[0][0]; }

#pragma pack(push, 1)
struct header { char tag; int length; short check; struct { char a; int b; }; int low : 3; int high : 12; };
#pragma pack(push, 4)
struct wider { char tag; double value; };
#pragma pack(pop)
struct again { char tag; int length; };
#pragma pack(pop)
struct natural { char tag; int length; };
#pragma pack(2)
typedef struct { char tag; int length; } half;
#pragma pack()
static int header_length(struct header *h) { return h->length; }
static struct header make_header(void) { struct header h = { 'h', 7, 2, { 'a', 3 }, 1, 1000 }; return h; }
static half make_half(void) { half h = { 'x', 9 }; return h; }

struct tail { int length; short data[0]; };
struct flexible { int length; short data[]; };
static struct tail *make_tail(void) {
    struct tail *t = malloc(sizeof(struct tail) + 10 * sizeof(short));
    for (int i = 0; i < 10; i++) t->data[i] = (short)(i * i);
    t->length = 10;
    return t;
}
static struct flexible *make_flexible(void) { return (struct flexible *)make_tail(); }

#define KEY_BYTES 32
static int checksum(const unsigned char *key) { int sum = 0; for (int i = 0; i < KEY_BYTES; i++) sum += key[i]; return sum; }
static int total(const int *values) { return values[0] + values[1] + values[2] + values[3]; }

typedef char TCHAR;
typedef TCHAR *LPTSTR;
typedef const TCHAR *LPCTSTR;
static LPTSTR title(void) { static TCHAR text[] = "title"; return text; }
static int length_of(LPCTSTR text) { int n = 0; while (text[n]) n++; return n; }
static float _Complex turned(float _Complex z) { return z * (float _Complex)__builtin_complex(0.0f, 1.0f); }
static double _Complex doubled(double _Complex z) { return z * 2; }

struct maß { int länge; double naïve$x; };
static int größe(struct maß *m, int breite) { return m->länge * breite; }
typedef int (*Überprüfung)(int wert);
static int prüfe(Überprüfung ü, int wert) { return ü(wert); }
static int rückruf(int wert);
extern int on$𐐀(int x);
static int rufe(int wert) { return rückruf(wert) * 100 + on$𐐀(wert); }
static int zähler$ = 3;
#define ПРЕДЕЛ 7
enum größen { KLEIN_É, GROẞ };
static int a$b(int x, int y) { return x * 10 + y; }
