package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every verb takes: which home, and which repositories besides those it knows. */
final class HomeOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: this system's place for applications' data.")
    private @Nullable Path directory;

    @Option(
            names = "--repository",
            paramLabel = "URL[#FINGERPRINT]",
            description = "A repository to look into besides those the home knows; may be given several times. One that"
                    + " is new is trusted by its fingerprint, and asked about where that is missing.")
    private List<String> repositories = new ArrayList<>();

    @Option(
            names = "--insecure-loopback",
            description = "Takes the repositories given here without signatures. On this machine only, for this run"
                    + " only, and the window says so.")
    private boolean insecureLoopback;

    /** Verbs that only look would take a file for an empty home. */
    Home home() throws HomeException {
        return directory == null
                ? Home.usual(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : new Home(directory).checked();
    }

    /** What the home knows and what was given, in this order. */
    Profile profile() throws ProvisioningException {
        return with(new ProfileFile(home().directory()).read(), Question.atTerminal());
    }

    /** The same, and the home knows from now on what is trusted of it. */
    Profile remembered(Question question) throws ProvisioningException {
        ProfileFile file = new ProfileFile(home().directory());
        Profile known = file.read();
        if (repositories.isEmpty()) {
            return known;
        }
        Profile all = with(known, question);
        if (!all.equals(known)) {
            file.write(all);
        }
        return all;
    }

    /** The same for a Dovetail that is running. It takes nothing unsigned that it was not started with. */
    void rememberedBy(Provisioning running, Question question) throws ProvisioningException {
        if (insecureLoopback) {
            throw new RefusedException(
                    "DT-TRUST-027",
                    "Expected no --insecure-loopback while Dovetail is running: its window says from the start what it"
                            + " takes without signatures.",
                    "Close it, and start it with: dovetail run --insecure-loopback --repository URL.");
        }
        if (!repositories.isEmpty()) {
            running.remember(with(running.profile(), question));
        }
    }

    private Profile with(Profile known, Question question) throws ProvisioningException {
        Profile all = known;
        try (Network network = new Network()) {
            Trusting trusting = new Trusting(new Introduction(network.signed(), Clock.systemUTC()), question);
            for (String text : repositories) {
                Repository repository = trusting.named(text, all, insecureLoopback);
                all = repository instanceof Repository.Trusted trusted
                        ? Introduction.add(trusted, all)
                        : all.with(repository);
            }
        }
        return all;
    }
}
