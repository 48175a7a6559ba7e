/* What the user has: a version before the struct grew, and before added_later. */
#include <stddef.h>
#ifdef _WIN32
#define EXPORTED __declspec(dllexport)
#else
#define EXPORTED __attribute__((__visibility__("default")))
#endif
struct reading { long long at; double value; };
EXPORTED size_t reading_size(void) { return sizeof(struct reading); }
EXPORTED double reading_value(const struct reading *r) { return r->value; }
EXPORTED int there_before(int x) { return x + 1; }
