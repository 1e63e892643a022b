package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import java.net.URI;
import java.nio.file.Path;
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
            paramLabel = "URL",
            description = "A repository to look into besides those the home knows; may be given several times.")
    private List<String> repositories = new ArrayList<>();

    /** Verbs that only look would take a file for an empty home. */
    Home home() throws HomeException {
        return directory == null
                ? Home.usual(System.getProperty("os.name"), Path.of(System.getProperty("user.home")), System.getenv())
                : new Home(directory).checked();
    }

    /** What the home knows and what was given, in this order. */
    Profile profile() throws ProvisioningException {
        return new ProfileFile(home().directory()).read().with(given());
    }

    /** The same, and the home knows them from now on. */
    Profile remembered() throws ProvisioningException {
        ProfileFile file = new ProfileFile(home().directory());
        Profile known = file.read();
        if (repositories.isEmpty()) {
            return known;
        }
        Profile all = known.with(given());
        if (!all.equals(known)) {
            file.write(all);
        }
        return all;
    }

    private List<URI> given() throws RepositoryException {
        List<URI> urls = new ArrayList<>();
        for (String repository : repositories) {
            urls.add(RepositoryAddress.parse(repository));
        }
        return urls;
    }
}
