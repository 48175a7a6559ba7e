#include "zlib_api.h"

static inline int zlib_major(void) { return zlibVersion()[0] - '0'; }
