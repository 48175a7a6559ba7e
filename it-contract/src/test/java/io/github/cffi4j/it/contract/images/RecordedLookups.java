package io.github.cffi4j.it.contract.images;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.ClassObjectReference;
import com.sun.jdi.Method;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.ListeningConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a program looks up by name, and which calls it links, as the JDK's debugger interface sees it: the places where
 * native-image has to be told.
 *
 * @param names classes and members that the runtime or a binding asked Java for: {@code java.util.Objects.isNull(java.lang.Object)}
 * @param downcalls such as {@code (i4a8)v critical with arrays}
 * @param upcalls the same
 */
record RecordedLookups(Set<String> names, Set<String> downcalls, Set<String> upcalls) {
    private static final String OURS = "io.github.cffi4j.";
    private static final Map<String, Set<String>> WATCHED = Map.of(
            "java.lang.invoke.MethodHandles$Lookup",
            Set.of(
                    "findStatic",
                    "findVirtual",
                    "findConstructor",
                    "findGetter",
                    "findSetter",
                    "findVarHandle",
                    "findClass"),
            "java.lang.Class",
            Set.of("forName", "getField", "getMethod", "getConstructor", "getDeclaredField", "getDeclaredMethod"),
            "jdk.internal.foreign.abi.AbstractLinker",
            Set.of("downcallHandle", "upcallStub"));

    RecordedLookups() {
        this(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    }

    /** Runs a Java command, which must end well, and adds what it did. */
    void record(List<String> command) throws Exception {
        ListeningConnector connector =
                Bootstrap.virtualMachineManager().listeningConnectors().get(0);
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        arguments.get("localAddress").setValue("localhost");
        List<String> words = new ArrayList<>(command);
        words.add(
                1,
                "-agentlib:jdwp=transport=dt_socket,server=n,suspend=y,address=" + connector.startListening(arguments));
        Path output = Files.createTempFile("recorded", ".txt");
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            watch(connector.accept(arguments));
            if (process.waitFor() != 0) {
                throw new AssertionError(command + ":\n" + Files.readString(output));
            }
        } finally {
            connector.stopListening(arguments);
            Files.delete(output);
        }
    }

    private void watch(VirtualMachine vm) throws Exception {
        for (String type : WATCHED.keySet()) {
            ClassPrepareRequest prepared = vm.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(type);
            prepared.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
            prepared.enable();
            vm.classesByName(type).forEach(RecordedLookups::stopAt);
        }
        try {
            while (true) {
                EventSet events = vm.eventQueue().remove();
                for (Event event : events) {
                    if (event instanceof ClassPrepareEvent prepared) {
                        stopAt(prepared.referenceType());
                    } else if (event instanceof BreakpointEvent stopped) {
                        note(vm, stopped.thread());
                    }
                }
                events.resume();
            }
        } catch (VMDisconnectedException end) {
            return;
        }
    }

    private static void stopAt(ReferenceType type) {
        for (Method method : type.methods()) {
            if (WATCHED.get(type.name()).contains(method.name()) && method.isPublic()) {
                BreakpointRequest request =
                        type.virtualMachine().eventRequestManager().createBreakpointRequest(method.location());
                request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
                request.enable();
            }
        }
    }

    private void note(VirtualMachine vm, ThreadReference thread) throws Exception {
        StackFrame frame = thread.frame(0);
        Method method = frame.location().method();
        List<Value> arguments = frame.getArgumentValues();
        if (method.name().equals("downcallHandle") || method.name().equals("upcallStub")) {
            // The method that takes an address goes on to the one that does not; both say the same.
            int descriptor = method.argumentTypeNames().indexOf("java.lang.foreign.FunctionDescriptor");
            String text = text(vm, thread, (ObjectReference) arguments.get(descriptor));
            String options = options(vm, thread, (ArrayReference) arguments.get(arguments.size() - 1));
            (method.name().equals("upcallStub") ? upcalls : downcalls).add(text + options);
        } else if (thread.frame(1).location().declaringType().name().startsWith(OURS)) {
            boolean ofLookup = method.declaringType().name().endsWith("$Lookup");
            Value type = ofLookup ? arguments.get(0) : frame.thisObject();
            names.add(
                    type instanceof ClassObjectReference owner
                            ? owner.reflectedType().name() + "." + member(vm, thread, arguments)
                            : ((StringReference) arguments.get(0)).value());
        }
    }

    /** The name, and the parameter types if there are any. */
    private static String member(VirtualMachine vm, ThreadReference thread, List<Value> arguments) throws Exception {
        String name = "";
        String parameters = "";
        for (Value argument : arguments) {
            if (argument instanceof StringReference string) {
                name = string.value();
            } else if (argument instanceof ObjectReference object
                    && object.referenceType().name().equals("java.lang.invoke.MethodType")) {
                MethodType type = MethodType.fromMethodDescriptorString(
                        invoke(vm, thread, object, "toMethodDescriptorString"), null);
                parameters = type.parameterList().stream()
                        .map(Class::getTypeName)
                        .toList()
                        .toString();
            }
        }
        return name + parameters;
    }

    private static String text(VirtualMachine vm, ThreadReference thread, ObjectReference object) throws Exception {
        return invoke(vm, thread, object, "toString");
    }

    private static String options(VirtualMachine vm, ThreadReference thread, ArrayReference options) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Value option : options.getValues()) {
            String said = text(vm, thread, (ObjectReference) option);
            text.append(said.startsWith("ALLOW_HEAP") ? " critical with arrays" : " critical");
        }
        return text.toString();
    }

    /** Nothing else is noted meanwhile: the JDK's own lookups while it makes a text would stop the thread that makes it. */
    private static String invoke(VirtualMachine vm, ThreadReference thread, ObjectReference object, String method)
            throws Exception {
        vm.eventRequestManager().breakpointRequests().forEach(EventRequest::disable);
        try {
            Method found = object.referenceType().methodsByName(method).stream()
                    .filter(each -> each.argumentTypeNames().isEmpty() && !each.isAbstract())
                    .findFirst()
                    .orElseThrow(() -> new IOException(object + " has no " + method));
            return ((StringReference)
                            object.invokeMethod(thread, found, List.of(), ObjectReference.INVOKE_SINGLE_THREADED))
                    .value();
        } finally {
            vm.eventRequestManager().breakpointRequests().forEach(EventRequest::enable);
        }
    }
}
