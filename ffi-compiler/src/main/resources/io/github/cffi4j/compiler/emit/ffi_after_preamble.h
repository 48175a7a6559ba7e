/*
 * What generated C needs behind the author's preamble, whatever that was.
 */
#ifndef FFI_AFTER_PREAMBLE_H
#define FFI_AFTER_PREAMBLE_H

/*
 * Warnings are for code that somebody can change: in generated code there are none, whatever flags the author chose. A wrong
 * declaration is an error; a missing const is not, as with CFFI.
 */
#pragma clang diagnostic ignored "-Weverything"
#pragma clang diagnostic error "-Wincompatible-pointer-types"
#pragma clang diagnostic error "-Wint-conversion"
#pragma clang diagnostic error "-Wimplicit-function-declaration"
#pragma clang diagnostic ignored "-Wincompatible-pointer-types-discards-qualifiers"

/* A preamble may have left structs packed. */
#pragma pack()

/* The words of C mean what they say. Headers made for other compilers define some of them, and some away. */
#undef auto
#undef break
#undef case
#undef char
#undef const
#undef continue
#undef default
#undef do
#undef double
#undef else
#undef enum
#undef extern
#undef float
#undef for
#undef goto
#undef if
#undef inline
#undef int
#undef long
#undef register
#undef restrict
#undef return
#undef short
#undef signed
#undef sizeof
#undef static
#undef struct
#undef switch
#undef typedef
#undef union
#undef unsigned
#undef void
#undef volatile
#undef while
#undef _Alignof
#undef _Bool
#undef _Complex
#undef _Generic
#undef _Static_assert
#undef __asm__
#undef __attribute__
#undef __extension__
#undef __inline
#undef __restrict
#undef __typeof__

/* What C and C++, and C of 1989, spell differently. */
#define restrict __restrict
#ifdef __cplusplus
#undef bool
#define _Bool bool
#else
#define inline __inline
#endif

/* The type of a bitfield, which has neither address nor __typeof__. */
#ifdef __cplusplus
#define FFI_BITFIELD_TYPE(field) __decltype(field)
#else
#define FFI_BITFIELD_TYPE(field) __typeof__((0, field))
#endif

/* The size of an integer type in bytes, negative if the type is signed. */
#define FFI_INTEGER(T) (((T)-1 < (T)1) ? -(ffi_jlong)sizeof(T) : (ffi_jlong)sizeof(T))

/*
 * The size of a floating type in bytes and, above it, the bits of its significand: 24, 53, 64 (x87), 106 (two doubles, on
 * PowerPC) or 113 (binary128).
 */
#define FFI_FLOATING(T) \
    ((ffi_jlong)sizeof(T) | (ffi_jlong)(sizeof(T) == 4 ? 24 : sizeof(T) == 8 ? 53 : __LDBL_MANT_DIG__) << 8)

/*
 * The types that a cdef knows without a header. Where a header has made macros of their names, those come back: they are what
 * its declarations mean.
 */
