/*
 * Windows grows a stack by one guard page at a time. Before a frame of more than a page the compiler calls this, to touch
 * each page of it from the top down. Only the stack is read: no register but the scratch ones changes.
 */
#if defined(__x86_64__)
/* rax: the size of the frame in bytes, kept. */
    .globl ___chkstk_ms
___chkstk_ms:
    pushq %rcx
    pushq %rax
    leaq 24(%rsp), %rcx
    cmpq $0x1000, %rax
    jb 2f
1:
    subq $0x1000, %rcx
    orl $0, (%rcx)
    subq $0x1000, %rax
    cmpq $0x1000, %rax
    ja 1b
2:
    subq %rax, %rcx
    orl $0, (%rcx)
    popq %rax
    popq %rcx
    retq
#elif defined(__aarch64__)
/* x15: the size of the frame in units of 16 bytes, kept; x16 and x17 are scratch. */
    .globl __chkstk
__chkstk:
    lsl x16, x15, #4
    mov x17, sp
1:
    cmp x16, #0x1000
    b.lo 2f
    sub x17, x17, #0x1000
    ldr xzr, [x17]
    sub x16, x16, #0x1000
    b 1b
2:
    sub x17, x17, x16
    ldr xzr, [x17]
    ret
#elif defined(__i386__)
/* eax: the size of the frame in bytes. Here the probe makes room for the frame itself, below its return address. */
    .globl __alloca
__alloca:
    pushl %ecx
    leal 8(%esp), %ecx
    jmp 2f
1:
    subl $0x1000, %ecx
    orl $0, (%ecx)
    subl $0x1000, %eax
2:
    cmpl $0x1000, %eax
    jae 1b
    subl %eax, %ecx
    orl $0, (%ecx)
    movl %esp, %eax
    movl %ecx, %esp
    movl (%eax), %ecx
    jmp *4(%eax)
#else
#error "no stack probe for this architecture"
#endif
