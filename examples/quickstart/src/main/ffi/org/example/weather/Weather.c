#include <errno.h>
#include <string.h>
#include <time.h>

#include "station.h"