_Pragma("push_macro(\"int8_t\")") _Pragma("push_macro(\"int16_t\")") _Pragma("push_macro(\"int32_t\")")
_Pragma("push_macro(\"int64_t\")") _Pragma("push_macro(\"uint8_t\")") _Pragma("push_macro(\"uint16_t\")")
_Pragma("push_macro(\"uint32_t\")") _Pragma("push_macro(\"uint64_t\")") _Pragma("push_macro(\"int_least8_t\")")
_Pragma("push_macro(\"int_least16_t\")") _Pragma("push_macro(\"int_least32_t\")")
_Pragma("push_macro(\"int_least64_t\")") _Pragma("push_macro(\"uint_least8_t\")")
_Pragma("push_macro(\"uint_least16_t\")") _Pragma("push_macro(\"uint_least32_t\")")
_Pragma("push_macro(\"uint_least64_t\")") _Pragma("push_macro(\"int_fast8_t\")") _Pragma("push_macro(\"int_fast16_t\")")
_Pragma("push_macro(\"int_fast32_t\")") _Pragma("push_macro(\"int_fast64_t\")") _Pragma("push_macro(\"uint_fast8_t\")")
_Pragma("push_macro(\"uint_fast16_t\")") _Pragma("push_macro(\"uint_fast32_t\")")
_Pragma("push_macro(\"uint_fast64_t\")") _Pragma("push_macro(\"intmax_t\")") _Pragma("push_macro(\"uintmax_t\")")
_Pragma("push_macro(\"intptr_t\")") _Pragma("push_macro(\"uintptr_t\")") _Pragma("push_macro(\"ptrdiff_t\")")
_Pragma("push_macro(\"size_t\")") _Pragma("push_macro(\"ssize_t\")") _Pragma("push_macro(\"wchar_t\")")
_Pragma("push_macro(\"va_list\")")
#undef int8_t
#undef int16_t
#undef int32_t
#undef int64_t
#undef uint8_t
#undef uint16_t
#undef uint32_t
#undef uint64_t
#undef int_least8_t
#undef int_least16_t
#undef int_least32_t
#undef int_least64_t
#undef uint_least8_t
#undef uint_least16_t
#undef uint_least32_t
#undef uint_least64_t
#undef int_fast8_t
#undef int_fast16_t
#undef int_fast32_t
#undef int_fast64_t
#undef uint_fast8_t
#undef uint_fast16_t
#undef uint_fast32_t
#undef uint_fast64_t
#undef intmax_t
#undef uintmax_t
#undef intptr_t
#undef uintptr_t
#undef ptrdiff_t
#undef size_t
#undef ssize_t
#undef wchar_t
#undef va_list
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
_Pragma("pop_macro(\"int8_t\")") _Pragma("pop_macro(\"int16_t\")") _Pragma("pop_macro(\"int32_t\")")
_Pragma("pop_macro(\"int64_t\")") _Pragma("pop_macro(\"uint8_t\")") _Pragma("pop_macro(\"uint16_t\")")
_Pragma("pop_macro(\"uint32_t\")") _Pragma("pop_macro(\"uint64_t\")") _Pragma("pop_macro(\"int_least8_t\")")
_Pragma("pop_macro(\"int_least16_t\")") _Pragma("pop_macro(\"int_least32_t\")") _Pragma("pop_macro(\"int_least64_t\")")
_Pragma("pop_macro(\"uint_least8_t\")") _Pragma("pop_macro(\"uint_least16_t\")")
_Pragma("pop_macro(\"uint_least32_t\")") _Pragma("pop_macro(\"uint_least64_t\")") _Pragma("pop_macro(\"int_fast8_t\")")
_Pragma("pop_macro(\"int_fast16_t\")") _Pragma("pop_macro(\"int_fast32_t\")") _Pragma("pop_macro(\"int_fast64_t\")")
_Pragma("pop_macro(\"uint_fast8_t\")") _Pragma("pop_macro(\"uint_fast16_t\")") _Pragma("pop_macro(\"uint_fast32_t\")")
_Pragma("pop_macro(\"uint_fast64_t\")") _Pragma("pop_macro(\"intmax_t\")") _Pragma("pop_macro(\"uintmax_t\")")
_Pragma("pop_macro(\"intptr_t\")") _Pragma("pop_macro(\"uintptr_t\")") _Pragma("pop_macro(\"ptrdiff_t\")")
_Pragma("pop_macro(\"size_t\")") _Pragma("pop_macro(\"ssize_t\")") _Pragma("pop_macro(\"wchar_t\")")
_Pragma("pop_macro(\"va_list\")")

/* The platform, for what a cdef has on some of them only: a bit for each, by the names of cffi4j's table. */
/* @platforms */
#define FFI_ON(ffi_platforms) ((FFI_PLATFORM & (ffi_platforms)) != 0)

#endif
