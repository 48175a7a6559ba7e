package io.github.cffi4j.benchmark.runtime;

/** A line of the table. The names in lower camel case are those of the methods of {@link RuntimeBenchmark}. */
enum Row {
    INT_CALL("intCall", "`int f(int, int)`", "<= 1.05; ABI <= 1.10", "<= 0.80 by FFM; ABI FFM <= 1.05 of hand FFM"),
    CRITICAL_CALL("criticalCall", "the same, `[[ffi::critical]]`", "", "<= 0.60"),
    DOUBLE_CALL("doubleCall", "`double f(double, double)`", "<= 1.05", "<= 0.80 by FFM"),
    TWELVE("twelve", "twelve mixed arguments", "ABI <= 1.30", ""),
    STRUCT_BY_POINTER("structByPointer", "struct by pointer", "<= 1.05", "<= 0.80 by FFM"),
    STRUCT_BY_VALUE("structByValue", "struct by value, 16 bytes", "<= 1.05; ABI <= 1.30", "<= 0.80 by FFM"),
    STRING_IN("stringIn", "string in, 16 letters", "<= 0.50", "<= 0.50"),
    STRING_OUT("stringOut", "string out, 16 letters", "", ""),
    BYTES_IN("bytesIn", "`byte[1024]` in", "", ""),
    FIELD_GET("fieldGet", "field get", "<= 1.25", "<= 1.25"),
    FIELD_SET("fieldSet", "field set", "<= 1.25", "<= 1.25"),
    ALLOCATE("allocateFillCallFree", "allocate, fill, call, free", "<= 1.00", ""),
    UPCALL("upcall", "upcall", "<= 1.20", "<= 0.35"),
    QSORT("qsort", "`qsort` of 1000 ints", "", ""),
    START_UP(
            "",
            "start-up to the first call",
            "<= 1.15; ABI <= 1.30",
            "<= 1.15; ABI engine <= 1.30; ABI FFM <= 1.10 of hand FFM");

    private final String method;
    private final String label;
    private final String goal17;
    private final String goal22;

    Row(String method, String label, String goal17, String goal22) {
        this.method = method;
        this.label = label;
        this.goal17 = goal17;
        this.goal22 = goal22;
    }

    /** The benchmark's method; empty for what whole processes show. */
    String method() {
        return method;
    }

    String label() {
        return ofFields() ? label + " (Unsafe = 1)" : label;
    }

    String goal(int java) {
        return java < 22 ? goal17 : goal22;
    }

    boolean ofFields() {
        return this == FIELD_GET || this == FIELD_SET;
    }

    /** Whose time is 1. */
    Contender baseline() {
        return ofFields() ? Contender.UNSAFE : Contender.HAND_JNI;
    }
}
