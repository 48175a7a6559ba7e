#include "tree.h"

#include <search.h>

typedef int (*compare)(const void *a, const void *b);
