package io.github.cffi4j.compiler.pack;

import io.github.cffi4j.generated.PlatformJar;
import io.github.cffi4j.internal.loader.PlatformModules;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The two class files that make a platform's jar a module: {@code module geo.lib.linux_x86_64}, which provides {@link
 * #SERVICE} with an empty class. Written by hand: compiling them would need a JDK and the runtime at hand for each jar.
 *
 * @param name the module's name, which is its only package too
 */
record PlatformModule(String name) {
    static final String SERVICE = PlatformJar.class.getName();
    private static final String RUNTIME = "io.github.cffi4j";

    private static final int MAGIC = 0xCAFEBABE;
    private static final int JAVA_17 = 61;
    private static final int PUBLIC = 0x0001;
    private static final int SUPER = 0x0020;
    private static final int MANDATED = 0x8000;
    private static final int MODULE = 0x8000;
    private static final byte[] CONSTRUCTOR_CODE = {0x2a, (byte) 0xb7, 0, 0, (byte) 0xb1};

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;
    private static final int MODULE_NAME = 19;

    /** The module of a library's jar for a platform: {@code geo.lib.linux_x86_64}. */
    static PlatformModule of(String library, String classifier) {
        return new PlatformModule(PlatformModules.name(library, classifier));
    }

    /** The path of the provider's class in the jar. */
    String providerPath() {
        return providerName() + ".class";
    }

    byte[] moduleInfo() throws IOException {
        Constants constants = new Constants();
        int self = constants.reference(CLASS, constants.utf8("module-info"));
        int attribute = constants.utf8("Module");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream module = new DataOutputStream(bytes);
        shorts(module, constants.module(name), 0, 0);
        shorts(module, 2, constants.module("java.base"), MANDATED, 0, constants.module(RUNTIME), 0, 0);
        // It exports and opens nothing, and uses nothing.
        shorts(module, 0, 0, 0);
        shorts(module, 1, constants.type(SERVICE.replace('.', '/')), 1, constants.type(providerName()));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        constants.writeHeader(out);
        shorts(out, MODULE, self, 0, 0, 0, 0, 1, attribute);
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        return file.toByteArray();
    }

    byte[] provider() throws IOException {
        Constants constants = new Constants();
        int self = constants.type(providerName());
        int object = constants.type("java/lang/Object");
        int service = constants.type(SERVICE.replace('.', '/'));
        int constructor = constants.utf8("<init>");
        int signature = constants.utf8("()V");
        int code = constants.utf8("Code");
        int superConstructor = constants.pair(METHOD, object, constants.pair(NAME_AND_TYPE, constructor, signature));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(file);
        constants.writeHeader(out);
        shorts(out, PUBLIC | SUPER, self, object, 1, service, 0);
        shorts(out, 1, PUBLIC, constructor, signature, 1, code);
        byte[] instructions = CONSTRUCTOR_CODE.clone();
        instructions[3] = (byte) superConstructor;
        // Stack and locals of one, the instructions, neither handlers nor attributes.
        out.writeInt(12 + instructions.length);
        shorts(out, 1, 1);
        out.writeInt(instructions.length);
        out.write(instructions);
        shorts(out, 0, 0, 0);
        return file.toByteArray();
    }

    private String providerName() {
        return name.replace('.', '/') + "/Provider";
    }

    private static void shorts(DataOutputStream out, int... values) throws IOException {
        for (int value : values) {
            out.writeShort(value);
        }
    }

    /** The constant pool of a class file, numbered from 1. */
    private static final class Constants {
        private final List<byte[]> entries = new ArrayList<>();

        int utf8(String text) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(UTF8);
            out.writeUTF(text);
            return add(bytes.toByteArray());
        }

        int type(String name) throws IOException {
            return reference(CLASS, utf8(name));
        }

        int module(String name) throws IOException {
            return reference(MODULE_NAME, utf8(name));
        }

        int reference(int tag, int index) {
            return add(new byte[] {(byte) tag, 0, (byte) index});
        }

        int pair(int tag, int first, int second) {
            return add(new byte[] {(byte) tag, 0, (byte) first, 0, (byte) second});
        }

        void writeHeader(DataOutputStream out) throws IOException {
            out.writeInt(MAGIC);
            shorts(out, 0, JAVA_17, entries.size() + 1);
            for (byte[] entry : entries) {
                out.write(entry);
            }
        }

        private int add(byte[] entry) {
            entries.add(entry);
            return entries.size();
        }
    }
}
