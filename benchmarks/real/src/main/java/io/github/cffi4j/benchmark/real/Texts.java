package io.github.cffi4j.benchmark.real;

import java.util.Random;

/** Inputs, the same in each run. */
final class Texts {
    private Texts() {}

    /** Text of words, some more frequent than others, so that it compresses as text does; here and there an address. */
    static String words(int size) {
        Random random = new Random(1);
        String[] words = new String[2000];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(random, 2 + random.nextInt(9));
        }
        StringBuilder text = new StringBuilder(size + 20);
        while (text.length() < size) {
            double often = random.nextDouble();
            text.append(words[(int) (words.length * often * often * often)])
                    .append(random.nextInt(12) == 0 ? ".\n" : " ");
            if (random.nextInt(50) == 0) {
                text.append(word(random, 5)).append('@').append(word(random, 7)).append(".org ");
            }
        }
        return text.substring(0, size);
    }

    /** A list of records in JSON, about as long as asked. */
    static String json(int size) {
        Random random = new Random(1);
        StringBuilder text = new StringBuilder(size + 200).append("[\n");
        while (text.length() < size - 100) {
            text.append("  {\"name\": \"")
                    .append(word(random, 8))
                    .append("\", \"size\": ")
                    .append(random.nextInt(100_000));
            text.append(", \"tags\": [\"")
                    .append(word(random, 4))
                    .append("\", true, null, ")
                    .append(random.nextDouble());
            text.append("]},\n");
        }
        return text.append("  {}\n]\n").toString();
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        return word.toString();
    }
}
