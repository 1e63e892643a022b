package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.it.endtoend.driven.DrivenShell;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A running window in another process, worked from here. */
public final class Shell implements AutoCloseable {

    private static final String ANSWER = ">>";
    private static final String OK = "ok";

    private final Process process;
    private final Path complaints;
    private final BufferedReader answers;
    private final Writer requests;

    private Shell(Process process, Path complaints) {
        this.process = process;
        this.complaints = complaints;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Opens the window and waits until it can be used. */
    public static Shell open(Java java, Path home, List<String> flags, String... repositories) throws IOException {
        String classPath = Checkout.productJars() + System.getProperty("path.separator") + Checkout.testClasses();
        List<String> command = java.command(classPath, flags.toArray(String[]::new));
        command.addAll(List.of(DrivenShell.class.getName(), home.toString()));
        command.addAll(List.of(repositories));
        Path complaints = Files.createTempFile(Checkout.reports(), "shell", ".txt");
        Shell shell = new Shell(
                new ProcessBuilder(command).redirectError(complaints.toFile()).start(), complaints);
        assertThat(shell.answer()).isEqualTo(OK);
        return shell;
    }

    /** Does what is asked and tells what there is to say. */
    public String ask(String... words) throws IOException {
        String answer = exchange(words);
        assertThat(answer).as("the answer to %s", List.of(words)).startsWith(OK + " ");
        return answer.substring(OK.length() + 1);
    }

    /** Does what is asked, which must fail, and tells why. */
    public String fails(String... words) throws IOException {
        String answer = exchange(words);
        assertThat(answer).as("the answer to %s", List.of(words)).startsWith("failed ");
        return answer;
    }

    private String exchange(String... words) throws IOException {
        requests.write(Arrays.stream(words)
                        .map(word -> URLEncoder.encode(word, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(" "))
                + "\n");
        requests.flush();
        return answer();
    }

    private String answer() throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(ANSWER)) {
                return URLDecoder.decode(line.substring(ANSWER.length()), StandardCharsets.UTF_8);
            }
        }
        throw new IOException("The shell ended: " + Files.readString(complaints));
    }

    public Process process() {
        return process;
    }

    /** Lets it end by itself, which it must do soon. */
    @Override
    public void close() throws IOException {
        requests.close();
        boolean ended = !process.onExit()
                .completeOnTimeout(process, 30, TimeUnit.SECONDS)
                .join()
                .isAlive();
        process.destroyForcibly().onExit().join();
        String said = Files.readString(complaints);
        Files.deleteIfExists(complaints);
        assertThat(ended).as("the shell ended by itself; it said: %s", said).isTrue();
    }
}
