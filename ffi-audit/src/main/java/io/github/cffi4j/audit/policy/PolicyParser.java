package io.github.cffi4j.audit.policy;

import io.github.cffi4j.audit.policy.Policy.Floor;
import io.github.cffi4j.audit.policy.Policy.LibraryRule;
import io.github.cffi4j.audit.policy.PolicyLine.Word;
import io.github.cffi4j.platform.Architecture;
import io.github.cffi4j.platform.Libc;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads a policy: on each line a keyword and its values, with {@code #} before comments. It is strict, because a policy that is
 * misread checks nothing: an unknown word, a value too many, a check given twice or not at all is an error. All errors of a file
 * are reported together.
 */
final class PolicyParser {
    private static final String KEYWORDS = "for extends fail warn off names floor needs refuses exports size";

    private final String name;
    private final String file;
    private final Function<Libc, Policy> builtIn;
    private final List<String> errors = new ArrayList<>();
    private final Map<Check, Level> levels = new EnumMap<>(Check.class);
    private final List<Floor> floors = new ArrayList<>();
    private final List<LibraryRule> needed = new ArrayList<>();
    private final List<LibraryRule> refused = new ArrayList<>();
    private final List<Glob> exports = new ArrayList<>();
    private Optional<Long> sizeBudget = Optional.empty();
    private Optional<PolicyLine> header = Optional.empty();
    private Optional<Libc> system = Optional.empty();
    private Optional<Policy> base = Optional.empty();
    private boolean ignoringCase;

    private PolicyParser(String name, String file, Function<Libc, Policy> builtIn) {
        this.name = name;
        this.file = file;
        this.builtIn = builtIn;
    }

    /**
     * Reads a policy.
     *
     * @param name the policy's name, for reports
     * @param file the file, for messages
     * @param builtIn gives the policies that another one can extend
     * @throws PolicyException if it has errors
     */
    static Policy parse(String name, String file, String text, Function<Libc, Policy> builtIn) {
        return new PolicyParser(name, file, builtIn).parse(text);
    }

    private Policy parse(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        for (int i = 0; i < lines.size(); i++) {
            PolicyLine line = PolicyLine.of(file, i + 1, lines.get(i));
            if (!line.words().isEmpty()) {
                take(line);
            }
        }
        PolicyLine first = header.orElseGet(() -> PolicyLine.of(file, 1, lines.get(0)));
        if (header.isEmpty()) {
            errors.add(first.error(
                    "the policy does not say for which libraries it is",
                    "begin with 'extends <policy>' to change a built-in policy, or with 'for <policy>' to replace it; "
                            + builtIns()));
        } else if (base.isEmpty() && system.isPresent()) {
            requireAll(first);
        }
        if (!errors.isEmpty()) {
            throw new PolicyException(errors);
        }
        return policy();
    }

    private void requireAll(PolicyLine first) {
        List<String> missing = Arrays.stream(Check.values())
                .filter(check -> !levels.containsKey(check))
                .map(Check::id)
                .toList();
        if (!missing.isEmpty()) {
            errors.add(first.error(
                    "the policy gives no level to: " + String.join(" ", missing),
                    "add them to a line 'fail', 'warn' or 'off', or begin with 'extends' instead of 'for'"));
        }
        if (sizeBudget.isEmpty()) {
            errors.add(first.error("the policy has no 'size'", "add the largest size of a library: size 10 MB"));
        }
    }

    private Policy policy() {
        Map<Check, Level> allLevels = new EnumMap<>(Check.class);
        base.ifPresent(known -> allLevels.putAll(known.levels()));
        allLevels.putAll(levels);
        // The first rule that matches counts: the file's own before those that it extends.
        List<LibraryRule> libraries = new ArrayList<>(needed);
        libraries.addAll(refused);
        List<Glob> allExports = new ArrayList<>(exports);
        List<Floor> allFloors = new ArrayList<>(floors);
        base.ifPresent(known -> {
            libraries.addAll(known.libraries());
            allExports.addAll(known.exports());
            known.floors().forEach(floor -> inherited(floor).ifPresent(allFloors::add));
        });
        long budget = sizeBudget.orElseGet(() -> base.orElseThrow().sizeBudget());
        return new Policy(name, system.orElseThrow(), allLevels, allFloors, libraries, allExports, budget);
    }

    /** A floor of the extended policy, unless the file replaces it. No machine gets an earlier floor than all others. */
    private Optional<Floor> inherited(Floor floor) {
        if (own(floor.of(), floor.machine()).isPresent()) {
            return Optional.empty();
        }
        Optional<Floor> general = own(floor.of(), Optional.empty());
        return general.isPresent() && general.get().version().compareTo(floor.version()) >= 0
                ? Optional.empty()
                : Optional.of(floor);
    }

    private Optional<Floor> own(String of, Optional<String> machine) {
        return floors.stream()
                .filter(floor -> floor.of().equals(of) && floor.machine().equals(machine))
                .findFirst();
    }

    private void take(PolicyLine line) {
        String keyword = line.keyword().text();
        switch (keyword) {
            case "for", "extends" -> header(line);
            case "fail", "warn", "off" -> {
                atLeastOne(line);
                line.values().forEach(value -> level(line, Level.valueOf(keyword.toUpperCase(Locale.ROOT)), value));
            }
            case "names" -> names(line);
            case "floor" -> floor(line);
            case "needs" -> {
                atLeastOne(line);
                line.values()
                        .forEach(value ->
                                needed.add(new LibraryRule(new Glob(value.text(), ignoringCase), Optional.empty())));
            }
            case "refuses" -> refuses(line);
            case "exports" -> {
                atLeastOne(line);
                line.values().forEach(value -> exports.add(Glob.of(value.text())));
            }
            case "size" -> size(line);
            default ->
                errors.add(line.error(
                        line.keyword(), "unknown keyword '" + keyword + "'", "the keywords are: " + KEYWORDS));
        }
    }

    private void header(PolicyLine line) {
        String keyword = line.keyword().text();
        if (header.isPresent()) {
            errors.add(line.error(
                    "'" + header.get().keyword().text() + "' is given already in line "
                            + header.get().number(),
                    "keep one of them: a policy is for the libraries of one system"));
        } else if (!needed.isEmpty() || !refused.isEmpty()) {
            header = Optional.of(line);
            errors.add(line.error(
                    "'" + keyword + "' comes after 'needs' or 'refuses'", "move it to the beginning of the file"));
        } else {
            header = Optional.of(line);
            if (exactly(line, 1)) {
                Word value = line.values().get(0);
                system = Arrays.stream(Libc.values())
                        .filter(libc -> libc.policy().equals(value.text()))
                        .findFirst();
                if (system.isEmpty()) {
                    errors.add(line.error(value, "there is no policy '" + value.text() + "'", builtIns()));
                } else if (keyword.equals("extends")) {
                    base = system.map(builtIn);
                    ignoringCase = base.orElseThrow().libraries().stream()
                            .anyMatch(rule -> rule.library().ignoringCase());
                }
            }
        }
    }

    private static String builtIns() {
        return "the built-in policies are: "
                + Arrays.stream(Libc.values()).map(Libc::policy).collect(Collectors.joining(" "));
    }

    private void level(PolicyLine line, Level level, Word value) {
        Optional<Check> check = Check.ofId(value.text());
        if (check.isEmpty()) {
            errors.add(line.error(value, "there is no check '" + value.text() + "'", "the checks are: " + Check.ids()));
        } else if (levels.putIfAbsent(check.get(), level) != null) {
            errors.add(line.error(
                    value, "check '" + value.text() + "' has a level already", "name each check in one line only"));
        }
    }

    private void names(PolicyLine line) {
        if (exactly(line, 1)) {
            Word value = line.values().get(0);
            if (!value.text().equals("ignore-case")) {
                errors.add(line.error(value, "'names' has the value 'ignore-case' only", "write 'names ignore-case'"));
            } else if (!needed.isEmpty() || !refused.isEmpty()) {
                errors.add(line.error(
                        "'names' comes after 'needs' or 'refuses'", "move it above the first of them: it is for all"));
            }
            ignoringCase = true;
        }
    }

    private void floor(PolicyLine line) {
        List<Word> values = line.values();
        if (values.size() != 2 && values.size() != 3) {
            errors.add(line.error(
                    "'floor' takes a name, a version and, if it is for one only, a machine",
                    "write it as 'floor GLIBC 2.17' or 'floor GLIBC 2.27 riscv64'"));
            return;
        }
        Optional<Version> version = Version.parse(values.get(1).text());
        if (version.isEmpty()) {
            errors.add(line.error(
                    values.get(1),
                    "'" + values.get(1).text() + "' is not a version",
                    "write numbers with dots between them: 2.17"));
            return;
        }
        Optional<String> machine = values.stream().skip(2).map(Word::text).findFirst();
        String machines = Arrays.stream(Architecture.values())
                .map(Architecture::classifier)
                .collect(Collectors.joining(" "));
        if (machine.isPresent() && !Arrays.asList(machines.split(" ")).contains(machine.get())) {
            errors.add(line.error(
                    values.get(2), "there is no machine '" + machine.get() + "'", "the machines are: " + machines));
        } else if (own(values.get(0).text(), machine).isPresent()) {
            errors.add(line.error("this floor is given already", "keep one of the two lines"));
        } else {
            floors.add(new Floor(values.get(0).text(), version.get(), machine));
        }
    }

    private void refuses(PolicyLine line) {
        List<Word> values = line.values();
        if (values.size() < 2) {
            errors.add(line.error(
                    "'refuses' takes the name of a library and a reason",
                    "add what the author of such a library should know: refuses libssl.so.* link it statically"));
            return;
        }
        String why = values.stream().skip(1).map(Word::text).collect(Collectors.joining(" "));
        refused.add(new LibraryRule(new Glob(values.get(0).text(), ignoringCase), Optional.of(why)));
    }

    private void size(PolicyLine line) {
        if (!exactly(line, 2)) {
            return;
        }
        String text = line.values().stream().map(Word::text).collect(Collectors.joining(" "));
        try {
            long bytes = ByteSize.parse(text);
            if (sizeBudget.isPresent()) {
                errors.add(line.error("'size' is given already", "keep one of the two lines"));
            }
            sizeBudget = Optional.of(bytes);
        } catch (AuditInputException e) {
            errors.add(line.error(line.values().get(0), "'" + text + "' is not a size", "write it as 10 MB or 512 kB"));
        }
    }

    private void atLeastOne(PolicyLine line) {
        if (line.values().isEmpty()) {
            errors.add(line.error(
                    "'" + line.keyword().text() + "' has no value", "add what it is about, or remove the line"));
        }
    }

    private boolean exactly(PolicyLine line, int count) {
        int given = line.values().size();
        if (given != count) {
            errors.add(line.error(
                    "'" + line.keyword().text() + "' takes " + count + (count == 1 ? " value" : " values") + ", not "
                            + given,
                    "see the built-in policies for examples"));
        }
        return given == count;
    }
}
