/*
 * What C cannot say: a call with registers and a stack that were laid out at run time, and functions that keep all registers
 * that they were called with. Three conventions cover the eight platforms: System V and Microsoft's for x86-64, and AAPCS64,
 * which Linux, Apple and Microsoft share as far as registers go. Where they differ is told by Java (Placement): here a register
 * is a register, and the stack is words.
 *
 * Every stub refers only to engine_table, at a fixed distance: a copy of these pages uses a copy of that table.
 */
#include "engine.h"

#if defined(__APPLE__)
#define NAME(name) _##name
#define HIDDEN(name) .private_extern _##name
#define FUNCTION(name)
#define CFI(...) __VA_ARGS__
#define SEH(...)
#elif defined(_WIN32)
#define NAME(name) name
#define HIDDEN(name)
#define FUNCTION(name) .def name; .scl 2; .type 32; .endef
#define CFI(...)
#define SEH(...) __VA_ARGS__
#else
#define NAME(name) name
#define HIDDEN(name) .hidden name
#define FUNCTION(name) .type name, %function
#define CFI(...) __VA_ARGS__
#define SEH(...)
#endif

    .text

#if defined(__x86_64__)

#if defined(_WIN32)
#define FIRST %rcx
#define SECOND %rdx
#define HOME 32
#else
#define FIRST %rdi
#define SECOND %rsi
#define HOME 0
#endif

/* void engine_run(struct engine_frame *frame): makes the call. */
    .p2align 4
    .globl NAME(engine_run)
    HIDDEN(engine_run)
    FUNCTION(engine_run)
SEH(.seh_proc engine_run)
NAME(engine_run):
CFI(.cfi_startproc)
    pushq %rbp
SEH(.seh_pushreg %rbp)
CFI(.cfi_def_cfa_offset 16)
CFI(.cfi_offset %rbp, -16)
    pushq %rbx
SEH(.seh_pushreg %rbx)
CFI(.cfi_def_cfa_offset 24)
CFI(.cfi_offset %rbx, -24)
    subq $8, %rsp
SEH(.seh_stackalloc 8)
    movq %rsp, %rbp
SEH(.seh_setframe %rbp, 0)
SEH(.seh_endprologue)
CFI(.cfi_def_cfa %rbp, 32)
    movq FIRST, %rbx
    movq ENGINE_STACK(%rbx), %r10
    movq ENGINE_WORDS(%rbx), %rcx
    leaq (,%rcx,8), %rax
    subq %rax, %rsp
    /* From the top down, as Windows wants the pages of a stack touched. */
1:
    testq %rcx, %rcx
    je 2f
    movq -8(%r10,%rcx,8), %rax
    movq %rax, -8(%rsp,%rcx,8)
    decq %rcx
    jmp 1b
2:
    /* Half of each: nothing that the engine passes is wider, and a load of more than was stored waits for the store. */
    movq ENGINE_VEC(%rbx), %xmm0
    movq ENGINE_VEC+16(%rbx), %xmm1
    movq ENGINE_VEC+32(%rbx), %xmm2
    movq ENGINE_VEC+48(%rbx), %xmm3
#if defined(_WIN32)
    movq (%rbx), %rcx
    movq 8(%rbx), %rdx
    movq 16(%rbx), %r8
    movq 24(%rbx), %r9
    subq $HOME, %rsp
#else
    movq ENGINE_VEC+64(%rbx), %xmm4
    movq ENGINE_VEC+80(%rbx), %xmm5
    movq ENGINE_VEC+96(%rbx), %xmm6
    movq ENGINE_VEC+112(%rbx), %xmm7
    movq (%rbx), %rdi
    movq 8(%rbx), %rsi
    movq 16(%rbx), %rdx
    movq 24(%rbx), %rcx
    movq 32(%rbx), %r8
    movq 40(%rbx), %r9
    /* A variadic function reads how many vector registers it may have to keep. */
    movl $8, %eax
#endif
    call *ENGINE_FUNCTION(%rbx)
    movq %rax, ENGINE_RESULT_GPR(%rbx)
    movq %rdx, ENGINE_RESULT_GPR+8(%rbx)
    movq %xmm0, ENGINE_RESULT_VEC(%rbx)
    movq %xmm1, ENGINE_RESULT_VEC+16(%rbx)
    testb $ENGINE_X87, ENGINE_FLAGS(%rbx)
    je 3f
    fstpt ENGINE_RESULT_X87(%rbx)
3:
    leaq 8(%rbp), %rsp
    popq %rbx
    popq %rbp
CFI(.cfi_def_cfa %rsp, 8)
    ret
CFI(.cfi_endproc)
SEH(.seh_endproc)

