int count_word(const char *word);
