package io.github.cffi4j.loader;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/** The loader's log: slf4j where the application has a provider for it, and silence, not slf4j's complaint, where not. */
final class LoaderLog {
    private static final Logger LOGGER = logger();

    private LoaderLog() {}

    static void debug(String message, Object... arguments) {
        LOGGER.debug(message, arguments);
    }

    static void info(String message, Object... arguments) {
        LOGGER.info(message, arguments);
    }

    private static Logger logger() {
        try {
            boolean provided =
                    ServiceLoader.load(SLF4JServiceProvider.class, LoggerFactory.class.getClassLoader()).stream()
                            .findAny()
                            .isPresent();
            return provided ? LoggerFactory.getLogger("io.github.cffi4j.loader") : NOPLogger.NOP_LOGGER;
        } catch (ServiceConfigurationError e) {
            return NOPLogger.NOP_LOGGER;
        }
    }
}
