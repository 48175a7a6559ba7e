package org.example.words;

import static org.example.words.Words.*;

public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(count_word("static") + " " + count_word("new") + " " + count_word(""));
    }
}
