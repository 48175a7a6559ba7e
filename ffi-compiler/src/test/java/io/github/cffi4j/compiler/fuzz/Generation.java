package io.github.cffi4j.compiler.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import io.github.cffi4j.cdef.CdefException;
import io.github.cffi4j.cdef.CdefParser;
import io.github.cffi4j.cdef.ConditionalCdef;
import io.github.cffi4j.cdef.Diagnostic;
import io.github.cffi4j.cdef.SourceText;
import io.github.cffi4j.cdef.model.ConditionalBinding;
import io.github.cffi4j.compiler.emit.GlueEmitter;
import io.github.cffi4j.compiler.emit.JavaEmitter;
import io.github.cffi4j.compiler.emit.JavaTexts;
import io.github.cffi4j.compiler.naming.BindingName;
import io.github.cffi4j.compiler.naming.NamedBinding;
import io.github.cffi4j.compiler.resolve.BindingResolver;
import io.github.cffi4j.compiler.verify.BindingVerifier;
import io.github.cffi4j.compiler.verify.ConstantValue;
import io.github.cffi4j.compiler.verify.VerifiedBinding;
import io.github.cffi4j.platform.Platform;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A cdef's whole way, without the C compiler: parsed, resolved, written as a probe, as Java and as C. */
final class Generation {
    /** Ten times what any cdef has needed; the texts must not outgrow what they come from. */
    private static final int MOST_PER_CHARACTER = 2_000;

    private static final int MOST_AT_ALL = 100_000;

    private Generation() {}

    /** Returns true if the cdef was taken. One that is not must be explained; the texts of one that is must be in proportion. */
    static boolean succeeds(String cdef) {
        try {
            ConditionalCdef parsed = CdefParser.parse(new SourceText("Fuzz.cdef", cdef));
            parsed.notes().forEach(note -> explained(note, cdef));
            ConditionalBinding binding = BindingResolver.resolve(parsed);
            NamedBinding named = NamedBinding.of(BindingName.of("fuzz", "Fuzz", "Fuzz.cdef", cdef), binding, List.of());
            VerifiedBinding verified = new VerifiedBinding(named, values(binding, cdef.length()));
            new BindingVerifier(named, Optional.empty())
                    .probeSources()
                    .forEach(probe -> inProportion(probe.text(), cdef));
            inProportion(GlueEmitter.emit(verified, Optional.empty()), cdef);
            JavaTexts java = JavaEmitter.emit(verified, "fuzz");
            for (String text : List.of(java.api(), java.plumbing())) {
                inProportion(text, cdef);
                isJava(text);
            }
            return true;
        } catch (CdefException refused) {
            assertThat(refused.diagnostics()).isNotEmpty();
            refused.diagnostics().forEach(diagnostic -> explained(diagnostic, cdef));
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private static void explained(Diagnostic diagnostic, String cdef) {
        assertThat(diagnostic.message()).isNotBlank().doesNotContain("\n");
        assertThat(diagnostic.span().start()).isBetween(0, cdef.length());
        assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), cdef.length());
    }

    private static void inProportion(String text, String cdef) {
        assertThat(text.length()).isLessThan(MOST_AT_ALL + MOST_PER_CHARACTER * cdef.length());
    }

    /** What the compilers might say; the parity of the number decides whether the platforms agree. */
    private static Map<String, Map<Platform, ConstantValue>> values(ConditionalBinding binding, int number) {
        Map<String, Map<Platform, ConstantValue>> values = new HashMap<>();
        binding.union()
                .constants()
                .forEach(constant -> values.put(
                        constant.cName(),
                        Map.of(
                                Platform.LINUX_X86_64,
                                new ConstantValue(number, false),
                                Platform.WINDOWS_X86_64,
                                new ConstantValue(number % 2 == 0 ? number : -1L, number % 2 != 0))));
        return values;
    }

    /** Checks the syntax; the types are javac's own matter in OwnHeaderTest. */
    private static void isJava(String text) {
        JavaFileObject source =
                new SimpleJavaFileObject(URI.create("string:///fuzz/Fuzz.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return text;
                    }
                };
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        JavacTask task = (JavacTask)
                ToolProvider.getSystemJavaCompiler().getTask(null, null, errors, List.of(), null, List.of(source));
        try {
            task.parse();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(errors.getDiagnostics()).isEmpty();
    }
}
