#include <git2.h>
#include <lz4.h>
#include <png.h>
#include <zlib.h>
