package io.github.cffi4j.audit.policy;

import io.github.cffi4j.platform.Libc;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The built-in policies, and those that users write. */
public final class Policies {
    private static final String SUFFIX = ".policy";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private Policies() {}

    /** Returns the built-in policy for the libraries that are linked to a C library. */
    public static Policy of(Libc libc) {
        String name = libc.policy();
        return PolicyParser.parse(name, name + SUFFIX, text(libc), Policies::of);
    }

    /**
     * Returns the text of a built-in policy.
     *
     * @throws AuditInputException if there is none of that name
     */
    public static String text(String name) {
        return Arrays.stream(Libc.values())
                .filter(libc -> libc.policy().equals(name))
                .findFirst()
                .map(Policies::text)
                .orElseThrow(() -> new AuditInputException("there is no policy '" + name
                        + "'; the built-in policies are: "
                        + Arrays.stream(Libc.values()).map(Libc::policy).collect(Collectors.joining(" "))));
    }

    /**
     * Reads the policies that a user wrote.
     *
     * @throws AuditInputException if one of them has errors, or two are for the same libraries
     */
    public static List<Policy> read(List<Path> files) throws IOException {
        List<Policy> policies = new ArrayList<>();
        for (Path file : files) {
            Policy policy = read(file);
            Optional<Policy> other = policies.stream()
                    .filter(known -> known.system() == policy.system())
                    .findFirst();
            if (other.isPresent()) {
                throw new AuditInputException("the policies '" + other.get().name() + "' and '" + policy.name()
                        + "' are both for " + policy.system().policy() + "; fix: give one of them only");
            }
            policies.add(policy);
        }
        return policies;
    }

    private static Policy read(Path file) throws IOException {
        String fileName = String.valueOf(file.getFileName());
        String name = fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new AuditInputException(file + ": not UTF-8; fix: save it in that encoding", e);
        }
        return PolicyParser.parse(
                name, file.toString(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, Policies::of);
    }

    private static String text(Libc libc) {
        try (InputStream resource = Policies.class.getResourceAsStream(libc.policy() + SUFFIX)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return libc == Libc.GLIBC ? text + floors() : text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of platforms has the floors of glibc: some processors are known to it only since a later version. */
    private static String floors() {
        return Arrays.stream(Platform.values())
                .filter(platform -> platform.libc() == Libc.GLIBC)
                .map(platform -> "floor GLIBC "
                        + platform.floor().substring("glibc ".length())
                        + " "
                        + platform.arch().classifier()
                        + "\n")
                .collect(Collectors.joining());
    }
}
