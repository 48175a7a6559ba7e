package io.github.cffi4j.it;

import java.io.IOException;
import org.scijava.nativelib.NativeLoader;

/** A program that knows native-lib-loader and nothing of this project. */
final class LoadsGeometry {

    private LoadsGeometry() {}

    public static void main(String[] arguments) throws IOException {
        NativeLoader.loadLibrary("geometry");
        System.out.println("loaded");
    }
}
