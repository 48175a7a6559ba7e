static int answer(void) { return 42; }
#ifdef _WIN32
static int drives(const char *label) { return label[0]; }
#define DRIVE 'C'
#else
static int mounts(const char *label) { return label[0]; }
#endif
