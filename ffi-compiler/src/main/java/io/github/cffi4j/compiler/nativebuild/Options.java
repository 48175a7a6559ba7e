package io.github.cffi4j.compiler.nativebuild;

import java.util.ArrayList;
import java.util.List;

/** Lists of options. */
final class Options {
    private Options() {}

    /** Returns the first ones, and the others behind them: what comes last wins with all build systems. */
    static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
