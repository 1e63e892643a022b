package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Workbench;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.StartUp;
import dev.dovetail.provisioner.Supply;
import dev.dovetail.provisioner.apply.Admission;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.apply.FrameworkBundles;
import dev.dovetail.provisioner.apply.Retirements;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.fetch.Rest;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.profile.CurrentProfile;
import dev.dovetail.provisioner.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the provisioner of one home is made of.
 *
 * @param disk the home's parts
 * @param network the way to the network
 * @param profile what the person wants
 * @param repositories reads what is on offer
 * @param fallback what came with Dovetail
 */
public record Parts(Disk disk, Network network, CurrentProfile profile, Repositories repositories, Fallback fallback)
        implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    /**
     * @param home the home
     * @param wanted which repositories may bring what, at first
     * @param fallback what came with Dovetail
     * @return the parts
     */
    public static Parts of(Home home, Profile wanted, Fallback fallback) {
        Disk disk = Disk.at(home.directory());
        CurrentProfile profile = new CurrentProfile(disk.profile(), wanted, fallback::joined);
        Network network = Network.of(home, () -> profile.effective().routes());
        return new Parts(disk, network, profile, network.repositories(disk), fallback);
    }

    /** @return finds a generation to start with */
    StartUp startUp() {
        return new StartUp(disk, new IndexReader(), Clock.systemUTC());
    }

    /**
     * @param framework the framework, prepared or started
     * @param workbench the shell, when it is up
     * @return what carries requests out
     */
    public Provisioner provisioner(EmbeddedFramework framework, Supplier<Optional<Workbench>> workbench) {
        return provisioner(framework, workbench, new Retirements(Clock.systemUTC()));
    }

    /** The same, telling of bundles that leave the framework. */
    Provisioner provisioner(
            EmbeddedFramework framework, Supplier<Optional<Workbench>> workbench, Retirements retirements) {
        Borders borders = framework.borders();
        Admission admission = new Admission(new Gate(), profile, borders::reserved);
        Applier applier = new Applier(
                new FrameworkBundles(framework.context(), disk.store(), START_LIMIT, admission, borders, retirements),
                disk.generations(),
                workbench);
        Supply supply = new Supply(
                disk.store(),
                fallback,
                new Downloads(network, disk.store(), Network.backoff(), Rest.REAL, Clock.systemUTC()),
                url -> profile.effective().places(url));
        return new Provisioner(
                disk,
                supply,
                framework::platform,
                applier,
                new Planner(Clock.systemUTC()),
                new IndexReader(),
                Clock.systemUTC());
    }

    @Override
    public void close() {
        network.close();
    }
}
