/*
 * math.h of mingw-w64 has these inline, and clang calls them all the same, knowing their names; ucrtbase has none of them.
 * They are what math.h says they are. no_builtin: else clang may know these for what they are, and call themselves.
 */
#define AS_IT_STANDS __attribute__((no_builtin))

double hypot(double x, double y);
double frexp(double x, int *exponent);
double ldexp(double x, int exponent);

AS_IT_STANDS float hypotf(float x, float y) { return (float) hypot(x, y); }
AS_IT_STANDS float frexpf(float x, int *exponent) { return (float) frexp(x, exponent); }
AS_IT_STANDS float ldexpf(float x, int exponent) { return (float) ldexp(x, exponent); }

#ifdef __i386__
/* The 32-bit ucrtbase has of these the ones for double alone. */
#define ONE(F) double F(double x); AS_IT_STANDS float F##f(float x) { return (float) F(x); }
#define TWO(F) double F(double x, double y); AS_IT_STANDS float F##f(float x, float y) { return (float) F(x, y); }
ONE(sin) ONE(cos) ONE(tan) ONE(asin) ONE(acos) ONE(atan) ONE(sinh) ONE(cosh) ONE(tanh)
ONE(exp) ONE(log) ONE(log10) ONE(sqrt) ONE(floor) ONE(ceil)
TWO(atan2) TWO(pow) TWO(fmod)

double modf(double x, double *whole);
AS_IT_STANDS float modff(float x, float *whole) {
    double exact;
    float rest = (float) modf(x, &exact);
    *whole = (float) exact;
    return rest;
}
#endif
