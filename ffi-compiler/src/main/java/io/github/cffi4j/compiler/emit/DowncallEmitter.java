package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.text.Text;
import java.util.List;
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

    private final JavaWriter out;
    private final List<Downcall> downcalls;

    DowncallEmitter(JavaWriter out, List<Downcall> downcalls) {
        this.out = out;
        this.downcalls = downcalls;
    }

    /** In the nested class {@code Native}. */
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

    /** In the nested class {@code Native} of a binding without glue: there is one way. */
    void emitForeignBranches() {
        for (int i = 0; i < downcalls.size(); i++) {
            foreign(downcalls.get(i), holder(i));
            String holder = holder(i);
            downcalls.get(i).pinned().ifPresent(pinned -> foreign(pinned, holder));
        }
    }

    private void foreign(Downcall downcall, String holder) {
        String call = holder + "." + downcall.method() + downcall.passed() + ";";
        out.blank().open("static " + downcall.head(downcall.method()));
        out.lines(downcall.result() == Carrier.VOID ? call : "return " + call).close();
    }

    /**
     * The nested classes that hold the handles of a binding without glue.
     *
     * @param arguments of the maker of a handle by its index; {@code %s} stands for the descriptor
     */
    void emitSystemHolders(IntFunction<String> arguments) {
        for (int first = 0; first < downcalls.size(); first += HANDLES) {
            int end = Math.min(downcalls.size(), first + HANDLES);
            out.blank().javadoc("The calls by java.lang.foreign. Each is linked when it is first made.");
            out.open("private static final class " + holder(first));
            for (int i = first; i < end; i++) {
                systemHandle(downcalls.get(i), arguments.apply(i));
                String made = arguments.apply(i);
                downcalls.get(i).pinned().ifPresent(pinned -> systemHandle(pinned, made));
            }
            for (Downcall downcall : downcalls.subList(first, end)) {
                call(downcall);
                downcall.pinned().ifPresent(this::call);
            }
            out.close();
        }
    }

    private void systemHandle(Downcall downcall, String arguments) {
        out.lines("private static final MethodHandle " + downcall.method() + "$ = Native.SYSTEM.handle("
                + Text.format(arguments, downcall.descriptor()) + ");");
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
        out.lines(
                "private static final Downcalls LIBRARY = new Downcalls(MethodHandles.lookup(), Native.ffi_functions());");
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
        return "Foreign$" + index / HANDLES;
    }
}
