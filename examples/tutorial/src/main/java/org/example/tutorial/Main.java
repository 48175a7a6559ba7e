package org.example.tutorial;

/** The first lines of the CFFI tutorial. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        LibC.printf("%s is %d and %.2f\n", "pi", 3, Math.PI);
        LibC.timeval now = LibC.timeval.allocate();
        LibC.gettimeofday(now, null);
        LibC.printf("%lld seconds since 1970\n", now.tv_sec());
        LibC.fflush(null);
    }
}
