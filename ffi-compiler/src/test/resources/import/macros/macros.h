#include <stddef.h>
typedef void (*destructor)(void *);
typedef struct { unsigned char r, g; } color;
int real_function(const char *name, int n);
extern int not_constant;

#define COUNT 3
#define NEGATIVE (-COUNT)
#define SHIFTED (1u << 31)
#define CAST ((unsigned char)300)
#define LARGE 0x7fffffffffffffffLL
#define CHARACTER 'a'
#define SIZE sizeof(int)
#define TEXT "text"
#define TEXT_TWICE TEXT "-" TEXT
#define WIDE L"wide"
#define RATIO 1.5
#define SINGLE 1.5f
#define NOTHING
#define STATIC ((destructor)0)
#define TRANSIENT ((destructor)-1)
#define NO_POINTER ((void *)0)
#define RED (color){255, 0}
#define ALIAS real_function
#define VARIABLE not_constant
#define SELF SELF
#define UNKNOWN does_not_exist
#define TYPE unsigned int
#define KEYWORD return
#define BEGIN {
#define END }
#define BEGIN_OF_BEGIN BEGIN
#define STATEMENT do { } while (0)
#define DECLARATION int x;
#define UNBALANCED (1
#define PASTE a##b
#define ADD(a, b) ((a) + (b))
#define TRACE(format, ...) ((void)0)
#define NO_ARGUMENTS() 1
#define EXPORT __attribute__((visibility("default")))
#define GONE 1
#undef GONE
#define OVER 1
#undef OVER
#define OVER 2
EXPORT int exported(void);
