package org.example.crash;

/** Has C read where nothing is. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(Crash.crash(8));
    }
}
