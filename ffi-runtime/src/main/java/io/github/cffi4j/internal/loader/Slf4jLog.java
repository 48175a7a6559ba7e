package io.github.cffi4j.internal.loader;

import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;
import org.slf4j.spi.SLF4JServiceProvider;

/** The logger, in a class of its own since slf4j may be missing. */
final class Slf4jLog {
    static final Logger LOGGER = logger();

    private Slf4jLog() {}

    private static Logger logger() {
        // Not declared by the module: Java allows that only of services that are always there.
        Slf4jLog.class.getModule().addUses(SLF4JServiceProvider.class);
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
