#include "kinds.h"
