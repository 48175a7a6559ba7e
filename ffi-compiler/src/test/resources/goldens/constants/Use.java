package golden;

import static golden.Constants.*;

class Use {
    public static void main(String[] args) {
        System.out.println(ANSWER + " " + NEGATIVE + " " + HEX + " " + ABOVE_INT);
        System.out.println(LEAST + " " + GREATEST + " " + Long.toUnsignedString(GREATEST_UNSIGNED) + " " + LETTER);
        System.out.println(DIFFERENT == 11 || DIFFERENT == 10035);
        System.out.println(BY_POINTER_SIZE == 4 || BY_POINTER_SIZE == 8);
        System.out.println(SIZE + " " + UNTOLD + " " + SMALL + " " + PI + " " + HALF + " " + YES + " " + BYTES);
        System.out.println(NAME.string().equals("näme") + " " + Long.toUnsignedString(ALL_BITS));
        System.out.println(RED + " " + GREEN + " " + BLUE + " " + LOOSE + " " + LOOSER + " " + MINUS + " " + PLUS);
        System.out.println(FIRST + " " + LAST + " " + HUGE_ONE);
        System.out.println(mixed(RED, GREEN) + " " + opposite(PLUS) + " " + same_huge(HUGE_ONE) + " " + has(GREEN) + " " + only_named(3));
        switch (mixed(GREEN, GREEN)) {
            case RED -> System.out.println("red");
            case GREEN -> System.out.println("green");
            default -> System.out.println("none");
        }
        try {
            mixed(RED, -3_000_000);
            System.out.println("enums with no negative value may be signed");
        } catch (io.github.cffi4j.ValueOutOfRangeException e) {
            System.out.println(e.getMessage());
        }
    }
}
