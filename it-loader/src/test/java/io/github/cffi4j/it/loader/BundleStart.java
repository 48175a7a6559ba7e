package io.github.cffi4j.it.loader;

import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;

/** A program that starts a framework of OSGi, installs a bundle and runs the main method of a class in it. */
final class BundleStart {
    private BundleStart() {}

    /** The framework's folder, the bundle's address, the class. */
    public static void main(String[] arguments) throws Exception {
        Framework framework = new FrameworkFactory().newFramework(Map.of(Constants.FRAMEWORK_STORAGE, arguments[0]));
        framework.start();
        Bundle bundle = framework.getBundleContext().installBundle(arguments[1]);
        bundle.start();
        bundle.loadClass(arguments[2]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        framework.stop();
        framework.waitForStop(0);
    }
}
