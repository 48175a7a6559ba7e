package io.github.cffi4j.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.Mojo;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.component.configurator.BasicComponentConfigurator;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluator;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Each configuration in the pages is set into the goals as Maven sets it. */
class DocumentedSettingsTest {
    private static final Pattern BLOCK = Pattern.compile("```xml\\R(.*?)```", Pattern.DOTALL);
    private static final List<Supplier<Mojo>> GOALS = List.of(
            GenerateMojo::new,
            CompileMojo::new,
            PackageMojo::new,
            AuditMojo::new,
            ImportMojo::new,
            DoctorMojo::new,
            ToolchainMojo::new,
            TestMojo::new);

    /** Of a POM, but not of the plugin. */
    private static final Set<String> MAVENS_OWN =
            Set.of("dependency", "dependencies", "project", "parent", "build", "toolchain");

    /** The elements that the pages show without their list. */
    private static final Map<String, String> LISTS = Map.of(
            "sourceArchive", "sourceArchives",
            "nativeBuild", "nativeBuilds",
            "platformSetting", "platformSettings");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "audit.md",
                "native-builds.md",
                "plugin.md",
                "prebuilt-libraries.md",
                "start.md",
                "system-libraries.md",
                "testing-on-platforms.md"
            })
    void eachIsAConfiguration(String page) throws Exception {
        List<PlexusConfiguration> settings = settings(Path.of("..", "docs", page));

        assertThat(settings).isNotEmpty();
        for (PlexusConfiguration setting : settings) {
            configure(setting);
        }
    }

    private static List<PlexusConfiguration> settings(Path page) throws Exception {
        List<PlexusConfiguration> settings = new ArrayList<>();
        List<String> blocks = BLOCK.matcher(Files.readString(page))
                .results()
                .map(result -> result.group(1))
                .toList();
        for (String block : blocks) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<root>" + block + "</root>")))
                    .getDocumentElement();
            children(root).flatMap(DocumentedSettingsTest::settings).forEach(settings::add);
        }
        return settings;
    }

    private static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static Stream<PlexusConfiguration> settings(Element element) {
        String name = element.getTagName();
        if (name.equals("plugin")) {
            boolean ours = children(element)
                    .anyMatch(child -> child.getTagName().equals("artifactId")
                            && child.getTextContent().equals("ffi-maven-plugin"));
            return children(element)
                    .filter(child -> ours && child.getTagName().equals("configuration"))
                    .flatMap(DocumentedSettingsTest::settings);
        }
        if (name.equals("configuration")) {
            return children(element).map(DocumentedSettingsTest::configuration);
        }
        if (MAVENS_OWN.contains(name)) {
            return Stream.of();
        }
        PlexusConfiguration setting = configuration(element);
        if (LISTS.containsKey(name)) {
            PlexusConfiguration list = new DefaultPlexusConfiguration(LISTS.get(name));
            list.addChild(setting);
            return Stream.of(list);
        }
        return Stream.of(setting);
    }

    private static PlexusConfiguration configuration(Element element) {
        List<Element> children = children(element).toList();
        PlexusConfiguration configuration = new DefaultPlexusConfiguration(
                element.getTagName(),
                children.isEmpty() ? element.getTextContent().strip() : null);
        children.forEach(child -> configuration.addChild(configuration(child)));
        return configuration;
    }

    private static void configure(PlexusConfiguration setting) throws Exception {
        Mojo goal = GOALS.stream()
                .map(Supplier::get)
                .filter(mojo -> hasField(mojo.getClass(), setting.getName()))
                .findFirst()
                .orElseGet(() -> fail("no goal has a parameter " + setting.getName()));
        PlexusConfiguration configuration = new DefaultPlexusConfiguration("configuration");
        configuration.addChild(setting);
        ClassRealm realm = new ClassWorld("goals", goal.getClass().getClassLoader()).getClassRealm("goals");
        new BasicComponentConfigurator().configureComponent(goal, configuration, new AsWritten(), realm);
    }

    private static boolean hasField(Class<?> type, String name) {
        return type != null
                && (Arrays.stream(type.getDeclaredFields())
                                .anyMatch(field -> field.getName().equals(name))
                        || hasField(type.getSuperclass(), name));
    }

    private static final class AsWritten implements ExpressionEvaluator {
        @Override
        public Object evaluate(String expression) {
            return expression;
        }

        @Override
        public File alignToBaseDirectory(File file) {
            return file;
        }
    }
}
