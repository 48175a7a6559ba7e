import coursierapi.Cache;
import coursierapi.Dependency;
import coursierapi.Fetch;
import coursierapi.MavenRepository;
import coursierapi.Repository;
import java.io.File;
import java.util.Arrays;

/** Prints the jars that coursier resolves for a dependency. ConsumersIT runs it from its source. */
class ResolveWithCoursier {

    /** Arguments: coursier's cache, the dependency, repositories. */
    public static void main(String[] arguments) throws Exception {
        String[] dependency = arguments[1].split(":");
        Repository[] repositories = Arrays.stream(arguments).skip(2).map(MavenRepository::of).toArray(Repository[]::new);
        Fetch.create()
                .withCache(Cache.create().withLocation(new File(arguments[0])))
                .withRepositories(repositories)
                .addDependencies(Dependency.of(dependency[0], dependency[1], dependency[2]))
                .fetch()
                .forEach(System.out::println);
        System.exit(0);
    }
}
