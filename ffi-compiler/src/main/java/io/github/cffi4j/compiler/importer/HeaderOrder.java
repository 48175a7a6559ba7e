package io.github.cffi4j.compiler.importer;

import io.github.cffi4j.compiler.header.CDeclaration;
import io.github.cffi4j.compiler.header.HeaderMacro;
import io.github.cffi4j.compiler.header.HeaderView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The order in which an import writes what headers declare: the compiler's, because types come before their uses. A header that
 * includes another in its middle comes in two parts. Macros stand between the declarations of their header by their lines.
 */
final class HeaderOrder {
    private final HeaderView view;
    private final Predicate<CDeclaration> wanted;

    /**
     * @param wanted the declarations to visit
     */
    HeaderOrder(HeaderView view, Predicate<CDeclaration> wanted) {
        this.view = view;
        this.wanted = wanted;
    }

    private record Entry(int part, int line, Runnable visit) {}

    /** Visits the wanted declarations and all macros. */
    void visit(Consumer<CDeclaration> declarations, Consumer<HeaderMacro> macros) {
        List<Entry> entries = new ArrayList<>();
        Map<String, TreeMap<Integer, Integer>> parts = new HashMap<>();
        String last = "";
        int part = 0;
        for (CDeclaration declaration : view.declarations()) {
            if (wanted.test(declaration)) {
                String file = declaration.place().file();
                if (!file.equals(last)) {
                    part += 2;
                    last = file;
                    parts.computeIfAbsent(file, key -> new TreeMap<>())
                            .putIfAbsent(declaration.place().line(), part);
                }
                entries.add(new Entry(part, declaration.place().line(), () -> declarations.accept(declaration)));
            }
        }
        int before = 1;
        for (HeaderMacro macro : view.macros()) {
            TreeMap<Integer, Integer> known = parts.get(macro.place().file());
            if (known != null) {
                Map.Entry<Integer, Integer> floor =
                        known.floorEntry(macro.place().line());
                before = floor == null ? known.firstEntry().getValue() : floor.getValue();
            }
            // A header with macros only comes behind the one before.
            int rank = known == null ? before | 1 : before;
            entries.add(new Entry(rank, macro.place().line(), () -> macros.accept(macro)));
        }
        entries.stream()
                .sorted(Comparator.comparingInt(Entry::part).thenComparingInt(Entry::line))
                .forEach(entry -> entry.visit().run());
    }
}
