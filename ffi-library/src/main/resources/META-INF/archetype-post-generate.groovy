import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

// With -Dheader, the project wraps that header: its cdef has a recipe, which the first build imports. The example goes.

String header = request.properties.getProperty('header').replace('\\', '/')
if (header == 'hello.h') {
    return
}

Path project = Path.of(request.outputDirectory, request.artifactId)
String packageName = request.getPackage()
String folder = packageName.replace('.', '/')

['src/main/c/hello.c', 'src/main/c/include/hello.h', "src/main/ffi/${folder}/Hello.c", "src/main/ffi/${folder}/Hello.cdef",
 "src/test/java/${folder}/HelloTest.java"].each { Files.delete(project.resolve(it)) }

// A header on this machine is copied, with the headers beside it and the C file of its name.
Path given = Path.of(header).toAbsolutePath().normalize()
boolean here = Files.isRegularFile(given)
String name = here ? given.fileName.toString() : header
String stem = name.substring(name.lastIndexOf('/') + 1).replaceFirst('\\.[^.]*$', '')
if (here) {
    Path includes = project.resolve('src/main/c/include')
    boolean shared = Files.exists(given.resolveSibling('stdio.h'))
    given.parent.toFile().listFiles().findAll {
        it.file && (it.name == name || !shared && it.name ==~ /.*\.(h|hh|hpp|inc)/)
    }.each { Files.copy(it.toPath(), includes.resolve(it.name), StandardCopyOption.REPLACE_EXISTING) }
    Path source = given.resolveSibling(stem + '.c')
    if (Files.isRegularFile(source)) {
        Files.copy(source, project.resolve('src/main/c').resolve(stem + '.c'))
    }
}

// git2.h becomes Git2, tree_sitter.h TreeSitter; no name of Java's own.
String className = stem.split('[^A-Za-z0-9]+').findAll { it }.collect { it[0].toUpperCase() + it.substring(1) }.join()
boolean taken = false
try {
    Class.forName('java.lang.' + className)
    taken = true
} catch (ClassNotFoundException | LinkageError free) {
}
if (taken || !(className ==~ /[A-Za-z].*/)) {
    className = 'C' + className
}

Path cdefs = Files.createDirectories(project.resolve("src/main/ffi/${folder}"))
Files.write(cdefs.resolve(className + '.cdef'), "/* ffi:import ${name} */\n".getBytes(StandardCharsets.UTF_8))
Path tests = Files.createDirectories(project.resolve("src/test/java/${folder}"))
Files.write(tests.resolve(className + 'Test.java'), """package ${packageName};

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

/** The library is there on this machine, and loads. Call something here. */
class ${className}Test {
    @Test
    void loads() {
        assertDoesNotThrow(() -> Class.forName(${className}.class.getName() + "Native"));
    }
}
""".toString().getBytes(StandardCharsets.UTF_8))

Path readme = project.resolve('README.md')
String text = new String(Files.readAllBytes(readme), StandardCharsets.UTF_8)
Files.write(readme, text.replace('@CLASS@', className).getBytes(StandardCharsets.UTF_8))
