package io.github.cffi4j.dynamic;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodType;

/** The instructions of one method without branches. */
final class MethodCode {
    static final int L2I = 0x88;
    static final int I2L = 0x85;
    static final int I2B = 0x91;
    static final int I2C = 0x92;
    static final int I2S = 0x93;
    static final int IAND = 0x7E;
    static final int LAND = 0x7F;
    private static final int SIPUSH = 0x11;
    private static final int LDC_W = 0x13;
    private static final int LDC2_W = 0x14;
    private static final int DCONST_0 = 0x0E;
    private static final int ILOAD = 0x15;
    private static final int AASTORE = 0x53;
    private static final int POP2 = 0x58;
    private static final int POP = 0x57;
    private static final int DUP = 0x59;
    private static final int IRETURN = 0xAC;
    private static final int RETURN = 0xB1;
    private static final int NEW = 0xBB;
    private static final int INVOKEVIRTUAL = 0xB6;
    private static final int INVOKESPECIAL = 0xB7;
    private static final int INVOKESTATIC = 0xB8;
    private static final int ANEWARRAY = 0xBD;
    private static final int CHECKCAST = 0xC0;
    private static final int WIDE = 0xC4;

    private final ClassFile file;
    private final ByteArrayOutputStream code = new ByteArrayOutputStream();
    private final int locals;
    private int stack;
    private int maxStack;

    /**
     * @param type of the method, which has its parameters as locals
     */
    MethodCode(ClassFile file, MethodType type) {
        this.file = file;
        int words = 1;
        for (Class<?> parameter : type.parameterArray()) {
            words += words(parameter);
        }
        this.locals = words;
    }

    byte[] bytes() {
        return code.toByteArray();
    }

    int maxStack() {
        return maxStack;
    }

    int locals() {
        return locals;
    }

    /** Returns how many words a value takes on the stack. */
    static int words(Class<?> type) {
        return type == void.class ? 0 : type == long.class || type == double.class ? 2 : 1;
    }

    private static int kind(Class<?> type) {
        return type == long.class ? 1 : type == float.class ? 2 : type == double.class ? 3 : type.isPrimitive() ? 0 : 4;
    }

    private void op(int opcode, int more) {
        code.write(opcode);
        stack += more;
        maxStack = Math.max(maxStack, stack);
    }

    private void index(int index) {
        code.write(index >> 8);
        code.write(index);
    }

    /** Pushes a local variable. */
    void load(Class<?> type, int local) {
        code.write(WIDE);
        op(ILOAD + kind(type), words(type));
        index(local);
    }

    /** Pushes a constant of the class's list. */
    void element(int element, Class<?> type) {
        op(LDC_W, 1);
        index(file.element(element, type.descriptorString()));
    }

    void string(String text) {
        op(LDC_W, 1);
        index(file.string(text));
    }

    void number(long value) {
        op(LDC2_W, 2);
        index(file.number(value));
    }

    void zero() {
        op(DCONST_0, 2);
    }

    void small(int value) {
        op(SIPUSH, 1);
        index(value);
    }

    /** Converts the topmost value, or combines the two topmost. */
    void convert(int opcode) {
        op(opcode, opcode == L2I || opcode == IAND ? -1 : opcode == LAND ? -2 : opcode == I2L ? 1 : 0);
    }

    void newArray(int length) {
        small(length);
        op(ANEWARRAY, 0);
        index(file.type("java/lang/Object"));
    }

    void dup() {
        op(DUP, 1);
    }

    void storeElement() {
        op(AASTORE, -3);
    }

    void popLong() {
        op(POP2, -2);
    }

    void popReference() {
        op(POP, -1);
    }

    void cast(Class<?> type) {
        op(CHECKCAST, 0);
        index(file.type(
                type.isArray() ? type.descriptorString() : type.getName().replace('.', '/')));
    }

    void callStatic(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        invoke(INVOKESTATIC, owner, name, MethodType.methodType(result, parameters), 0);
    }

    void callVirtual(Class<?> owner, String name, Class<?> result, Class<?>... parameters) {
        invoke(INVOKEVIRTUAL, owner, name, MethodType.methodType(result, parameters), 1);
    }

    void callConstructor(Class<?> owner, Class<?>... parameters) {
        invoke(INVOKESPECIAL, owner, "<init>", MethodType.methodType(void.class, parameters), 1);
    }

    /** Calls a constructor of references of the class that is being written. */
    void callOwnConstructor(String name, MethodType type) {
        op(INVOKESPECIAL, -1 - type.parameterCount());
        index(file.method(name, "<init>", type.descriptorString()));
    }

    /** Pushes an object of the class that is being written. */
    void newObject(String name) {
        op(NEW, 1);
        index(file.type(name));
    }

    /** Pushes a local variable as an object. */
    void boxed(Class<?> type, int local) {
        load(type, local);
        if (type.isPrimitive()) {
            Class<?> box = MethodType.methodType(type).wrap().returnType();
            callStatic(box, "valueOf", box, type);
        }
    }

    /** Returns the topmost object as a type; a {@code void} method drops it. */
    void unboxed(Class<?> result) {
        if (result == void.class) {
            popReference();
        } else if (result.isPrimitive()) {
            Class<?> box = MethodType.methodType(result).wrap().returnType();
            cast(box);
            callVirtual(box, result.getName() + "Value", result);
        } else {
            cast(result);
        }
        ret(result);
    }

    private void invoke(int opcode, Class<?> owner, String name, MethodType type, int receiver) {
        int taken = receiver;
        for (Class<?> parameter : type.parameterArray()) {
            taken += words(parameter);
        }
        op(opcode, words(type.returnType()) - taken);
        index(file.method(owner.getName().replace('.', '/'), name, type.descriptorString()));
    }

    /** Returns the topmost value. */
    void ret(Class<?> type) {
        op(type == void.class ? RETURN : IRETURN + kind(type), -words(type));
    }
}
