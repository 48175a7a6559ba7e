package io.github.cffi4j.compiler.testrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What JUnit wrote of a run.
 *
 * @param tests how many there were
 * @param skipped how many of them did not run
 */
public record LegReport(int tests, int skipped, List<Failure> failures) {
    private static final int SHOWN_FRAMES = 3;

    public LegReport {
        failures = List.copyOf(failures);
    }

    /**
     * A test that failed.
     *
     * @param test its class and name
     * @param lines what it said, and where
     */
    public record Failure(String test, List<String> lines) {}

    /** Reads the reports in a folder: each of JUnit's engines writes its own. */
    static LegReport read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("TEST-.*\\.xml"))
                    .sorted()
                    .toList();
        }
        List<Element> tests = new ArrayList<>();
        for (Path file : files) {
            tests.addAll(elements(root(file), "testcase"));
        }
        List<Failure> failures = new ArrayList<>();
        int skipped = 0;
        for (Element test : tests) {
            List<Element> troubles = Stream.of("failure", "error")
                    .flatMap(kind -> elements(test, kind).stream())
                    .toList();
            if (!troubles.isEmpty()) {
                String className = test.getAttribute("classname");
                failures.add(new Failure(
                        className + "." + test.getAttribute("name"),
                        told(troubles.get(0).getTextContent(), className)));
            } else if (!elements(test, "skipped").isEmpty()) {
                skipped++;
            }
        }
        return new LegReport(tests.size(), skipped, failures);
    }

    /** The message, and the frames of the test's own class. */
    private static List<String> told(String stackTrace, String className) {
        List<String> lines = stackTrace.lines().map(String::strip).toList();
        List<String> told = new ArrayList<>(lines.stream()
                .takeWhile(line -> !line.startsWith("at "))
                .filter(line -> !line.isEmpty())
                .toList());
        lines.stream()
                .filter(line -> line.startsWith("at ") && line.contains(className))
                .limit(SHOWN_FRAMES)
                .forEach(told::add);
        return told;
    }

    private static Element root(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report of JUnit: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
