package io.github.cffi4j.compiler.emit;

import io.github.cffi4j.cdef.model.ResolvedComposite.Field;
import io.github.cffi4j.compiler.emit.crossing.Crossing;
import io.github.cffi4j.compiler.emit.crossing.Crossings;
import io.github.cffi4j.compiler.emit.crossing.Place;
import io.github.cffi4j.compiler.text.Text;

/** Writes the getter and setter of a field or a global variable: one memory access each. */
final class FieldEmitter {
    private final JavaWriter out;
    private final Crossings types;
    private final PlatformGuards guards;

    FieldEmitter(JavaWriter out, Crossings types, PlatformGuards guards) {
        this.guards = guards;
        this.out = out;
        this.types = types;
    }

    /**
     * How the accessors look.
     *
     * @param name of the methods
     * @param key what some platforms may lack
     * @param modifiers of the methods
     * @param chained the type that setters return {@code this} as; empty if they return nothing
     */
    record Accessors(String name, String key, String modifiers, String chained) {}

    void emit(Field field, Place place, Accessors accessors) {
        Crossing crossing = types.of(field.type());
        Method method = new Method(field, place, accessors);
        accessor(method, crossing.returnedType(), "", "return " + crossing.load(place) + ";");
        boolean chained = !accessors.chained().isEmpty();
        crossing.store(place)
                .ifPresent(statement -> accessor(
                        method,
                        chained ? accessors.chained() : "void",
                        crossing.javaType() + " value",
                        chained ? statement + "\nreturn this;" : statement));
    }

    /** The parts that the getter and the setter have in common. */
    private record Method(Field field, Place place, Accessors accessors) {}

    /** @param parameters none for a getter */
    static String javadoc(Field field, Crossing crossing, String parameters) {
        String verb = !parameters.isEmpty() ? "Sets " : crossing.inPlace() ? "Returns a view of " : "Returns ";
        String declaration = field.declaration().text();
        // No regular expression: there are two accessors for each of thousands of fields.
        int end = declaration.length() - (declaration.endsWith(";") ? 1 : 0);
        return DocComment.of(field.declaration()).behind(verb + JavadocText.code(declaration.substring(0, end)) + ".");
    }

    private void accessor(Method method, String result, String parameters, String body) {
        Field field = method.field();
        Accessors accessors = method.accessors();
        out.blank()
                .javadoc(DocComment.tagged(
                        guards.throwing(accessors.key(), javadoc(field, types.of(field.type()), parameters)),
                        DocComment.of(field.declaration()).deprecation()));
        out.open(Text.format("%s %s %s(%s)", accessors.modifiers(), result, accessors.name(), parameters));
        // A global variable can be the first thing that is asked of the library.
        String loaded = accessors.modifiers().contains("static") ? types.require() : "";
        out.lines(loaded + guards.require(accessors.key(), method.place().label()) + body)
                .close();
    }
}
