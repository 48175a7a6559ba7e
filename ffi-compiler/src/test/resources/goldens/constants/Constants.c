#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#define ANSWER 42
#define NEGATIVE (-7)
#define HEX 0x7fffffff
#define ABOVE_INT 0x80000000
#define LEAST LLONG_MIN
#define GREATEST LLONG_MAX
#define GREATEST_UNSIGNED ULLONG_MAX
#define LETTER 'A'
#ifdef _WIN32
#define DIFFERENT 10035
#else
#define DIFFERENT 11
#endif
#define BY_POINTER_SIZE ((int)sizeof(long))
static const int SIZE = 16;
#define UNTOLD 17
#define SMALL ((unsigned char)200)
#define PI 3.141592653589793
static const float HALF = 0.5f;
static const char *const NAME = "n\xc3\xa4me";
#define ALL_BITS 0xffffffffffffffffULL
#define YES true
#define BYTES sizeof(int)
enum color { RED, GREEN = 5, BLUE };
static enum color mixed(enum color a, enum color b) { return a == b ? a : BLUE; }
enum { LOOSE = 3, LOOSER };
typedef enum { MINUS = -1, PLUS = 1 } sign;
static sign opposite(sign s) { return (sign)-s; }
enum partial { FIRST, SECOND, LAST };
enum huge { HUGE_ONE = 0x100000000 };
static enum huge same_huge(enum huge h) { return h; }
static int has(enum color c) { return c == GREEN; }
enum undeclared { U = 3 };
static int only_named(enum undeclared u) { return u + 1; }
