package io.github.cffi4j.it.contract.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file for native-image as the class path has it, in the words of {@link RecordedLookups}. Read by its lines, which we write
 * ourselves; GraalVM's own parser reads it in another test.
 */
record Metadata(Set<String> names, Set<String> calls) {
    private static final Pattern TYPE = Pattern.compile("\"type\": \"([^\"]+)\"");
    private static final Pattern METHOD = Pattern.compile("\"name\": \"([^\"]+)\", \"parameterTypes\": (\\[.*])");
    private static final Pattern CALL =
            Pattern.compile("\"returnType\": \"(\\w+)\", \"parameterTypes\": (\\[[^]]*])(.*)");

    /** The file of an owner: {@code io.github.cffi4j/ffi-runtime}. */
    static Metadata of(String owner) throws IOException {
        Metadata metadata = new Metadata(new TreeSet<>(), new TreeSet<>());
        String type = "";
        for (String line : text(owner).split("\n")) {
            Matcher typed = TYPE.matcher(line);
            Matcher method = METHOD.matcher(line);
            Matcher call = CALL.matcher(line);
            if (typed.find()) {
                type = typed.group(1);
                metadata.names.add(type);
            } else if (call.find()) {
                metadata.calls.add(call(call));
            } else if (method.find()) {
                metadata.names.remove(type);
                metadata.names.add(
                        type + "." + method.group(1) + method.group(2).replace("\"", ""));
            }
        }
        return metadata;
    }

    static String path(String owner) {
        return "META-INF/native-image/" + owner + "/reachability-metadata.json";
    }

    static String text(String owner) throws IOException {
        try (InputStream stream = Metadata.class.getClassLoader().getResourceAsStream(path(owner))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** {@code (i4j8)v critical}, as the JDK writes it. */
    private static String call(Matcher call) {
        String parameters = Arrays.stream(
                        call.group(2).replaceAll("[\\[\\]\" ]", "").split(","))
                .map(Metadata::layout)
                .collect(Collectors.joining("", "(", ")"));
        String options = call.group(3).contains("true")
                ? " critical with arrays"
                : call.group(3).contains("false") ? " critical" : "";
        return parameters + layout(call.group(1)) + options;
    }

    private static String layout(String name) {
        return switch (name) {
            case "" -> "";
            case "void" -> "v";
            case "jint" -> "i4";
            case "jlong" -> "j8";
            case "jfloat" -> "f4";
            case "jdouble" -> "d8";
            case "jboolean" -> "z1";
            case "void*" -> "a8";
            default -> throw new IllegalArgumentException(name);
        };
    }
}
