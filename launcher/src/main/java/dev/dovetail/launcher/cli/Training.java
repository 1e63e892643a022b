package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A start whose only purpose is to show Java what starts and verbs need, so that all of it comes from the class archive
 * later. It ends by itself, and decides nothing.
 *
 * @param verb the command to carry out first, words with spaces between them; empty for none
 */
record Training(String verb) {

    private static final String PROPERTY = "dovetail.training";
    private static final Set<String> OURS = Set.of("dovetail", "jackson", "picocli");
    private static final String CLASS = ".class";

    /** The one that this process is, if it is one. */
    static Optional<Training> asked() {
        String verb = System.getProperty(PROPERTY);
        return verb == null ? Optional.empty() : Optional.of(new Training(verb));
    }

    /** Carries the verb out in the same home. A start without what it would have brought is worth training on, too. */
    void before(Home home) {
        if (!verb.isBlank()) {
            List<String> words = new ArrayList<>(List.of(verb.trim().split(" +")));
            words.addAll(List.of("--json", "--home", home.directory().toString()));
            var unused = DovetailCommand.execute(words.toArray(String[]::new));
        }
    }

    /** Loads what was not needed so far. */
    void after() throws IOException {
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = String.valueOf(Path.of(jar).getFileName());
            if (OURS.stream().anyMatch(name::startsWith)) {
                names(jar).forEach(Training::load);
            }
        }
    }

    private static List<String> names(String jar) throws IOException {
        try (JarFile file = new JarFile(jar);
                Stream<String> names = file.stream().map(entry -> entry.getName())) {
            return names.filter(name -> name.endsWith(CLASS) && !name.startsWith("META-INF/"))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .filter(name -> !name.endsWith("-info"))
                    .toList();
        }
    }

    private static void load(String name) {
        try {
            var unused = Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            System.getLogger(Training.class.getName())
                    .log(System.Logger.Level.DEBUG, name + " stays out of the archive", e);
        }
    }
}
