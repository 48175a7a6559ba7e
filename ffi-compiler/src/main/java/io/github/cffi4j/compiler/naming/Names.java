package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.cdef.model.Mention;
import io.github.cffi4j.cdef.model.ResolvedBinding;
import io.github.cffi4j.cdef.model.ResolvedComposite;
import io.github.cffi4j.cdef.model.ResolvedFunction;
import io.github.cffi4j.cdef.model.ResolvedGlobal;
import io.github.cffi4j.cdef.model.ResolvedSignature;
import io.github.cffi4j.cdef.model.ResolvedType;
import io.github.cffi4j.cdef.model.ResolvedUpcall;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Java names of what a binding declares. What is mentioned first gets its name first: a thing has the same name on all
 * platforms, and keeps it when declarations are added behind.
 */
public final class Names {
    private final BindingName binding;
    private final IncludedNames included;
    private final JavaNames members;
    private final JavaNames methods = JavaNames.methods();
    private final Map<Mention.Kind, Map<String, String>> given = new EnumMap<>(Mention.Kind.class);

    /** Constants that are methods, since some platforms lack them: a field of Java's cannot say that it is not there. */
    private final Map<String, String> constantMethods = new HashMap<>();

    private final Map<String, Map<String, String>> fields = new HashMap<>();

    /** The classes that the binding uses of included ones, as its code calls them. */
    private final Map<String, String> includedTypes = new HashMap<>();

    private final Map<String, String> includedFunctionPointers = new HashMap<>();

    Names(BindingName name, ConditionalBinding conditional, List<NamedBinding> includes) {
        this.binding = name;
        this.included = new IncludedNames(
                name, includes.stream().map(each -> each.names().binding).toList());
        this.members = JavaNames.members(included.taken());
        for (Mention.Kind kind : Mention.Kind.values()) {
            given.put(kind, new HashMap<>());
        }
        includes.forEach(this::include);
        ResolvedBinding union = conditional.union();
        union.mentions().forEach(this::give);
        union.constants().forEach(constant -> giveMethod(constant.cName(), conditional));
        union.typedConstants().forEach(constant -> giveMethod(constant.cName(), conditional));
        union.composites().forEach(this::giveFields);
    }

    private void include(NamedBinding other) {
        String owner = included.owner(other.names().binding) + ".";
        ResolvedBinding union = other.binding().union();
        union.ownTypes()
                .forEach(cName -> includedTypes.put(cName, owner + other.names().type(cName)));
        union.signatures()
                .forEach(each -> includedFunctionPointers.put(
                        each.id(), owner + other.names().of(each)));
    }

    private void give(Mention mention) {
        if (given(mention.kind(), mention.key()) == null) {
            given.get(mention.kind()).put(mention.key(), name(mention));
        }
    }

    private String name(Mention mention) {
        return switch (mention.kind()) {
            case CONSTANT -> members.give(mention.suggestion());
            case VALUE -> methods.give(mention.suggestion());
            case CALLBACK -> members.giveClass(mention.suggestion());
            case TYPE -> members.giveClass(StandardNames.known(mention.suggestion()));
            case FUNCTION_POINTER ->
                members.giveClass(mention.within().map(this::functionPointer).orElse("") + mention.suggestion());
        };
    }

    private String given(Mention.Kind kind, String key) {
        return given.get(kind).get(key);
    }

    private String require(Mention.Kind kind, String key) {
        return require(given(kind, key), key);
    }

    private static String require(String name, String key) {
        if (name == null) {
            throw new IllegalStateException("nothing mentions '" + key + "'");
        }
        return name;
    }

    private void giveMethod(String constant, ConditionalBinding conditional) {
        if (!conditional.everywhere(constant)) {
            constantMethods.computeIfAbsent(constant, methods::give);
        }
    }

    private void giveFields(ResolvedComposite composite) {
        JavaNames names = JavaNames.fields();
        Map<String, String> own = new HashMap<>();
        composite.fields().forEach(field -> own.put(field.cName(), names.give(field.cName())));
        fields.put(composite.cName(), own);
    }

    /** The name of the binding itself. */
    public BindingName binding() {
        return binding;
    }

    /** The full names of the classes of included bindings that generated code calls by their simple names. */
    public List<String> imports() {
        return included.imports();
    }

    /** A static final field, or a method if some platforms lack the constant. */
    public String constant(String cName) {
        String method = constantMethods.get(cName);
        return method != null ? method : require(Mention.Kind.CONSTANT, cName);
    }

    /** A static method that calls a function. */
    public String of(ResolvedFunction function) {
        return require(Mention.Kind.VALUE, function.cName());
    }

    /** The static methods that read and write a variable. */
    public String of(ResolvedGlobal global) {
        return require(Mention.Kind.VALUE, global.cName());
    }

    /** The functional interface of a function that Java implements, and the field that holds the code. */
    public String of(ResolvedUpcall upcall) {
        return require(Mention.Kind.CALLBACK, upcall.cName());
    }

    /** The methods that give the function's address, and attach code to it. */
    public String method(ResolvedUpcall upcall) {
        return require(Mention.Kind.VALUE, upcall.cName());
    }

    /** The class of a struct, a union or a handle. */
    public String of(ResolvedComposite composite) {
        return type(composite.cName());
    }

    /** The class of a struct, a union or a handle, by the name that a declaration calls it by. */
    public String of(ResolvedType.Composite type) {
        return type.alias().map(this::alias).orElseGet(() -> type(type.cName()));
    }

    /** The class of a further typedef of a struct, union or handle. */
    public String alias(String typedef) {
        return type(Mention.alias(typedef));
    }

    /** The class that stands for a pointer to an integer. */
    public String of(ResolvedType.PlatformInteger type) {
        String standard = StandardNames.integers().get(type.cName());
        return standard != null ? standard : type(type.cName());
    }

    /** The class that stands for a pointer to a floating type. */
    public String of(ResolvedType.PlatformFloat type) {
        return type(type.cName());
    }

    private String type(String cName) {
        String own = given(Mention.Kind.TYPE, cName);
        return own != null ? own : require(includedTypes.get(cName), cName);
    }

    /** The functional interface of a type of function pointers. */
    public String of(ResolvedSignature signature) {
        return functionPointer(signature.id());
    }

    /** The functional interface of a type of function pointers. */
    public String of(ResolvedType.FunctionPointer type) {
        return functionPointer(type.id());
    }

    /** The same by its id. */
    public String functionPointer(String id) {
        String own = given(Mention.Kind.FUNCTION_POINTER, id);
        return own != null ? own : require(includedFunctionPointers.get(id), id);
    }

    /** The same of several. */
    public List<String> functionPointers(List<String> ids) {
        return ids.stream().map(this::functionPointer).toList();
    }

    /** The methods that read and write a field. */
    public String of(ResolvedComposite owner, ResolvedComposite.Field field) {
        return fields.get(owner.cName()).get(field.cName());
    }

    /** The variables of all parameters of a function. */
    public List<NamedParameter> parameters(List<ResolvedFunction.Parameter> parameters) {
        JavaNames variables = JavaNames.parameters(included.taken());
        List<NamedParameter> named = new ArrayList<>(parameters.size());
        for (ResolvedFunction.Parameter parameter : parameters) {
            named.add(new NamedParameter(parameter, variables.give(parameter.cName())));
        }
        return named;
    }
}
