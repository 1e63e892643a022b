package dev.dovetail.launcher.desktop;

import dev.dovetail.federation.Workbench;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Fallback;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.StartUp;
import dev.dovetail.provisioner.apply.Admission;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.apply.FrameworkBundles;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.profile.Profile;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The provisioner's parts, put together for one home and one framework.
 *
 * @param disk the home's parts
 * @param network the way to the network
 * @param repositories reads what is on offer
 * @param provisioner carries requests out
 * @param startUp finds a generation to start with
 */
public record Parts(Disk disk, Network network, Repositories repositories, Provisioner provisioner, StartUp startUp)
        implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    /**
     * @param home the home
     * @param framework the framework, prepared or started
     * @param profile which repositories may bring what
     * @param fallback what came with Dovetail
     * @param workbench the shell, when it is up
     * @return the parts
     */
    public static Parts of(
            Home home,
            EmbeddedFramework framework,
            Profile profile,
            Fallback fallback,
            Supplier<Optional<Workbench>> workbench) {
        Disk disk = Disk.at(home.directory());
        Network network = new Network();
        IndexReader reader = new IndexReader();
        Borders borders = framework.borders();
        Admission admission = new Admission(new Gate(), profile.grants(), borders::reserved);
        Applier applier = new Applier(
                new FrameworkBundles(framework.context(), disk.store(), START_LIMIT, admission, borders),
                disk.generations(),
                workbench);
        return new Parts(
                disk,
                network,
                new Repositories(disk.repositories(), network.signed(), network, reader, Clock.systemUTC()),
                new Provisioner(
                        disk,
                        network,
                        framework::platform,
                        applier,
                        new Planner(Clock.systemUTC()),
                        reader,
                        Clock.systemUTC(),
                        fallback),
                new StartUp(disk, reader, Clock.systemUTC()));
    }

    @Override
    public void close() {
        network.close();
    }
}
