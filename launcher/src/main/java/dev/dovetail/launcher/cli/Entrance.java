package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Carries a command line out. Without arguments, which is how a desktop starts Dovetail, or with {@code run} alone there
 * is nothing to parse, and the parser alone would take a third as long as a bare window.
 */
public final class Entrance {

    private static final int FAILED = 1;

    private Entrance() {}

    /**
     * @param arguments the verb and its options; {@code run} when there is no verb
     * @return the exit code
     * @throws IOException when what was opened can't be closed
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public static int execute(String... arguments) throws IOException, InterruptedException {
        boolean plain =
                arguments.length == 0 || (arguments.length == 1 && arguments[0].equals(DovetailCommand.DEFAULT_VERB));
        return plain ? run() : DovetailCommand.execute(arguments);
    }

    @SuppressWarnings({"SystemOut", "DefaultCharset"}) // A command's words, in the terminal's own encoding.
    private static int run() throws IOException, InterruptedException {
        PrintWriter err = new PrintWriter(System.err, true);
        try {
            return new RunCommand().run(new PrintWriter(System.out, true), err);
        } catch (ProvisioningException e) {
            return explain(e, err);
        }
    }

    /** What can be expected is said in words. */
    static int explain(ProvisioningException expected, PrintWriter err) {
        err.println("error: " + expected.getMessage());
        if (!expected.hint().isEmpty()) {
            err.println("hint: " + expected.hint());
        }
        err.println("code: " + expected.code());
        return FAILED;
    }
}
