#include <stddef.h>
struct reading { long long at; double value; double accuracy; };
size_t reading_size(void);
double reading_value(const struct reading *r);
