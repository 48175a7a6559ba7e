package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.compiler.emit.crossing.Carrier;
import io.github.cffi4j.compiler.text.Text;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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

    /** Each is looked up before the first call of one, which takes some microseconds. */
    private static final int ADDRESSES = 16;

    private static final String DIRECT = "Direct$";
    private static final String ENGINE = DIRECT + ".CALLS";

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

    /**
     * A call of a binding without glue.
     *
     * @param cName empty for a call by a function pointer
     * @param shape the types in C
     */
    record SystemCall(String cName, String shape) {}

    /** A call of a binding without glue, and the maker's arguments for its handle. */
    private record SystemHandle(Downcall downcall, SystemCall call) {}

    /**
     * Writes the calls of a binding without glue, and the nested classes that hold their handles and addresses. What the engine
     * calls by an address needs no handle.
     *
     * <p>All handles in one class have the same Java types: the first one of a type takes milliseconds in a JVM that has just
     * started.
     *
     * @param calls by their index
     * @param kept the flag for what all of them keep
     */
    void emitSystemCalls(IntFunction<SystemCall> calls, String kept) {
        Map<String, List<SystemHandle>> byType = new LinkedHashMap<>();
        List<DirectCall> direct = new ArrayList<>();
        for (int i = 0; i < downcalls.size(); i++) {
            Downcall downcall = downcalls.get(i);
            SystemCall call = calls.apply(i);
            byType.computeIfAbsent(downcall.descriptor(), any -> new ArrayList<>())
                    .add(new SystemHandle(downcall, call));
            downcall.pinned().ifPresent(pinned -> byType.computeIfAbsent(pinned.descriptor(), any -> new ArrayList<>())
                    .add(new SystemHandle(pinned, call)));
            DirectCall.of(downcall, call.cName(), call.shape()).ifPresent(direct::add);
        }
        List<List<SystemHandle>> holders = new ArrayList<>();
        for (List<SystemHandle> same : byType.values()) {
            for (int first = 0; first < same.size(); first += HANDLES) {
                holders.add(same.subList(first, Math.min(same.size(), first + HANDLES)));
            }
        }
        Map<Downcall, String> directly = directly(direct);
        for (int i = 0; i < holders.size(); i++) {
            for (SystemHandle handle : holders.get(i)) {
                foreign(handle.downcall(), HOLDER + i, directly);
            }
        }
        for (int i = 0; i < holders.size(); i++) {
            systemHolder(HOLDER + i, holders.get(i));
        }
        directHolders(direct, kept);
    }

    /** Where each call has its address. */
    private static Map<Downcall, String> directly(List<DirectCall> calls) {
        Map<Downcall, String> directly = new IdentityHashMap<>();
        List<DirectCall> named = named(calls);
        for (int i = 0; i < named.size(); i++) {
            String address =
                    DIRECT + i / ADDRESSES + "." + named.get(i).downcall().method() + "$";
            directly.put(
                    named.get(i).downcall(), address + " != 0 ? " + named.get(i).call(ENGINE, address));
        }
        for (DirectCall call : calls) {
            if (call.cName().isEmpty()) {
                String function = call.downcall().parameters().get(0).name();
                directly.put(call.downcall(), ENGINE + " != null ? " + call.call(ENGINE, function));
            }
        }
        return directly;
    }

    private static List<DirectCall> named(List<DirectCall> calls) {
        return calls.stream().filter(call -> !call.cName().isEmpty()).toList();
    }

    private void directHolders(List<DirectCall> calls, String kept) {
        if (calls.isEmpty()) {
            return;
        }
        out.blank().javadoc("Calls by addresses, if the engine makes them.");
        out.open("private static final class " + DIRECT);
        out.lines("static final DirectCalls CALLS = SYSTEM.direct(\"" + kept + "\");")
                .close();
        List<DirectCall> named = named(calls);
        for (int first = 0; first < named.size(); first += ADDRESSES) {
            out.blank().javadoc("Addresses; 0 for what is called by its handle.");
            out.open("private static final class " + DIRECT + first / ADDRESSES);
            named.subList(first, Math.min(named.size(), first + ADDRESSES))
                    .forEach(call -> out.lines(Text.format(
                            "static final long %s$ = SYSTEM.direct(%s, \"%s\");",
                            call.downcall().method(), ENGINE, call.cName())));
            out.close();
        }
    }

    private void foreign(Downcall downcall, String holder, Map<Downcall, String> directly) {
        String call = holder + "." + downcall.method() + downcall.passed();
        String direct = directly.get(downcall);
        out.blank().open("static " + downcall.head(downcall.method()));
        if (downcall.result() != Carrier.VOID) {
            out.lines("return " + (direct == null ? "" : direct + " : ") + call + ";");
        } else if (direct == null) {
            out.lines(call + ";");
        } else {
            int then = direct.indexOf(" ? ");
            out.open("if (" + direct.substring(0, then) + ")")
                    .lines(direct.substring(then + " ? ".length()) + ";")
                    .close();
            out.open("else").lines(call + ";").close();
        }
        out.close();
    }

    private void systemHolder(String name, List<SystemHandle> handles) {
        out.blank().javadoc("Calls of one type. Each is linked when it is first made.");
        out.open("private static final class " + name);
        for (SystemHandle handle : handles) {
            Downcall downcall = handle.downcall();
            out.lines("private static final MethodHandle " + downcall.method() + "$ = SYSTEM.handle("
                    + Text.format(
                            "\"%s\", \"%s\", \"%s\"",
                            handle.call().cName(),
                            downcall.descriptor(),
                            handle.call().shape())
                    + ");");
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
