package dev.dovetail.launcher.script;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A small checkout: the real script, a Maven that copies a prepared product, and a program that tells how it was started. */
final class Checkout {

    private static final String PROGRAM = """
            import java.lang.management.ManagementFactory;
            public class Main {
                public static void main(String[] arguments) throws Exception {
                    if (System.getProperty("dovetail.training") != null && System.getenv("UNTRAINABLE") != null) System.exit(3);
                    System.out.println(Main.class.getName() + " " + String.join("|", arguments));
                    System.out.println(ManagementFactory.getRuntimeMXBean().getInputArguments());
                    System.out.println(System.getProperty("java.class.path"));
                    if (arguments.length > 1 && arguments[1].equals("--exit")) System.exit(Integer.parseInt(arguments[2]));
                    if (arguments.length > 1 && arguments[1].equals("--wait")) Thread.sleep(60_000);
                    if (String.join(" ", arguments).matches("repository serve .* --port 0")) {
                        System.out.println("pid " + ProcessHandle.current().pid());
                        System.out.println("  dovetail repository add http://localhost:1/ --fingerprint abc");
                        Thread.sleep(60_000);
                    }
                }
            }
            """;

    /** Notes how it was called, then does what the environment asks for, then copies the product. */
    private static final String MAVEN = """
            root=$(dirname "$0")
            printf '%s\\n' "$JAVA_HOME $*" >>"$root/maven.calls"
            [[ $* != *verify* ]] || exit 0
            case ${MAVEN:-} in
              fail) echo '[INFO] Building'; echo '[ERROR] Main.java:[1,1] expected a class'; exit 1 ;;
              slow) sleep 2 ;;
              stuck) echo $$ >"$root/maven.pid"; exec sleep 60 ;;
            esac
            mkdir -p "$root/launcher/target" "$root/demo/target/lib"
            cp -r "$root/product" "$root/launcher/target/dist"
            cp "$root/demo.jar" "$root/demo/target/lib/demo-0.1.0.jar"
            cp "$root/demo.jar" "$root/demo/target/lib/demo-0.1.0-sources.jar"
            """;

    private final Path root;

    Checkout(Path root) throws IOException {
        this.root = root;
        Path real = Path.of("..").toAbsolutePath().normalize();
        Files.copy(real.resolve("dovetail"), file("dovetail"));
        file("dovetail").toFile().setExecutable(true);
        write("mvnw", MAVEN);
        write("pom.xml", "<project/>");
        write("launcher/pom.xml", "<project/>");
        write("launcher/src/main/java/A.java", "class A {}");
        write("launcher/src/main/java/B.java", "class B {}");
        write("product/platform/index.xml", "<repository/>");
        write("no-javas/.keep", "");
        program("dev.dovetail.launcher", file("product/lib/launcher.jar"));
        program("dev.dovetail.publisher", file("product/publisher/publisher.jar"));
        program("dev.dovetail.demo", file("demo.jar"));
        copyPreflight(real.resolve("launcher/src/main/java/dev/dovetail/launcher/preflight"));
    }

    Path file(String name) {
        return root.resolve(name);
    }

    void write(String name, String content) throws IOException {
        Files.createDirectories(file(name).getParent());
        Files.writeString(file(name), content);
    }

    /** A command that answers as a Java of some version does. */
    void writeJava(String name, String version) throws IOException {
        writeCommand(name, "echo 'openjdk version \"" + version + "\"' >&2");
    }

    /** A folder to be the whole PATH: the commands that the script can't do without, and some that are written for it. */
    Path tools(Map<String, String> written) throws IOException {
        for (String name : List.of("bash", "env", "dirname", "readlink", "mkdir", "tail", "flock")) {
            for (String folder : System.getenv("PATH").split(File.pathSeparator, -1)) {
                if (Files.isExecutable(Path.of(folder, name)) && Files.notExists(file("tools/" + name))) {
                    writeCommand("tools/" + name, "exec " + Path.of(folder, name) + " \"$@\"");
                }
            }
        }
        for (Map.Entry<String, String> command : written.entrySet()) {
            writeCommand("tools/" + command.getKey(), command.getValue());
        }
        return file("tools");
    }

    private void writeCommand(String name, String does) throws IOException {
        write(name, "#!/bin/sh\n" + does + "\n");
        file(name).toFile().setExecutable(true);
    }

    List<String> mavenCalls() throws IOException {
        return Files.exists(file("maven.calls")) ? Files.readAllLines(file("maven.calls")) : List.of();
    }

    Run run(Map<String, String> environment, String... arguments) throws IOException {
        return run(environment, root, file("dovetail"), arguments);
    }

    /** Starts the script; a variable that is given as empty is unset. */
    Run run(Map<String, String> environment, Path cwd, Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(root, "out", "");
        Path err = Files.createTempFile(root, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(cwd.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeAll(Set.of("DISPLAY", "MAVEN_ARGS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.environment().values().removeIf(String::isEmpty);
        return new Run(builder.start(), out, err);
    }

    private void copyPreflight(Path sources) throws IOException {
        Path copy = Files.createDirectories(file("launcher/src/main/java/dev/dovetail/launcher/preflight"));
        try (Stream<Path> files = Files.list(sources)) {
            for (Path source : files.toList()) {
                Files.copy(source, copy.resolve(source.getFileName()));
            }
        }
    }

    private void program(String packageName, Path jar) throws IOException {
        String main = packageName.endsWith("demo") ? "Demo" : "Main";
        Path source = file("sources/" + packageName + "/" + main + ".java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "package " + packageName + ";\n" + PROGRAM.replace("Main", main));
        Path classes = Files.createDirectories(file("classes/" + packageName));
        String[] arguments = {"-d", classes.toString(), source.toString()};
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments) != 0) {
            throw new IOException("The test program does not compile: " + source);
        }
        pack(classes, packageName.replace('.', '/') + "/" + main + ".class", jar);
    }

    private static void pack(Path classes, String entry, Path jar) throws IOException {
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file)) {
            archive.putNextEntry(new JarEntry(entry));
            Files.copy(classes.resolve(entry), archive);
        }
    }
}
