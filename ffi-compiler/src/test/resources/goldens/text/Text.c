#include <stdint.h>
#include <string.h>
#include <wchar.h>
static size_t length(const char *text) { return strlen(text); }
static int is_null(const char *text) { return text == NULL; }
static const char *greeting(void) { return "Gr\xc3\xbc\xc3\x9f dich, \xe4\xb8\x96\xe7\x95\x8c \xf0\x9f\x98\x80"; }
static char *no_text(void) { return NULL; }
static const unsigned char *bytes_of(const char *text) { return (const unsigned char *)(text ? "caf\xc3\xa9" : ""); }
static char *join(char *into, const char *first, const char *second) {
    strcpy(into, first);
    return strcat(into, second);
}
static char const_text(const char *text, int index) { return text[index]; }
static void *identity(void *any) { return any; }
static const void *identity_const(const void *any) { return any; }
static char first_of(const char text[], int n) { return text[n]; }
typedef const char *string;
static size_t length_of_string(string s) { return strlen(s); }
typedef char byte;
static const byte *through_typedef(const byte *b) { return b; }
typedef uint_least16_t char16_t;
typedef uint_least32_t char32_t;
static size_t wide_length(const wchar_t *text) { size_t n = 0; while (text[n]) n++; return n; }
static const wchar_t *wide_greeting(void) { return L"Gr\u00fc\u00df dich, \u4e16\u754c \U0001F600"; }
static int units(const char16_t *text) { int n = 0; while (text && text[n]) n++; return n; }
static int code_points(const char32_t text[]) { int n = 0; while (text[n]) n++; return n; }
typedef char32_t glyph;
static int glyphs(const glyph *text) { return code_points(text); }
static int writable(char16_t *text) { text[0]++; return text[0]; }
#ifdef _WIN32
typedef wchar_t WCHAR;
typedef const WCHAR *LPCWSTR;
static int windows_units(LPCWSTR text) { return (int)wide_length(text); }
#endif
