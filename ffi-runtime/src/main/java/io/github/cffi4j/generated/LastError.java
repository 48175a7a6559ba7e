package io.github.cffi4j.generated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Windows' last error, as the last call left it: the functions that tell and set it are not called, as with glue. Stateless. */
final class LastError {
    private LastError() {}

    /** Returns true for the name of such a function; Winsock has others of its own for the same. */
    static boolean told(String cName) {
        return reader(cName) || cName.equals("SetLastError") || cName.equals("WSASetLastError");
    }

    private static boolean reader(String cName) {
        return cName.equals("GetLastError") || cName.equals("WSAGetLastError");
    }

    /** Returns the handle that stands for such a function. */
    static MethodHandle handle(SystemCalls calls, String cName, MethodType type) {
        MethodType wanted = reader(cName)
                ? MethodType.methodType(long.class, SystemCalls.class)
                : MethodType.methodType(void.class, SystemCalls.class, long.class);
        try {
            MethodHandle found =
                    MethodHandles.lookup().findStatic(LastError.class, reader(cName) ? "get" : "set", wanted);
            return MethodHandles.explicitCastArguments(found.bindTo(calls), type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a method of this class", e);
        }
    }

    private static long get(SystemCalls calls) {
        return Integer.toUnsignedLong(calls.lastError());
    }

    private static void set(SystemCalls calls, long value) {
        calls.lastError((int) value);
    }
}
