#include <stdio.h>
#include <sys/time.h>
