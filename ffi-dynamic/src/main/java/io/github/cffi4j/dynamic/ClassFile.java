package io.github.cffi4j.dynamic;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a class whose methods have no branches, and so need no stack maps. Its constants are elements of the list that the
 * hidden class is defined with.
 */
final class ClassFile {
    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;
    private static final int FINAL_SUPER = 0x0030;
    private static final int STATIC_HANDLE = 6;
    private static final int PUBLIC = 0x0001;
    private static final int STATIC = 0x0008;

    private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(poolBytes);
    private final Map<String, Integer> indexes = new HashMap<>();
    private final ByteArrayOutputStream methodBytes = new ByteArrayOutputStream();
    private final DataOutputStream methods = new DataOutputStream(methodBytes);
    private final List<Integer> bootstrapArguments = new ArrayList<>();
    private final int self;
    private final int parent;
    private final int[] implemented;
    private int count = 1;
    private int methodCount;

    /** Writes an entry of the constant pool, or a method. */
    private interface Output {
        void write(DataOutputStream to) throws IOException;
    }

    /**
     * @param name with slashes
     * @param parent the class that it extends, with slashes
     * @param implemented interfaces, with slashes
     */
    ClassFile(String name, String parent, String... implemented) {
        this.self = type(name);
        this.parent = type(parent);
        this.implemented = new int[implemented.length];
        for (int i = 0; i < implemented.length; i++) {
            this.implemented[i] = type(implemented[i]);
        }
    }

    int utf8(String text) {
        return entry("1" + text, 1, to -> {
            to.writeByte(1);
            to.writeUTF(text);
        });
    }

    int type(String name) {
        int utf8 = utf8(name);
        return entry("7" + utf8, 1, to -> two(to, 7, utf8));
    }

    int string(String text) {
        int utf8 = utf8(text);
        return entry("8" + utf8, 1, to -> two(to, 8, utf8));
    }

    int number(long value) {
        return entry("5" + value, 2, to -> {
            to.writeByte(5);
            to.writeLong(value);
        });
    }

    int method(String owner, String name, String descriptor) {
        int type = type(owner);
        int nameAndType = nameAndType(name, descriptor);
        return entry("10." + type + "." + nameAndType, 1, to -> three(to, 10, type, nameAndType));
    }

    /** Returns a constant of the list. */
    int element(int index, String descriptor) {
        int number = entry("3" + index, 1, to -> {
            to.writeByte(3);
            to.writeInt(index);
        });
        if (!bootstrapArguments.contains(number)) {
            bootstrapArguments.add(number);
        }
        int bootstrap = bootstrapArguments.indexOf(number);
        int nameAndType = nameAndType("_", descriptor);
        return entry("17." + bootstrap + "." + nameAndType, 1, to -> three(to, 17, bootstrap, nameAndType));
    }

    private int nameAndType(String name, String descriptor) {
        int nameIndex = utf8(name);
        int descriptorIndex = utf8(descriptor);
        return entry("12." + nameIndex + "." + descriptorIndex, 1, to -> three(to, 12, nameIndex, descriptorIndex));
    }

    private static void two(DataOutputStream to, int tag, int index) throws IOException {
        to.writeByte(tag);
        to.writeShort(index);
    }

    private static void three(DataOutputStream to, int tag, int first, int second) throws IOException {
        two(to, tag, first);
        to.writeShort(second);
    }

    private int entry(String key, int places, Output output) {
        Integer known = indexes.get(key);
        if (known == null) {
            write(pool, output);
            known = count;
            indexes.put(key, known);
            count += places;
            if (count > 0xFFFF) {
                throw new IllegalArgumentException("the interface has too many methods for one class");
            }
        }
        return known;
    }

    private static void write(DataOutputStream to, Output output) {
        try {
            output.write(to);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Adds a public method. */
    void add(String name, String descriptor, MethodCode code) {
        add(PUBLIC, name, descriptor, code);
    }

    /** Adds a static method that only its package sees. */
    void addStatic(String name, String descriptor, MethodCode code) {
        add(STATIC, name, descriptor, code);
    }

    private void add(int access, String name, String descriptor, MethodCode code) {
        int nameIndex = utf8(name);
        int descriptorIndex = utf8(descriptor);
        int attribute = utf8("Code");
        byte[] bytes = code.bytes();
        write(methods, to -> {
            to.writeShort(access);
            to.writeShort(nameIndex);
            to.writeShort(descriptorIndex);
            to.writeShort(1);
            to.writeShort(attribute);
            to.writeInt(12 + bytes.length);
            to.writeShort(code.maxStack());
            to.writeShort(code.locals());
            to.writeInt(bytes.length);
            to.write(bytes);
            to.writeShort(0);
            to.writeShort(0);
        });
        methodCount++;
    }

    byte[] toBytes() {
        int attribute = utf8("BootstrapMethods");
        int handle = classDataAt();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new DataOutputStream(bytes), to -> {
            to.writeInt(MAGIC);
            to.writeInt(JAVA_17);
            to.writeShort(count);
            poolBytes.writeTo(to);
            to.writeShort(FINAL_SUPER);
            to.writeShort(self);
            to.writeShort(parent);
            to.writeShort(implemented.length);
            for (int each : implemented) {
                to.writeShort(each);
            }
            to.writeShort(0);
            to.writeShort(methodCount);
            methodBytes.writeTo(to);
            to.writeShort(1);
            to.writeShort(attribute);
            to.writeInt(2 + 6 * bootstrapArguments.size());
            to.writeShort(bootstrapArguments.size());
            for (int argument : bootstrapArguments) {
                to.writeShort(handle);
                to.writeShort(1);
                to.writeShort(argument);
            }
        });
        return bytes.toByteArray();
    }

    private int classDataAt() {
        int method = method(
                "java/lang/invoke/MethodHandles",
                "classDataAt",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;");
        return entry("15." + method, 1, to -> {
            to.writeByte(15);
            to.writeByte(STATIC_HANDLE);
            to.writeShort(method);
        });
    }
}