/* Where all stubs go on, with their slot in r11: keeps the registers, and calls C. */
    .p2align 4
    .globl NAME(engine_enter)
    HIDDEN(engine_enter)
    FUNCTION(engine_enter)
SEH(.seh_proc engine_enter)
NAME(engine_enter):
CFI(.cfi_startproc)
    pushq %rbp
SEH(.seh_pushreg %rbp)
CFI(.cfi_def_cfa_offset 16)
CFI(.cfi_offset %rbp, -16)
    subq $(ENGINE_CALLBACK_BYTES + HOME), %rsp
SEH(.seh_stackalloc ENGINE_CALLBACK_BYTES + HOME)
CFI(.cfi_def_cfa_offset ENGINE_CALLBACK_BYTES + HOME + 16)
SEH(.seh_endprologue)
    leaq HOME(%rsp), %rax
    movq %xmm0, ENGINE_VEC(%rax)
    movq %xmm1, ENGINE_VEC+16(%rax)
    movq %xmm2, ENGINE_VEC+32(%rax)
    movq %xmm3, ENGINE_VEC+48(%rax)
#if defined(_WIN32)
    movq %rcx, (%rax)
    movq %rdx, 8(%rax)
    movq %r8, 16(%rax)
    movq %r9, 24(%rax)
#else
    movq %xmm4, ENGINE_VEC+64(%rax)
    movq %xmm5, ENGINE_VEC+80(%rax)
    movq %xmm6, ENGINE_VEC+96(%rax)
    movq %xmm7, ENGINE_VEC+112(%rax)
    movq %rdi, (%rax)
    movq %rsi, 8(%rax)
    movq %rdx, 16(%rax)
    movq %rcx, 24(%rax)
    movq %r8, 32(%rax)
    movq %r9, 40(%rax)
#endif
    /* Behind the return address, rbp, and the room that a caller on Windows leaves for four registers. */
    leaq ENGINE_CALLBACK_BYTES+HOME+16+HOME(%rsp), %r10
    movq %r10, ENGINE_STACK(%rax)
    movq %rax, FIRST
    movq %r11, SECOND
    call NAME(engine_entered)
    leaq HOME(%rsp), %r10
    testb $ENGINE_X87, ENGINE_FLAGS(%r10)
    je 1f
    fldt ENGINE_RESULT_X87(%r10)
1:
    movq ENGINE_RESULT_GPR(%r10), %rax
    movq ENGINE_RESULT_GPR+8(%r10), %rdx
    movq ENGINE_RESULT_VEC(%r10), %xmm0
    movq ENGINE_RESULT_VEC+16(%r10), %xmm1
    addq $(ENGINE_CALLBACK_BYTES + HOME), %rsp
    popq %rbp
CFI(.cfi_def_cfa_offset 8)
    ret
CFI(.cfi_endproc)
SEH(.seh_endproc)

.macro stub
    .p2align 5
    endbr64
    leaq NAME(engine_table)+8+8*number(%rip), %r11
    jmpq *NAME(engine_table)(%rip)
.endm

#elif defined(__aarch64__)

#if defined(__APPLE__)
#define PAGE(name) NAME(name)@PAGE
#define IN_PAGE(name) NAME(name)@PAGEOFF
#else
#define PAGE(name) name
#define IN_PAGE(name) :lo12:name
#endif

    .p2align 4
    .globl NAME(engine_run)
    HIDDEN(engine_run)
    FUNCTION(engine_run)
SEH(.seh_proc engine_run)
NAME(engine_run):
CFI(.cfi_startproc)
    hint #34 /* bti c */
