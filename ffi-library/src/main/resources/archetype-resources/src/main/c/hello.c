#include "hello.h"

#include <string.h>

static const char hello[] = "Hello, ";

int hello_greet(const char *name, struct hello_greeting *greeting) {
    size_t length = strlen(hello) + strlen(name);
    if (length >= HELLO_LONGEST) {
        return 0;
    }
    strcpy(greeting->text, hello);
    strcat(greeting->text, name);
    greeting->length = length;
    return 1;
}
