#include <stdio.h>
#include <stdlib.h>
struct store { int open; };
typedef struct store store;
typedef struct cursor_s { store *of; } cursor;
typedef struct { int secret; } token;
typedef void *raw;
struct never_typedefed;
static int count;
static int store_open(const char *name, store **out) { *out = calloc(1, sizeof(store)); count++; return name[0]; }
static store *store_same(store *s) { return s; }
static cursor *store_cursor(store *s) { static cursor c; c.of = s; return &c; }
static int store_close(store *s) { free(s); return --count; }
static token *make_token(void) { static token t = {7}; return &t; }
static int is_token(const token *t) { return t && t->secret == 7; }
static raw raw_of(store *s) { return s; }
static int is_raw(raw r) { return r != NULL; }
static struct never_typedefed *never(void) { return NULL; }
static int deep(char ***names) { return (**names)[1]; }
static int names(const char **tail, void **any) { *tail = "tail"; *any = (void *)tail; return 2; }
static void swap(int **a, int **b) { int *t = *a; *a = *b; *b = t; }
static int opened(void) { return count; }
struct matrix_opaque { int rows; };
typedef struct matrix_opaque *matrix;
static int matrix_new(matrix *out) { static struct matrix_opaque m = {3}; *out = &m; return m.rows; }
static matrix matrix_same(struct matrix_opaque *m) { return m; }
typedef store session;
static session *session_open(void) { count++; return calloc(1, sizeof(session)); }
static int session_close(session *s) { return store_close(s); }
typedef struct { int x; } point;
typedef point vector;
static vector *vector_of(int x) { static vector v; v.x = x; return &v; }
static int print_to(FILE *file) { return file != NULL; }