SEH(.seh_nop)
    stp x29, x30, [sp, #-32]!
SEH(.seh_save_fplr_x 32)
    str x19, [sp, #16]
SEH(.seh_save_reg x19, 16)
    mov x29, sp
SEH(.seh_set_fp)
SEH(.seh_endprologue)
CFI(.cfi_def_cfa x29, 32)
CFI(.cfi_offset x29, -32)
CFI(.cfi_offset x30, -24)
CFI(.cfi_offset x19, -16)
    mov x19, x0
    ldr x9, [x19, #ENGINE_STACK]
    ldr x10, [x19, #ENGINE_WORDS]
    sub sp, sp, x10, lsl #3
    /* From the top down, as Windows wants the pages of a stack touched. */
1:
    cbz x10, 2f
    sub x10, x10, #1
    ldr x11, [x9, x10, lsl #3]
    str x11, [sp, x10, lsl #3]
    b 1b
2:
    ldr x11, [x19, #ENGINE_FLAGS]
    tbnz x11, #1, 3f /* ENGINE_WIDE */
    /* A load of more than was stored waits for the store. */
    ldr d0, [x19, #ENGINE_VEC]
    ldr d1, [x19, #ENGINE_VEC+16]
    ldr d2, [x19, #ENGINE_VEC+32]
    ldr d3, [x19, #ENGINE_VEC+48]
    ldr d4, [x19, #ENGINE_VEC+64]
    ldr d5, [x19, #ENGINE_VEC+80]
    ldr d6, [x19, #ENGINE_VEC+96]
    ldr d7, [x19, #ENGINE_VEC+112]
    b 4f
3:
    ldp q0, q1, [x19, #ENGINE_VEC]
    ldp q2, q3, [x19, #ENGINE_VEC+32]
    ldp q4, q5, [x19, #ENGINE_VEC+64]
    ldp q6, q7, [x19, #ENGINE_VEC+96]
4:
    ldp x0, x1, [x19]
    ldp x2, x3, [x19, #16]
    ldp x4, x5, [x19, #32]
    ldp x6, x7, [x19, #48]
    ldr x8, [x19, #ENGINE_INDIRECT]
    ldr x16, [x19, #ENGINE_FUNCTION]
    blr x16
    stp x0, x1, [x19, #ENGINE_RESULT_GPR]
    stp q0, q1, [x19, #ENGINE_RESULT_VEC]
    stp q2, q3, [x19, #ENGINE_RESULT_VEC+32]
SEH(.seh_startepilogue)
    mov sp, x29
SEH(.seh_set_fp)
    ldr x19, [sp, #16]
SEH(.seh_save_reg x19, 16)
    ldp x29, x30, [sp], #32
SEH(.seh_save_fplr_x 32)
SEH(.seh_endepilogue)
    ret
CFI(.cfi_endproc)
SEH(.seh_endproc)

/* Where all stubs go on, with their slot in x16. */
    .p2align 4
    .globl NAME(engine_enter)
    HIDDEN(engine_enter)
    FUNCTION(engine_enter)
SEH(.seh_proc engine_enter)
NAME(engine_enter):
CFI(.cfi_startproc)
    hint #36 /* bti j */
SEH(.seh_nop)
    stp x29, x30, [sp, #-16]!
SEH(.seh_save_fplr_x 16)
    mov x29, sp
SEH(.seh_set_fp)
    sub sp, sp, #ENGINE_CALLBACK_BYTES
SEH(.seh_stackalloc ENGINE_CALLBACK_BYTES)
SEH(.seh_endprologue)
CFI(.cfi_def_cfa x29, 16)
CFI(.cfi_offset x29, -16)
CFI(.cfi_offset x30, -8)
    stp q0, q1, [sp, #ENGINE_VEC]
    stp q2, q3, [sp, #ENGINE_VEC+32]
    stp q4, q5, [sp, #ENGINE_VEC+64]
    stp q6, q7, [sp, #ENGINE_VEC+96]
    stp x0, x1, [sp]
    stp x2, x3, [sp, #16]
    stp x4, x5, [sp, #32]
    stp x6, x7, [sp, #48]
    str x8, [sp, #ENGINE_INDIRECT]
    add x9, x29, #16
    str x9, [sp, #ENGINE_STACK]
    mov x0, sp
    mov x1, x16
    bl NAME(engine_entered)
    ldp x0, x1, [sp, #ENGINE_RESULT_GPR]
    ldp q0, q1, [sp, #ENGINE_RESULT_VEC]
    ldp q2, q3, [sp, #ENGINE_RESULT_VEC+32]
SEH(.seh_startepilogue)
    add sp, sp, #ENGINE_CALLBACK_BYTES
SEH(.seh_stackalloc ENGINE_CALLBACK_BYTES)
    ldp x29, x30, [sp], #16
SEH(.seh_save_fplr_x 16)
SEH(.seh_endepilogue)
    ret
CFI(.cfi_endproc)
SEH(.seh_endproc)

.macro stub
    .p2align 5
    hint #34 /* bti c */
    adrp x16, PAGE(engine_table)
    add x16, x16, IN_PAGE(engine_table)
    ldr x17, [x16]
    add x16, x16, #(8 + 8 * number)
    br x17
.endm

#endif

/* The C functions that Java code can have: ENGINE_STUBS of them, ENGINE_STUB_BYTES each. */
    .p2align 5
    .globl NAME(engine_stubs)
    HIDDEN(engine_stubs)
    FUNCTION(engine_stubs)
NAME(engine_stubs):
.set number, 0
.rept ENGINE_STUBS
    stub
    .set number, number + 1
.endr
    .p2align 5

#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#elif defined(__APPLE__)
    .subsections_via_symbols
#endif
