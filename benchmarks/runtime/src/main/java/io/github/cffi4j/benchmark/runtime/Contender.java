package io.github.cffi4j.benchmark.runtime;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A column of the table: one way into C, in the order of the columns. */
enum Contender {
    /** As it comes: the backend is chosen for each kind of call. */
    CFFI4J("cffi4j"),
    CFFI4J_JNI("cffi4j JNI", "-Dcffi4j.backend=jni"),
    CFFI4J_FFM("cffi4j FFM", "-Dcffi4j.backend=ffm"),
    /** Without native code of the binding's own, as it comes: by the engine, and java.lang.foreign for what it calls more quickly. */
    ABI("ABI mode"),
    ABI_ENGINE("ABI engine", "-Dcffi4j.backend=jni"),
    ABI_FFM("ABI FFM", "-Dcffi4j.backend=ffm"),
    HAND_JNI("hand JNI"),
    HAND_FFM("hand FFM"),
    JNA("JNA"),
    JNR("JNR"),
    JAVACPP("JavaCPP"),
    UNSAFE("Unsafe");

    private static final Set<Contender> SINCE_22 = EnumSet.of(CFFI4J_JNI, CFFI4J_FFM, ABI_ENGINE, ABI_FFM, HAND_FFM);

    private final String label;
    private final List<String> jvmOptions;

    Contender(String label, String... jvmOptions) {
        this.label = label;
        this.jvmOptions = List.of(jvmOptions);
    }

    String label() {
        return label;
    }

    List<String> jvmOptions() {
        return jvmOptions;
    }

    /** Returns true if there is something to measure. Before Java 22, {@link #CFFI4J} is {@link #CFFI4J_JNI}. */
    boolean has(Row row, int java) {
        if (java < 22 && SINCE_22.contains(this)) {
            return false;
        }
        return switch (this) {
            case UNSAFE -> row.ofFields();
            case JNA, JAVACPP -> row != Row.CRITICAL_CALL && row != Row.TWELVE;
            case JNR -> row != Row.CRITICAL_CALL && row != Row.TWELVE && row != Row.STRUCT_BY_VALUE;
            default -> true;
        };
    }

    /** What to call; of a class of Java 22 by its name. */
    Binding binding() {
        return switch (this) {
            case CFFI4J, CFFI4J_JNI, CFFI4J_FFM -> new CffiBinding();
            case ABI, ABI_ENGINE, ABI_FFM -> new AbiBinding();
            case HAND_JNI -> new JniBinding();
            case HAND_FFM -> foreign();
            case JNA -> new JnaBinding();
            case JNR -> new JnrBinding();
            case JAVACPP -> new JavaCppBinding();
            case UNSAFE -> new UnsafeBinding();
        };
    }

    private static Binding foreign() {
        try {
            return (Binding) Class.forName(Contender.class.getPackageName() + ".ForeignBinding")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the classes for Java 22 are not on the class path", e);
        }
    }
}
