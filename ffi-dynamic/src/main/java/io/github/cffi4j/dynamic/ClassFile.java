package io.github.cffi4j.dynamic;

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
    private static final int MAX_CONSTANTS = 0xFFFF;
    private static final int FINAL_SUPER = 0x0030;
    private static final int PUBLIC = 0x0001;
    private static final int STATIC = 0x0008;

    private static final int UTF8 = 1;
    private static final int INTEGER = 3;
    private static final int LONG = 5;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_STATIC = 6;

    private final Bytes pool = new Bytes();
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Bytes methods = new Bytes();
    private final List<Integer> bootstrapArguments = new ArrayList<>();
    private final int self;
    private final int parent;
    private final int[] implemented;
    private int count = 1;
    private int methodCount;

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

    private int utf8(String text) {
        String key = "\"" + text;
        Integer known = indexes.get(key);
        if (known != null) {
            return known;
        }
        pool.u1(UTF8).text(text);
        return added(key, 1);
    }

    /** Returns the index of a class, by its name with slashes. */
    int type(String name) {
        return pair(CLASS, utf8(name), -1);
    }

    int string(String text) {
        return pair(STRING, utf8(text), -1);
    }

    int number(long value) {
        String key = LONG + "." + value;
        Integer known = indexes.get(key);
        if (known != null) {
            return known;
        }
        pool.u1(LONG).u8(value);
        return added(key, 2);
    }

    int method(String owner, String name, String descriptor) {
        return pair(METHOD, type(owner), nameAndType(name, descriptor));
    }

    /** Returns a constant of the list. */
    int element(int index, String descriptor) {
        int number = integer(index);
        if (!bootstrapArguments.contains(number)) {
            bootstrapArguments.add(number);
        }
        return pair(DYNAMIC, bootstrapArguments.indexOf(number), nameAndType("_", descriptor));
    }

    private int integer(int value) {
        String key = INTEGER + "." + value;
        Integer known = indexes.get(key);
        if (known != null) {
            return known;
        }
        pool.u1(INTEGER).u4(value);
        return added(key, 1);
    }

    private int nameAndType(String name, String descriptor) {
        return pair(NAME_AND_TYPE, utf8(name), utf8(descriptor));
    }

    /** Returns an entry that refers to one or two others. */
    private int pair(int tag, int first, int second) {
        String key = tag + "." + first + "." + second;
        Integer known = indexes.get(key);
        if (known != null) {
            return known;
        }
        pool.u1(tag).u2(first);
        if (second >= 0) {
            pool.u2(second);
        }
        return added(key, 1);
    }

    private int added(String key, int places) {
        int index = count;
        indexes.put(key, index);
        count += places;
        if (count > MAX_CONSTANTS) {
            throw new IllegalArgumentException("the interface has too many methods for one class");
        }
        return index;
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
        byte[] bytes = code.bytes();
        methods.u2(access).u2(utf8(name)).u2(utf8(descriptor)).u2(1).u2(utf8("Code"));
        methods.u4(12 + bytes.length).u2(code.maxStack()).u2(code.locals());
        methods.u4(bytes.length).all(bytes).u2(0).u2(0);
        methodCount++;
    }

    byte[] toBytes() {
        Bytes bootstraps = bootstraps();
        Bytes file = new Bytes().u4(MAGIC).u4(JAVA_17).u2(count).all(pool);
        file.u2(FINAL_SUPER).u2(self).u2(parent).u2(implemented.length);
        for (int each : implemented) {
            file.u2(each);
        }
        return file.u2(0).u2(methodCount).all(methods).all(bootstraps).toArray();
    }

    /** Returns the attribute by which the JVM finds the constants of the list, with the number of attributes before it. */
    private Bytes bootstraps() {
        int method = method(
                "java/lang/invoke/MethodHandles",
                "classDataAt",
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;I)Ljava/lang/Object;");
        Bytes attribute = new Bytes().u2(1).u2(utf8("BootstrapMethods"));
        int handle = count;
        pool.u1(METHOD_HANDLE).u1(INVOKE_STATIC).u2(method);
        count++;
        attribute.u4(2 + 6 * bootstrapArguments.size()).u2(bootstrapArguments.size());
        for (int argument : bootstrapArguments) {
            attribute.u2(handle).u2(1).u2(argument);
        }
        return attribute;
    }
}
