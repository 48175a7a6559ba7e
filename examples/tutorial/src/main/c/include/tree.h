int by_text(const void *a, const void *b);
void *add_text(const char *text, void **root);
