/**
 * Getting files from elsewhere: downloads, archives and package clients, each checked by SHA-256 before any use.
 *
 * <p>This package has more than 25 classes, because a file must not be used before it is checked: whoever transfers, unpacks or
 * caches one needs the hashes, the bounds and the checks of paths that are here. By purpose: where a file comes from (locations,
 * package clients), how it is transferred, how an archive is unpacked within bounds, and the folders that several builds share.
 */
package io.github.cffi4j.compiler.fetch;
