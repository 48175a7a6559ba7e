package io.github.cffi4j.benchmark.runtime;

/** A program of one call, in the way it is told. It uses nothing that would cost all of them the same. */
final class Start {
    private Start() {}

    public static void main(String[] arguments) {
        System.out.println(
                switch (arguments[0]) {
                    case "CFFI4J", "CFFI4J_JNI", "CFFI4J_FFM" -> Workload.add(40, 2);
                    case "ABI", "ABI_ENGINE", "ABI_FFM" -> io.github.cffi4j.benchmark.abi.Workload.add(40, 2);
                    case "HAND_JNI" -> JniCalls.add(40, 2);
                    case "JNA" -> JnaCalls.add(40, 2);
                    case "JAVACPP" -> JavaCppCalls.add(40, 2);
                    case "JNR" -> JnrCalls.load().add(40, 2);
                    default -> throw new IllegalArgumentException(arguments[0]);
                });
    }
}
