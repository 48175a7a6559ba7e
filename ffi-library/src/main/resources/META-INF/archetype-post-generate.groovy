import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption

// Without -Dheader, the project is the example. With it, the project wraps that header: its cdef has a recipe, which the first
// build imports. -Dbuild says that the library has a build of its own, -Dsystem that users have it.

String header = request.properties.getProperty('header').replace('\\', '/')
String build = request.properties.getProperty('build').replace('\\', '/')
String system = request.properties.getProperty('system')
boolean example = header == 'hello.h'
if (example && (build != 'none' || system != 'none')) {
    throw new IllegalArgumentException('name the header to wrap as well: -Dheader=geo.h')
}
if (build != 'none' && system != 'none') {
    throw new IllegalArgumentException('a library is built here (-Dbuild) or is on the user\'s system (-Dsystem): give one of them')
}

Path project = Path.of(request.outputDirectory, request.artifactId)
String packageName = request.getPackage()
String folder = packageName.replace('.', '/')

// Replaces a line of the POM, or removes it.
Path pom = project.resolve('pom.xml')
Closure insert = { String place, String text ->
    String before = new String(Files.readAllBytes(pom), StandardCharsets.UTF_8)
    String after = before.replaceFirst("(?m)^ *<!-- @${place}@ -->\\R", java.util.regex.Matcher.quoteReplacement(text))
    Files.write(pom, after.getBytes(StandardCharsets.UTF_8))
}

String configuration = ''
String dependencies = ''
if (system != 'none') {
    // libz.so.1 is libz.1.dylib on macOS; Windows' names follow no rule.
    String stem = system.replaceFirst('\\.so.*$', '')
    String number = system.contains('.so.') ? '.' + system.replaceFirst('.*\\.so\\.', '') : ''
    String plain = stem.replaceFirst('^lib', '')
    configuration = """        <configuration>
          <!-- No C is compiled: Java calls the library that users have. Check its names on macOS and Windows. -->
          <mode>abi</mode>
          <systemLibraries>
            <linux>${system}</linux>
            <osx>${[stem + number + '.dylib', stem + '.dylib'].unique().join(',')}</osx>
            <windows>${[plain + '.dll', stem + '.dll'].unique().join(',')}</windows>
          </systemLibraries>
        </configuration>
"""
    dependencies = """    <!-- Calls C on Java 17 to 21; later ones need it only to start quickly. -->
    <dependency>
      <groupId>io.github.cffi4j</groupId>
      <artifactId>ffi-engine</artifactId>
      <version>\${cffi4j.version}</version>
      <scope>runtime</scope>
    </dependency>
"""
} else if (build != 'none') {
    Path sources = Path.of(build).toAbsolutePath().normalize()
    boolean copied = Files.isDirectory(sources)
    if (!copied && !(build ==~ /(crate|maven|npm|pip|sdist|https|file):.*/)) {
        throw new IllegalArgumentException("-Dbuild=${build} is neither a folder nor a location such as crate:libgit2-sys@0.18.8+1.9.7")
    }
    String source
    String archives = ''
    if (copied) {
        String called = sources.fileName
        source = 'src/main/native/' + called
        Path to = project.resolve(source)
        sources.toFile().eachFileRecurse { file ->
            Path relative = sources.relativize(file.toPath())
            if (file.file && relative.every { !it.toString().startsWith('.') } && !file.toPath().startsWith(project)) {
                Path copy = to.resolve(relative)
                Files.createDirectories(copy.parent)
                Files.copy(file.toPath(), copy, StandardCopyOption.COPY_ATTRIBUTES)
            }
        }
    } else {
        String last = build.substring(Math.max(build.lastIndexOf('/'), build.indexOf(':')) + 1)
        source = last.replaceFirst('(\\.tar)?\\.(gz|xz|zip|crate)$', '').replaceAll('@|==|:', '-').replaceAll('[^A-Za-z0-9._-]', '_')
        String top = build.startsWith('crate:') ? last.replace('@', '-') : null
        archives = """          <sourceArchives>
            <sourceArchive>
              <name>${source}</name>
              <locations>
                <location>${build}</location>
              </locations>
              <!-- The first build says what to write here: <sha256>...</sha256> -->
              ${top == null ? "<!-- <directory>the folder in the archive that has the library</directory> -->"
                      : "<directory>${top}</directory> <!-- or the folder in it that has the library -->"}
            </sourceArchive>
          </sourceArchives>
"""
    }
    Closure has = { copied && Files.exists(sources.resolve(it)) }
    String tool = !copied || has('CMakeLists.txt') ? 'cmake' : has('meson.build') ? 'meson' : has('configure') ? 'configure' : 'make'
    configuration = """        <configuration>
${archives}          <nativeBuilds>
            <nativeBuild>
              <source>${source}</source>
              <${tool}>
                <!-- <option>WITH_SOMETHING=OFF</option> -->
              </${tool}>
            </nativeBuild>
          </nativeBuilds>
        </configuration>
"""
}
insert('CONFIGURATION', configuration)
insert('DEPENDENCIES', dependencies)
if (example) {
    return
}

['src/main/c/hello.c', 'src/main/c/include/hello.h', "src/main/ffi/${folder}/Hello.c", "src/main/ffi/${folder}/Hello.cdef",
 "src/test/java/${folder}/HelloTest.java"].each { Files.delete(project.resolve(it)) }

// A header on this machine is copied, with the headers beside it and the C file of its name. A build installs its own.
Path given = Path.of(header).toAbsolutePath().normalize()
boolean here = Files.isRegularFile(given) && build == 'none'
String name = here || Files.isRegularFile(given) ? given.fileName.toString() : header
String stem = name.substring(name.lastIndexOf('/') + 1).replaceFirst('\\.[^.]*$', '')
if (here) {
    Path includes = project.resolve('src/main/c/include')
    boolean shared = Files.exists(given.resolveSibling('stdio.h'))
    given.parent.toFile().listFiles().findAll {
        it.file && (it.name == name || !shared && it.name ==~ /.*\.(h|hh|hpp|inc)/)
    }.each { Files.copy(it.toPath(), includes.resolve(it.name), StandardCopyOption.REPLACE_EXISTING) }
    Path source = given.resolveSibling(stem + '.c')
    if (Files.isRegularFile(source) && system == 'none') {
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
