package io.github.cffi4j.internal.loader;

/**
 * The loader's log: slf4j where the application has it and a provider for it, and silence, not slf4j's complaint, where
 * not. A warm start writes nothing, and so does not pay for finding that out.
 */
final class LoaderLog {
    private static final boolean HAS_SLF4J = hasSlf4j();

    private LoaderLog() {}

    static void debug(String message, Object... arguments) {
        if (HAS_SLF4J) {
            Slf4jLog.LOGGER.debug(message, arguments);
        }
    }

    static void info(String message, Object... arguments) {
        if (HAS_SLF4J) {
            Slf4jLog.LOGGER.info(message, arguments);
        }
    }

    private static boolean hasSlf4j() {
        try {
            Class.forName("org.slf4j.spi.SLF4JServiceProvider", false, LoaderLog.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
