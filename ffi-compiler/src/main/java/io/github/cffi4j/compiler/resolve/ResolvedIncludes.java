package io.github.cffi4j.compiler.resolve;

import java.util.List;

/**
 * What a binding uses of those it includes. Their classes are generated with them, not here.
 *
 * @param imports the full names of their classes that generated code calls by their simple names
 * @param composites the structs and unions, to be checked against this binding's headers too
 * @param constants the enumerators of the enums
 */
public record ResolvedIncludes(
        List<String> imports, List<ResolvedComposite> composites, List<ResolvedConstant> constants) {

    public ResolvedIncludes {
        imports = List.copyOf(imports);
        composites = List.copyOf(composites);
        constants = List.copyOf(constants);
    }
}
