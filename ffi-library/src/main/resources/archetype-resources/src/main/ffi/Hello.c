#include "hello.h"
