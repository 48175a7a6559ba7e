package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Writes the two ways into C and the branch between them, of which the JIT sees only one side.
 *
 * <p>The handles of java.lang.foreign are constants of classes of their own, a few dozen in each: nobody pays for them who
 * calls by JNI, and a module with 2,000 functions starts as fast as one with two.
 */
final class DowncallEmitter {
    /** Making a handle takes some 15 us, even before it is linked. */
    private static final int HANDLES = 64;

    private static final String HOLDER = "Foreign$";

    private final JavaWriter out;
    private final List<Downcall> downcalls;

    DowncallEmitter(JavaWriter out, List<Downcall> downcalls) {
        this.out = out;
        this.downcalls = downcalls;
    }

    /** In the class of the native methods. */
    void emitBranches() {
        if (downcalls.isEmpty()) {
            return;
        }
        out.lines("static native long ffi_functions();");
        for (int i = 0; i < downcalls.size(); i++) {
            String holder = holder(i);
            branch(downcalls.get(i), holder);
            downcalls.get(i).pinned().ifPresent(pinned -> branch(pinned, holder));
        }
    }

    /** A call of a binding without glue, and the maker's arguments for its handle. */
    private record SystemHandle(Downcall downcall, String arguments) {}

    /**
     * Writes the calls of a binding without glue, for which there is one way, and the nested classes that hold their handles.
     *
     * <p>All in one class have the same Java types: the first handle of a type takes milliseconds in a JVM that has just started.
     *
     * @param arguments of the maker of a handle by its index; {@code %s} stands for the descriptor
     */
    void emitSystemCalls(IntFunction<String> arguments) {
        Map<String, List<SystemHandle>> byType = new LinkedHashMap<>();
        for (int i = 0; i < downcalls.size(); i++) {
            Downcall downcall = downcalls.get(i);
            String made = arguments.apply(i);
            byType.computeIfAbsent(downcall.descriptor(), any -> new ArrayList<>())
                    .add(new SystemHandle(downcall, made));
            downcall.pinned().ifPresent(pinned -> byType.computeIfAbsent(pinned.descriptor(), any -> new ArrayList<>())
                    .add(new SystemHandle(pinned, made)));
        }
        List<List<SystemHandle>> holders = new ArrayList<>();
        for (List<SystemHandle> same : byType.values()) {
            for (int first = 0; first < same.size(); first += HANDLES) {
                holders.add(same.subList(first, Math.min(same.size(), first + HANDLES)));
            }
        }
        for (int i = 0; i < holders.size(); i++) {
            for (SystemHandle handle : holders.get(i)) {
                foreign(handle.downcall(), HOLDER + i);
            }
        }
        for (int i = 0; i < holders.size(); i++) {
            systemHolder(HOLDER + i, holders.get(i));
        }
    }

    private void foreign(Downcall downcall, String holder) {
        String call = holder + "." + downcall.method() + downcall.passed() + ";";
        out.blank().open("static " + downcall.head(downcall.method()));
        out.lines(downcall.result() == Carrier.VOID ? call : "return " + call).close();
    }

    private void systemHolder(String name, List<SystemHandle> handles) {
        out.blank().javadoc("Calls of one type. Each is linked when it is first made.");
        out.open("private static final class " + name);
        for (SystemHandle handle : handles) {
            Downcall downcall = handle.downcall();
            out.lines("private static final MethodHandle " + downcall.method() + "$ = SYSTEM.handle("
                    + Text.format(handle.arguments(), downcall.descriptor()) + ");");
        }
        handles.forEach(handle -> call(handle.downcall()));
        out.close();
    }

    private void branch(Downcall downcall, String holder) {
        String byForeign = holder + "." + downcall.method() + downcall.passed();
        String byJni = downcall.jniMethod() + downcall.passed();
        String foreign = downcall.critical() ? "Backend.FOREIGN_CRITICAL_CALLS" : "Backend.FOREIGN_CALLS";
        out.blank().open("static " + downcall.head(downcall.method()));
        if (downcall.result() == Carrier.VOID) {
            out.open("if (" + foreign + ")").lines(byForeign + ";").close();
            out.open("else").lines(byJni + ";").close();
        } else {
            out.lines("return " + foreign + " ? " + byForeign + " : " + byJni + ";");
        }
        out.close();
        out.blank().lines("private static native " + downcall.head(downcall.jniMethod()) + ";");
    }

    /** The nested classes that hold the handles. */
    void emitHolders() {
        for (int first = 0; first < downcalls.size(); first += HANDLES) {
            holder(first, Math.min(downcalls.size(), first + HANDLES));
        }
    }

    private void holder(int first, int end) {
        out.blank().javadoc("The same calls by java.lang.foreign. Each is linked when it is first made.");
        out.open("private static final class " + holder(first));
        out.lines("private static final Downcalls LIBRARY = new Downcalls(MethodHandles.lookup(), ffi_functions());");
        for (int i = first; i < end; i++) {
            handle(downcalls.get(i), i);
        }
        for (Downcall downcall : downcalls.subList(first, end)) {
            call(downcall);
            downcall.pinned().ifPresent(this::call);
        }
        out.close();
    }

    private void handle(Downcall downcall, int index) {
        String maker = downcall.critical() ? "criticalHandle" : "handle";
        out.lines("private static final MethodHandle " + downcall.method() + "$ = LIBRARY." + maker + "(" + index
                + ", \"" + downcall.descriptor() + "\");");
        downcall.pinned().ifPresent(pinned -> handle(pinned, index));
    }

    private void call(Downcall downcall) {
        String call = downcall.method() + "$.invokeExact" + downcall.passed() + ";";
        out.blank().open("static " + downcall.head(downcall.method()));
        out.open("try")
                .lines(
                        downcall.result() == Carrier.VOID
                                ? call
                                : "return (" + downcall.result().java() + ") " + call)
                .close();
        out.open("catch (Throwable thrown)")
                .lines("throw Downcalls.unchecked(thrown);")
                .close();
        out.close();
    }

    /** A name that no C type has. */
    private static String holder(int index) {
        return HOLDER + index / HANDLES;
    }
}
