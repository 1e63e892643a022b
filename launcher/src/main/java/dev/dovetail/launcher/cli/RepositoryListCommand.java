package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Credentials;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.profile.Access;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the repositories that this home trusts. Touches no network, and works while the shell runs. */
@Command(name = "list", description = "Lists the repositories that this home trusts, and with what.")
final class RepositoryListCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        List<Repository> repositories =
                new ProfileFile(options.home().directory()).read().repositories();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Facts.repositories(repositories));
        } else if (repositories.isEmpty()) {
            out.println("No repository is trusted. Add one: dovetail repository add URL.");
        } else {
            repositories.forEach(repository -> print(repository, out));
        }
        return 0;
    }

    private static void print(Repository repository, PrintWriter out) {
        out.println(repository.name() + "  " + repository.url());
        if (repository instanceof Repository.Trusted trusted) {
            out.println("  fingerprint  " + trusted.root());
        }
        terms(repository, out);
    }

    /** Names where secrets are, never what they are. */
    private static void reached(Access access, PrintWriter out) {
        access.mirrors().forEach(mirror -> out.println("  mirror       " + mirror));
        access.proxy().ifPresent(proxy -> out.println("  proxy        " + proxy));
        access.credentials()
                .ifPresent(credentials -> out.println(
                        credentials instanceof Credentials.Password password
                                ? "  user         " + password.user() + ", password in " + password.secret()
                                : "  token        in " + credentials.secret()));
    }

    static void terms(Repository repository, PrintWriter out) {
        if (repository instanceof Repository.Trusted trusted) {
            reached(trusted.access(), out);
        }
        Namespace namespace = repository.namespace();
        out.println("  bundles      " + namespace.bundles());
        out.println("  carries      " + namespace.carries());
        out.println("  packages     " + namespace.packages());
        if (!namespace.allows().isEmpty()) {
            out.println("  allows       "
                    + namespace.allows().stream().sorted().map(Permission::word).collect(Collectors.joining(", ")));
        }
    }
}
