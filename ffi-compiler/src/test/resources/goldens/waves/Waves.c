/* Without zig's run time: a full link takes half a minute on each platform. */
#pragma STDC CX_LIMITED_RANGE ON
#include <complex.h>

typedef float real;
struct wave { double unseen; double _Complex amplitude; float _Complex phases[3]; int id; };
struct precise { char tag; long double value; long double more[2]; long double *where; };
struct mixture { real share; real shares[4]; real *where; };
typedef double _Complex (*filter)(double _Complex z, float _Complex f, void *state);

#define UNIT (1.0 * I)
#define TENTH 0.1L
static double _Complex gain = 2;
static long double total = 1.0L / 3;

static double _Complex twice(double _Complex z) { return 2 * z; }
static float _Complex conjugate(float _Complex z) { return conjf(z); }
static double _Complex from_parts(double re, double im) { return re + im * I; }
static double magnitude(double _Complex z) { return creal(z) * creal(z) + cimag(z) * cimag(z); }
static void rotate(double _Complex *values, int count, double _Complex by) {
    for (int i = 0; i < count; i++) values[i] *= by;
}
static float _Complex *scratch(void) { static float _Complex two[2] = { 1, 2 }; return two; }
static struct wave louder(struct wave w) { w.amplitude *= gain; return w; }
static double _Complex apply(filter f, double _Complex z) { return f ? f(z, 0.5f, 0) : 0; }
static double _Complex doubled(double _Complex z, float _Complex f, void *state) { return 2 * z + f; }
static filter doubling(void) { return doubled; }
static float _Complex transform(float _Complex z);
static float _Complex transformed(float _Complex z) { return transform(z); }
static long double third(void) { return 1.0L / 3; }
static void third_at(long double *x) { *x = 1.0L / 3; }
static void halve(long double *x) { *x /= 2; }
static int exactly_a_third(const long double *x) { return *x == 1.0L / 3; }
static void share_out(real *shares, int count) { for (int i = 0; i < count; i++) shares[i] = 1.0f / count; }
