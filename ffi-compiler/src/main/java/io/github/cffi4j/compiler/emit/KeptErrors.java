package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.platform.OperatingSystem;
import io.github.cffi4j.platform.Platform;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What the glue keeps for each thread from one call to the next, since the JVM changes it between: {@code errno} where the
 * cdef declares that variable, Windows' last error where it declares the function that tells it. Others pay nothing.
 *
 * @param errno whether {@code errno} is kept
 * @param lastError whether Windows' last error is
 */
record KeptErrors(boolean errno, boolean lastError) {
    private static final String ERRNO = "errno";
    private static final String LAST_ERROR = "ffi_last_error";

    /** On Windows the two are the same. */
    private static final Set<String> READERS = Set.of("GetLastError", "WSAGetLastError");

    private static final Set<String> WRITERS = Set.of("SetLastError", "WSASetLastError");

    /** For what some platforms have of a binding. */
    static KeptErrors of(ResolvedBinding binding, Collection<Platform> platforms) {
        return new KeptErrors(
                binding.globals().stream().anyMatch(KeptErrors::errno),
                platforms.stream().allMatch(platform -> platform.os() == OperatingSystem.WINDOWS)
                        && binding.functions().stream().anyMatch(KeptErrors::reader));
    }

    /** For all of it. */
    static KeptErrors of(ConditionalBinding conditional) {
        return conditional.variants().stream()
                .map(variant -> of(variant.binding(), variant.platforms()))
                .reduce(
                        new KeptErrors(false, false),
                        (a, b) -> new KeptErrors(a.errno || b.errno, a.lastError || b.lastError));
    }

    /** Includes what the keeping takes; it stands behind the author's preamble. */
    String include() {
        return errno || lastError
                ? (errno ? "#define FFI_KEEPS_ERRNO\n" : "")
                        + (lastError ? "#define FFI_KEEPS_LAST_ERROR\n" : "")
                        + "#include \"ffi_errors.h\"\n"
                : "";
    }

    /** What a call without glue keeps, as the runtime's {@code CallShape} reads it. */
    String flag() {
        return errno ? "!" : lastError ? "^" : "";
    }

    /** Begins a block of C that Java called. */
    Optional<String> inC() {
        return errno || lastError ? Optional.of("FFI_IN_C") : Optional.empty();
    }

    /** Begins a block of C that calls Java. */
    Optional<String> inJava() {
        return errno || lastError ? Optional.of("FFI_IN_JAVA") : Optional.empty();
    }

    /** The variable whose address Java gets. */
    String variable(ResolvedGlobal global) {
        return errno(global) ? "ffi_errno" : global.cName();
    }

    /** Returns true if the function reads or writes what is kept, so that C need not be called. */
    boolean accessedBy(ResolvedFunction function) {
        return lastError && (reader(function) || WRITERS.contains(function.cName()));
    }

    /** The call, or what stands for it. */
    String call(ResolvedFunction function, String arguments) {
        if (accessedBy(function)) {
            return reader(function) ? LAST_ERROR : LAST_ERROR + " = " + arguments;
        }
        // A macro would count macros as one argument each; behind another one they are what they stand for.
        return function.variadic()
                ? "FFI_CALL(" + function.cName() + ", " + arguments + ")"
                : function.cName() + "(" + arguments + ")";
    }

    /** Returns true for {@code errno}, which is kept for each thread. */
    static boolean errno(ResolvedGlobal global) {
        return global.cName().equals(ERRNO);
    }

    private static boolean reader(ResolvedFunction function) {
        return READERS.contains(function.cName());
    }
}
