package io.github.cffi4j.benchmark.loader;

import io.github.cffi4j.generated.LibraryLoader;
import java.io.IOException;
import java.util.function.Consumer;
import org.bytedeco.javacpp.Loader;
import org.scijava.nativelib.NativeLoader;

/** One start: loads a library in one way, and prints the nanoseconds it took. */
final class Start implements Consumer<String> {
    private Start() {}

    public static void main(String[] arguments) throws IOException {
        long start = System.nanoTime();
        switch (arguments[0]) {
            case "BARE" -> System.load(arguments[1]);
            case "CFFI4J" -> LibraryLoader.load(Start.class, "geo", new Start());
            case "NATIVE_LIB_LOADER" -> NativeLoader.loadLibrary("geo");
            case "JAVACPP" -> Loader.load(org.bytedeco.javacpp.presets.javacpp.class);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
        System.out.println(System.nanoTime() - start);
    }

    @Override
    public void accept(String path) {
        System.load(path);
    }
}
