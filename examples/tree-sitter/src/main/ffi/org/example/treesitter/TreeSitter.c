#include <stdlib.h>

#include "tree_sitter/api.h"

/* In the grammar's parser.c, which has no header. */
const TSLanguage *tree_sitter_json(void);
