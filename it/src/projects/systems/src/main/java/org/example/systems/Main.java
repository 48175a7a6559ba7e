package org.example.systems;

import static org.example.systems.Systems.*;

import java.util.function.IntSupplier;

public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println("answer: " + answer());
        say(() -> mounts("/"));
        say(() -> drives("C:"));
        say(Systems::DRIVE);
    }

    private static void say(IntSupplier call) {
        try {
            System.out.println(call.getAsInt());
        } catch (UnsupportedOperationException e) {
            System.out.println(e);
        }
    }
}
