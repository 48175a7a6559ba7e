package golden;

import static golden.Layouts.*;

import io.github.cffi4j.*;

class Use {
    public static void main(String[] args) {
        System.out.println(header_length(header.allocate().kind('h').length(77).flags(-1)));
        System.out.println(entry_value(entry.allocate().tag('e').value(0.25)));
        cache_line counted = counted(cache_line.allocate().hits(1).misses(1));
        System.out.println(counted.hits() + " " + counted.misses());
        int misaligned = 0;
        try (Arena arena = Arena.open()) {
            for (int i = 0; i < 16; i++) {
                misaligned += misaligned(vector.allocate()) + misaligned(vector.allocate(arena));
                misaligned += misaligned(vector.allocate(arena, 3).get(1));
            }
        }
        System.out.println("misaligned by " + misaligned);
        System.out.println(doubled(vector.allocate().x(1).w(2)));
        System.out.println(mixed_sum(mixed.allocate().i(40).d(2)));
        System.out.println(holder_b(holder.allocate().b(-5)));
    }
}
