#include "claims.h"
