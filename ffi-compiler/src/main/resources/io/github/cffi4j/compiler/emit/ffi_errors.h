/*
 * errno and Windows' last error, for cdefs that declare them. The JVM changes both whenever it likes, so each thread's are kept
 * as C left them, and given back before C runs again; Java reads and writes what is kept. FFI_IN_C begins a block in which
 * C runs, FFI_IN_JAVA one in which Java does; where the block ends, it is the other's turn again. The last error is read first
 * and written last: the C library may touch it when asked for errno.
 *
 * Both are the headers' own, so this is included behind the author's preamble.
 */
#ifndef FFI_ERRORS_H
#define FFI_ERRORS_H

#ifdef FFI_KEEPS_ERRNO
#include <errno.h>
#endif

#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
static __thread unsigned long ffi_last_error;
#endif
#ifdef FFI_KEEPS_ERRNO
static __thread int ffi_errno;
#endif

static __inline void ffi_keep_errors(int *ffi_unused) {
#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
    ffi_last_error = GetLastError();
#endif
#ifdef FFI_KEEPS_ERRNO
    ffi_errno = errno;
#endif
}

static __inline void ffi_give_errors(int *ffi_unused) {
#ifdef FFI_KEEPS_ERRNO
    errno = ffi_errno;
#endif
#if defined(_WIN32) && defined(FFI_KEEPS_LAST_ERROR)
    SetLastError(ffi_last_error);
#endif
}

#define FFI_IN_C int ffi_block __attribute__((__cleanup__(ffi_keep_errors), __unused__)) = (ffi_give_errors(0), 0);
#define FFI_IN_JAVA int ffi_block __attribute__((__cleanup__(ffi_give_errors), __unused__)) = (ffi_keep_errors(0), 0);

#endif
