/* What the module uses of zlib.h: the machine that builds has no zlib. */
#define Z_OK 0
typedef unsigned char Bytef;
typedef unsigned long uLong;
const char *zlibVersion(void);
uLong crc32(uLong crc, const Bytef *buf, unsigned int len);
uLong compressBound(uLong sourceLen);
int compress(Bytef *dest, uLong *destLen, const Bytef *source, uLong sourceLen);
int uncompress(Bytef *dest, uLong *destLen, const Bytef *source, uLong sourceLen);
