/** JSON that programs read: reports, bills of materials, metadata. */
package io.github.cffi4j.audit.json;
