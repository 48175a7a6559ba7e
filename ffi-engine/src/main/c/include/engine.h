/*
 * What engine.S and CallEngine.c have in common: the registers of a call. Read by the assembler, too.
 *
 * A frame holds every register that can carry an argument or a result, on all platforms:
 *   0    gpr[8]     x0 to x7; rdi, rsi, rdx, rcx, r8, r9; on Windows x64: rcx, rdx, r8, r9
 *   64   vec[8]     q0 to q7; xmm0 to xmm7
 *   192  indirect   x8: where a large result goes
 *   200  function
 *   208  stack      the words of the stack
 *   216  words      how many; an even number
 *   224  flags
 *   240  result_gpr[2]   x0, x1; rax, rdx
 *   256  result_vec[4]   q0 to q3; xmm0, xmm1
 *   320  result_x87      st(0)
 *   336  spare           for callbacks: structs that came in registers
 */
#ifndef ENGINE_H
#define ENGINE_H

#define ENGINE_VEC 64
#define ENGINE_INDIRECT 192
#define ENGINE_FUNCTION 200
#define ENGINE_STACK 208
#define ENGINE_WORDS 216
#define ENGINE_FLAGS 224
#define ENGINE_RESULT_GPR 240
#define ENGINE_RESULT_VEC 256
#define ENGINE_RESULT_X87 320
#define ENGINE_SPARE 336
#define ENGINE_FRAME_BYTES 352
#define ENGINE_CALLBACK_BYTES 608

/* The result is in st(0). */
#define ENGINE_X87 1
/* On aarch64, an argument is a long double: all 128 bits of the vector registers matter. */
#define ENGINE_WIDE 2

/* The bytes that a stub takes, and how many there are: FFI_STUBS. */
#define ENGINE_STUB_BYTES 32
#define ENGINE_STUBS 64

#endif
