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
