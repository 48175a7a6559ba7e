package golden;

import static golden.Text.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(length("") + " " + length("abc") + " " + length("é") + " " + length("\uD83D\uDE00"));
        System.out.println(is_null((String) null) + " " + is_null((BytePointer) null) + " " + is_null(""));
        System.out.println(greeting().string().equals("Grüß dich, 世界 \uD83D\uDE00"));
        System.out.println(no_text());
        System.out.println(bytes_of("x").string().length());
        System.out.println(const_text("\u00ff", 0) + " " + first_of("abc", 2));
        try (Arena arena = Arena.open()) {
            BytePointer into = BytePointer.allocate(arena, 100);
            System.out.println(join(into, "über", "all").string().equals("überall"));
            System.out.println(join(into, "x".repeat(40), "y".repeat(40)).equals(into));
            System.out.println(length(into));
            System.out.println(identity(into).equals(into) + " " + identity(null));
            System.out.println(identity_const(into).equals(into));
            System.out.println(length_of_string(into));
            System.out.println(through_typedef(into).equals(into));
        }
        String smile = "\uD83D\uDE00";
        System.out.println(wide_length("abc") + " " + wide_greeting().string().equals("Grüß dich, 世界 " + smile));
        System.out.println(units("a" + smile) + " " + units((String) null) + " " + code_points("a" + smile) + " " + glyphs(smile));
        try (Arena arena = Arena.open()) {
            ShortPointer sixteen = arena.string(ShortPointer.TYPE, "A" + smile);
            System.out.println(writable(sixteen) + " " + sixteen.string().equals("B" + smile) + " " + sixteen.string(1));
            System.out.println(wide_length(arena.string(wchar_t.TYPE, "four")));
        }
        try {
            length("a\0b");
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
