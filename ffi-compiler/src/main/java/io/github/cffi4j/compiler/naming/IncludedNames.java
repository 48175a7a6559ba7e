package io.github.cffi4j.compiler.naming;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What generated code calls the classes of the bindings that a cdef includes; the same on all platforms. */
final class IncludedNames {
    private final Set<String> imports = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<BindingName, String> owners = new HashMap<>();

    IncludedNames(BindingName includer, Collection<BindingName> included) {
        taken.add(includer.className());
        taken.add(includer.nativeClassName());
        included.forEach(name -> owners.put(name, owner(includer, name)));
    }

    /** By its simple name, unless that means another class here. */
    private String owner(BindingName includer, BindingName included) {
        if (included.packageName().isEmpty() && !includer.packageName().isEmpty()) {
            throw new WrongSettingException(included.cdefName() + ": its class has no package, and "
                    + includer.binaryName() + ", which has one, cannot use it; move it into a package");
        }
        if (!taken.add(included.className())) {
            taken.add(included.packageName().split("\\.")[0]);
            return included.binaryName();
        }
        if (!included.packageName().equals(includer.packageName())) {
            imports.add(included.binaryName());
        }
        return included.className();
    }

    /** The class of an included binding. */
    String owner(BindingName included) {
        return owners.get(included);
    }

    /** The full names of those called by their simple names. */
    List<String> imports() {
        return List.copyOf(imports);
    }

    /** Simple names that mean these classes, the includer's own two among them: nothing else may be called so. */
    Set<String> taken() {
        return taken;
    }
}
