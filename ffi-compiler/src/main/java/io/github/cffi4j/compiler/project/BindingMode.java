package io.github.cffi4j.compiler.project;

import io.github.cffi4j.compiler.setting.WrongSettingException;
import java.util.Locale;

/** Which of CFFI's ways a module binds its cdefs in. */
public enum BindingMode {
    /** By C of its own, compiled for each platform. */
    API,
    /** Without native code: what the compilers say is a table, and a library of the user's system is called. */
    ABI;

    /**
     * The mode of a name.
     *
     * @throws WrongSettingException if there is none
     */
    public static BindingMode of(String name) {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "api" -> API;
            case "abi" -> ABI;
            default -> throw new WrongSettingException("<mode> is 'api' or 'abi', not '" + name + "'");
        };
    }
}
