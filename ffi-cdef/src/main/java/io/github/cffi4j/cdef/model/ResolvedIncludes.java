package io.github.cffi4j.cdef.model;

import java.util.List;

/**
 * What a binding uses of those it includes. What stands for it is generated with them, not here.
 *
 * @param composites the structs and unions, to be checked against this binding's headers too
 * @param constants the enumerators of the enums
 */
public record ResolvedIncludes(List<ResolvedComposite> composites, List<ResolvedConstant> constants) {

    public ResolvedIncludes {
        composites = List.copyOf(composites);
        constants = List.copyOf(constants);
    }
}
