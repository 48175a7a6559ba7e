/** Getting files from elsewhere: downloads, archives and package clients, each checked by SHA-256 before any use. */
package io.github.cffi4j.compiler.fetch;
