package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.fetch.Route;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.profile.Access;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trusts a repository, or one that is trusted on other terms. */
@Command(name = "add", description = "Trusts a repository. Again, with other options: on other terms.")
final class RepositoryAddCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "URL", description = "Where it is.")
    private String address = "";

    @Option(
            names = "--fingerprint",
            paramLabel = "F",
            description = "The fingerprint that its publisher gave. Without it you are asked.")
    private @Nullable String fingerprint;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it. Default: what it calls itself.")
    private @Nullable String name;

    @Option(
            names = "--bundles",
            paramLabel = "P",
            description = "Bundles it may bring as its own: a name, or prefix.* for all that begin so. May be given"
                    + " several times. Default: what it says itself.")
    private List<String> bundles = new ArrayList<>();

    @Option(names = "--carries", paramLabel = "P", description = "Bundles of others that it may bring along.")
    private List<String> carries = new ArrayList<>();

    @Option(names = "--packages", paramLabel = "P", description = "Packages that its own bundles may export.")
    private List<String> packages = new ArrayList<>();

    @Option(names = "--allow", paramLabel = "WHAT", description = "What else: native, fragments or dynamic-imports.")
    private List<String> allowed = new ArrayList<>();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        Set<Permission> permissions = permissions();
        URI url = RepositoryAddress.parse(address);
        Venue venue = DovetailCommand.venue(spec);
        Access reached = access();
        Route route = new Route(url, reached.proxy(), reached.credentials());
        try (Network network = Network.of(options.home(), () -> List.of(route))) {
            Introduction introduction = new Introduction(network.signed(), Clock.systemUTC());
            Fingerprint root = fingerprint == null
                    ? new Trusting(introduction, venue.question()).agreed(url)
                    : Trusting.fingerprint(fingerprint);
            // Where the person can be asked, and where it is carried out, may be two places.
            String[] agreed = fingerprint == null ? new String[] {"--fingerprint", root.toString()} : new String[0];
            return venue.carryOut(
                    options,
                    spec,
                    provisioning -> {
                        Profile profile = provisioning.profile();
                        Repository.Trusted added = onTerms(introduction.meet(url, root, profile), permissions, reached);
                        provisioning.remember(Introduction.add(added, profile));
                        report(added);
                        tellWhatItOffers(added, repositories(provisioning.home(), network));
                        return 0;
                    },
                    agreed);
        }
    }

    private Access access() throws RepositoryException {
        try {
            return access.access();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private Set<Permission> permissions() {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : allowed) {
            permissions.add(Arrays.stream(Permission.values())
                    .filter(permission -> permission.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> usage("Expected " + words() + " behind --allow, found: " + word)));
        }
        return permissions;
    }

    private static String words() {
        return Arrays.stream(Permission.values()).map(Permission::word).collect(Collectors.joining(", "));
    }

    private Repository.Trusted onTerms(Repository.Trusted met, Set<Permission> permissions, Access reached) {
        try {
            Namespace said = met.namespace();
            Namespace namespace = Namespace.of(
                    bundles.isEmpty() ? said.bundles() : new NamePatterns(bundles),
                    carries.isEmpty() ? said.carries() : new NamePatterns(carries));
            return new Repository.Trusted(
                    name == null ? met.name() : name,
                    met.url(),
                    met.root(),
                    (packages.isEmpty() ? namespace : namespace.exporting(new NamePatterns(packages)))
                            .allowing(permissions),
                    reached);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    private static Repositories repositories(Home home, Network network) {
        return network.repositories(Disk.at(home.directory()));
    }

    /** It is trusted whatever it says now; what it says is kept, so that the next verb asks only for news. */
    private void tellWhatItOffers(Repository.Trusted added, Repositories repositories) {
        Known known = repositories.check(Profile.EMPTY.with(added));
        if (!json && known.problems().isEmpty()) {
            String offered = known.catalog().features().stream()
                    .map(FeatureDescription::id)
                    .collect(Collectors.joining(", "));
            spec.commandLine().getOut().println("  on offer     " + (offered.isEmpty() ? "no features yet" : offered));
        }
        new Terminal(spec.commandLine().getErr()).problems(known);
    }

    private void report(Repository.Trusted added) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Facts.repositories(List.of(added)));
            return;
        }
        out.println("Trusted: " + added.name() + " at " + added.url());
        out.println("  fingerprint  " + added.root());
        RepositoryListCommand.terms(added, out);
    }
}
