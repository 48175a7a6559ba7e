/** What users of a generated library hold in their hands: pointers, structs, handles, arenas, and what is thrown. */
package io.github.cffi4j;
