#ifndef HELLO_H
#define HELLO_H

#include <stddef.h>

/* The longest greeting, with the zero at its end. */
#define HELLO_LONGEST 64

struct hello_greeting {
    size_t length;
    char text[HELLO_LONGEST];
};

/* Greets somebody. Returns 1, or 0 if the name is too long for a greeting. */
int hello_greet(const char *name, struct hello_greeting *greeting);

#endif
