package io.github.cffi4j.compiler.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What native-image is told of a binding is what the generated Java and C look up, no more and no less. */
class ReachabilityTest {
    private static final Pattern HANDLE =
            Pattern.compile("LIBRARY\\.(handle|criticalHandle)\\(\\d+, \"\\((.*)\\)(.)\"\\)");
    private static final Pattern LOOKUP = Pattern.compile("ffi_find\\(ffi_env, ffi_self, &([^)]+)\\)");
    private static final Map<Character, String> LAYOUTS =
            Map.of('I', "jint", 'J', "jlong", 'F', "jfloat", 'D', "jdouble", 'Z', "jboolean", 'V', "void");

    @ParameterizedTest
    @MethodSource("io.github.cffi4j.compiler.project.GoldenTest#goldens")
    void listsTheCallsThatJavaLinks(Golden golden) throws IOException {
        Set<String> linked = HANDLE.matcher(Files.readString(golden.source(".java.golden")))
                .results()
                .map(handle -> layout(handle.group(3).charAt(0)) + layouts(handle.group(2)) + options(handle))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts(metadata(golden).at("/foreign/downcalls"), ReachabilityTest::shape))
                .isEqualTo(linked);
    }

    @ParameterizedTest
    @MethodSource("io.github.cffi4j.compiler.project.GoldenTest#goldens")
    void listsTheMethodsThatCLooksUp(Golden golden) throws IOException {
        Set<String> lookedUp = LOOKUP.matcher(
                        Files.readString(golden.source(".ffi" + golden.preambleSuffix() + ".golden")))
                .results()
                .map(lookup -> lookup.group(1) + "[int, long]")
                .collect(Collectors.toCollection(TreeSet::new));
        if (!lookedUp.isEmpty()) {
            // By the part of the glue that all bindings share.
            lookedUp.add("ffi_link[int, long]");
        }

        JsonNode metadata = metadata(golden);
        assertThat(texts(
                        metadata.at("/reflection/0/methods"),
                        method -> method.get("name").asText() + types(method)))
                .isEqualTo(lookedUp);
        assertThat(texts(metadata.at("/foreign/upcalls"), ReachabilityTest::shape))
                .isEqualTo(lookedUp.isEmpty() ? Set.of() : Set.of("void[jint, jlong]"));
        if (!lookedUp.isEmpty()) {
            assertThat(metadata.at("/reflection/0/type").asText()).isEqualTo("golden." + golden.name() + "Native");
            assertThat(metadata.at("/reflection/0/jniAccessible").asBoolean()).isTrue();
        }
    }

    private static JsonNode metadata(Golden golden) throws IOException {
        return new ObjectMapper().readTree(Files.readString(golden.source(".reachability.golden")));
    }

    private static Set<String> texts(JsonNode array, Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String shape(JsonNode call) {
        JsonNode heap = call.at("/options/critical/allowHeapAccess");
        String options = heap.isMissingNode() ? "" : heap.asBoolean() ? " critical with arrays" : " critical";
        return call.get("returnType").asText() + types(call) + options;
    }

    private static String types(JsonNode node) {
        return StreamSupport.stream(node.get("parameterTypes").spliterator(), false)
                .map(JsonNode::asText)
                .toList()
                .toString();
    }

    private static String options(MatchResult handle) {
        boolean arrays = handle.group(2).contains("[");
        return handle.group(1).equals("handle") ? "" : arrays ? " critical with arrays" : " critical";
    }

    /** Arrays become addresses: {@code [I}. */
    private static String layouts(String parameters) {
        return parameters
                .replaceAll("\\[.", "A")
                .chars()
                .mapToObj(type -> type == 'A' ? "void*" : layout((char) type))
                .toList()
                .toString();
    }

    private static String layout(char type) {
        return LAYOUTS.get(type);
    }
}
