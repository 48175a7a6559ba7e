package io.github.cffi4j.it.platforms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What JUnit's console wrote of a run.
 *
 * @param cases how many there were
 * @param unsuccessful those that failed or did not run
 * @param properties the JVM's, as it had them itself
 */
record SuiteReport(int cases, List<String> unsuccessful, Map<String, String> properties) {

    static SuiteReport read(Path file) throws IOException {
        try {
            Element suite = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            List<Element> cases = elements(suite, "testcase");
            Map<String, String> properties = new HashMap<>();
            elements(suite, "property")
                    .forEach(property -> properties.put(property.getAttribute("name"), property.getAttribute("value")));
            return new SuiteReport(
                    cases.size(),
                    cases.stream().flatMap(it -> trouble(it).stream()).toList(),
                    properties);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no report", e);
        }
    }

    private static Optional<String> trouble(Element test) {
        return List.of("failure", "error", "skipped").stream()
                .flatMap(kind -> elements(test, kind).stream())
                .findFirst()
                .map(trouble -> test.getAttribute("classname") + "." + test.getAttribute("name") + ": "
                        + trouble.getTagName() + " " + trouble.getAttribute("message"));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
