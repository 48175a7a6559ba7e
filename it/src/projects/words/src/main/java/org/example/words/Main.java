package org.example.words;

import static org.example.words.Words.*;

public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.out.println(count_word("static") + " " + count_word("new") + " " + count_word(""));
        if (index_of_word("word") != 2 || index_of_word("unknown") != -1) {
            throw new AssertionError();
        }
        System.out.println("longest: " + longest_word().string() + ", " + known_words() + " known");
    }
}
