#include <stddef.h>
#include <stdint.h>
#include <string.h>

static int sum_data(const void *data, size_t size) {
    int sum = 0;
    for (size_t i = 0; i < size; i++) sum += ((const unsigned char *)data)[i];
    return data ? sum : -1;
}
static void reverse(unsigned char *bytes, size_t size) {
    for (size_t i = 0; i < size / 2; i++) {
        unsigned char other = bytes[size - 1 - i];
        bytes[size - 1 - i] = bytes[i];
        bytes[i] = other;
    }
}
static void cipher(uint8_t *out, const uint8_t *in, size_t size, const char *key) {
    for (size_t i = 0; i < size; i++) out[i] = (uint8_t)(in[i] ^ key[i % strlen(key)]);
}
typedef int (*each_byte)(int value);
static int visit_bytes(const unsigned char *bytes, size_t size, each_byte visit) {
    int sum = 0;
    for (size_t i = 0; i < size; i++) sum += visit(bytes[i]);
    return sum;
}
static int first_of(const uint8_t key[32]) { return key[0]; }
static int text_length(const char *text) { return text ? (int)strlen(text) : -1; }
static int joined_length(const char *one, int times, const char *other) {
    return times * text_length(one) + text_length(other);
}
static int fill(char *text, int size) {
    memset(text, 'x', (size_t)size - 1);
    text[size - 1] = 0;
    return size;
}
