#define AGGREGATE(T, n) \
    static T same_##n(T x) { return x; } \
    static T critical_##n(T x) { return x; } \
    static T second_##n(double before, T x, int between, T y, float after) { \
        return before == 1 && between == 2 && after == 3 ? y : x; \
    } \
    typedef T (*n##_function)(T x); \
    static T call_##n(n##_function f, T x) { return f(x); } \
    static n##_function pointer_##n(void) { return same_##n; } \
    static T java_##n(T x); \
    static T fire_##n(T x) { return java_##n(x); }

struct c1 { char a; };
AGGREGATE(struct c1, c1)
struct c3 { char a[3]; };
AGGREGATE(struct c3, c3)
struct s1 { short a; };
AGGREGATE(struct s1, s1)
struct s3 { short a, b, c; };
AGGREGATE(struct s3, s3)
struct i1 { int a; };
AGGREGATE(struct i1, i1)
struct i2 { int a, b; };
AGGREGATE(struct i2, i2)
struct i3 { int a, b, c; };
AGGREGATE(struct i3, i3)
struct i5 { int a, b, c, d, e; };
AGGREGATE(struct i5, i5)
struct l1 { long long a; };
AGGREGATE(struct l1, l1)
struct l2 { long long a, b; };
AGGREGATE(struct l2, l2)
struct l3 { long long a, b, c; };
AGGREGATE(struct l3, l3)
struct f1 { float a; };
AGGREGATE(struct f1, f1)
struct f2 { float a, b; };
AGGREGATE(struct f2, f2)
struct f3 { float a, b, c; };
AGGREGATE(struct f3, f3)
struct f4 { float a, b, c, d; };
AGGREGATE(struct f4, f4)
struct f5 { float a, b, c, d, e; };
AGGREGATE(struct f5, f5)
struct d1 { double a; };
AGGREGATE(struct d1, d1)
struct d2 { double a, b; };
AGGREGATE(struct d2, d2)
struct d3 { double a, b, c; };
AGGREGATE(struct d3, d3)
struct d4 { double a, b, c, d; };
AGGREGATE(struct d4, d4)
struct d5 { double a, b, c, d, e; };
AGGREGATE(struct d5, d5)
struct fi { float a; int b; };
AGGREGATE(struct fi, fi)
struct if_ { int a; float b; };
AGGREGATE(struct if_, if_)
struct dl { double a; long long b; };
AGGREGATE(struct dl, dl)
struct ld { long long a; double b; };
AGGREGATE(struct ld, ld)
struct cd { char a; double b; };
AGGREGATE(struct cd, cd)
struct mixed { char a; short b; int c; long long d; float e; double f; };
AGGREGATE(struct mixed, mixed)
struct nested { struct d2 low; struct f3 high; char name[5]; };
AGGREGATE(struct nested, nested)
struct pointers { void *a; const char *b; int (*c)(int); };
AGGREGATE(struct pointers, pointers)
union number { int a; double b; char c[12]; };
AGGREGATE(union number, number)
struct big { long long a[32]; };
AGGREGATE(struct big, big)
