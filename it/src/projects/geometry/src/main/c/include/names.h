/* Included by names.c alone. */
#define TRIANGLE "a triangle"
