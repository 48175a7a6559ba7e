package io.github.cffi4j.dynamic;

import io.github.cffi4j.dynamic.generated.BoundFunction;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Modifier;

/** Finds the lookup by which classes are written into the package of an interface, which may not be public. */
final class PackageLookup {
    /** The simple name of the class that gives a lookup away, to its package only. */
    private static final String HOST = "Cffi4jHost";

    private PackageLookup() {}

    /**
     * Returns a lookup with all rights in a package from which the interface is seen.
     *
     * @throws IllegalArgumentException if there is none, because a module hides the interface
     */
    static Lookup of(Class<?> type) {
        try {
            Lookup own = in(type);
            if (Class.forName(BoundFunction.class.getName(), false, type.getClassLoader()) == BoundFunction.class) {
                return own.hasFullPrivilegeAccess() ? own : ofHost(own);
            }
        } catch (IllegalAccessException | ClassNotFoundException closed) {
            Module own = PackageLookup.class.getModule();
            if (!Modifier.isPublic(type.getModifiers()) || !type.getModule().isExported(type.getPackageName(), own)) {
                throw new IllegalArgumentException(
                        type.getName() + " is not public, or its module hides it; write 'opens " + type.getPackageName()
                                + " to io.github.cffi4j.dynamic;' in its module-info",
                        closed);
            }
        }
        return MethodHandles.lookup();
    }

    /**
     * Returns a lookup in a class, which may not be public.
     *
     * @throws IllegalAccessException if its module does not open its package
     */
    static Lookup in(Class<?> type) throws IllegalAccessException {
        PackageLookup.class.getModule().addReads(type.getModule());
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }

    /** Another module (each class loader has one) gives a lookup without all rights; a class there has them. */
    private static Lookup ofHost(Lookup own) throws IllegalAccessException, ClassNotFoundException {
        String folder = own.lookupClass().getPackageName();
        String name = folder.isEmpty() ? HOST : folder + "." + HOST;
        try {
            Class<?> host;
            synchronized (PackageLookup.class) {
                host = known(own, name);
            }
            return (Lookup) own.findStatic(host, "lookup", MethodType.methodType(Lookup.class))
                    .invoke();
        } catch (IllegalAccessException | ClassNotFoundException | RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Class<?> known(Lookup own, String name) throws IllegalAccessException {
        try {
            return own.findClass(name);
        } catch (ClassNotFoundException first) {
            return own.defineClass(host(name.replace('.', '/')));
        }
    }

    private static byte[] host(String name) {
        ClassFile file = new ClassFile(name, "java/lang/Object");
        MethodType type = MethodType.methodType(Lookup.class);
        MethodCode code = new MethodCode(file, type);
        code.callStatic(MethodHandles.class, "lookup", Lookup.class);
        code.ret(Lookup.class);
        file.addStatic("lookup", type.descriptorString(), code);
        return file.toBytes();
    }
}
