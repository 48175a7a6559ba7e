#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>
#ifdef __APPLE__
typedef uint_least16_t char16_t;
typedef uint_least32_t char32_t;
#else
#include <uchar.h>
#endif

#define LENGTH(name, T) static size_t name(const T *text) { size_t n = 0; while (text && text[n]) n++; return n; }
LENGTH(wide_length, wchar_t)
LENGTH(length16, char16_t)
LENGTH(length32, char32_t)
/* What a String was for the time of the call, longer. */
#define SAME(name, T, length) static const T *name(const T *text) { \
    static T kept[100000]; \
    return text ? memcpy(kept, text, (length(text) + 1) * sizeof(T)) : 0; \
}
SAME(same_wide, wchar_t, wide_length)
SAME(same16, char16_t, length16)
SAME(same32, char32_t, length32)
#define SHOUT(name, T) static void name(T *text) { for (; *text; text++) if (*text >= 'a' && *text <= 'z') *text -= 'a' - 'A'; }
SHOUT(shout_wide, wchar_t)
SHOUT(shout16, char16_t)
SHOUT(shout32, char32_t)
struct label { char name[4]; wchar_t wide[4]; char16_t sixteen[4]; char32_t thirty_two[4]; };
static void fill_label(struct label *l, const char *name) {
    for (int i = 0; i < 4; i++) l->name[i] = l->wide[i] = l->sixteen[i] = l->thirty_two[i] = name[i];
}
typedef int (*reader)(const char16_t *text);
static int read_all(reader r, const char16_t *text) { return r(text); }
