package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Parts;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.doctor.Finding;
import dev.dovetail.provisioner.doctor.Finding.Severity;
import dev.dovetail.provisioner.doctor.HomeExamination;
import dev.dovetail.provisioner.doctor.RepositoriesExamination;
import dev.dovetail.provisioner.doctor.StoreExamination;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.heap.HeapPath;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Looks the home over, and repairs what it can when told to. Looking changes nothing, and works while the shell runs. Or,
 * when asked to, looks through the running shell's memory for versions that were replaced and have not gone.
 */
@Command(
        name = "doctor",
        description = "Looks everything over: home, jars, repositories, clock and disk. Says what helps.")
final class DoctorCommand implements Callable<Integer> {

    private static final Map<Severity, String> MARKS =
            Map.of(Severity.FINE, "ok", Severity.NOTICE, "note", Severity.BROKEN, "broken");

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--repair", description = "Fetches missing and damaged jars anew.")
    private boolean repair;

    @Option(
            names = "--leaks",
            description = "Looks instead through the memory of the Dovetail that is running, and says what holds on to"
                    + " replaced versions. It stands still for a moment meanwhile.")
    private boolean leaks;

    @Option(names = "--dump", hidden = true)
    private @Nullable Path dump;

    @Option(names = "--retired", hidden = true)
    private boolean retired;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** 0 when nothing is broken, or nothing is any more. */
    @Override
    public Integer call() throws ProvisioningException {
        if (retired || dump != null || leaks) {
            return memory();
        }
        List<Finding> findings = examined();
        if (repair && findings.stream().anyMatch(DoctorCommand::canBeRepaired)) {
            DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
                provisioning.restore(new Terminal(spec.commandLine().getErr()).progress());
                return 0;
            });
            findings = examined();
        }
        print(findings);
        return findings.stream().anyMatch(DoctorCommand::isBroken) ? 1 : 0;
    }

    private int memory() throws HomeException {
        Home home = options.home();
        Venue venue = DovetailCommand.venue(spec);
        PrintWriter out = spec.commandLine().getOut();
        if (retired) {
            out.println(RetiredText.write(venue.unloading(home).orElse(Unloading.Report.NONE)));
            return 0;
        }
        if (dump != null) {
            venue.dump(home, dump);
            return 0;
        }
        List<HeapPath> paths = Leaks.in(home, venue);
        if (json) {
            out.println(Leaks.facts(paths));
        } else {
            Leaks.words(paths).forEach(out::println);
        }
        return paths.stream().anyMatch(path -> path.strength() == HeapPath.Strength.HELD) ? 1 : 0;
    }

    private List<Finding> examined() throws ProvisioningException {
        Home home = options.home();
        Disk disk = Disk.at(home.directory());
        List<Finding> findings = new ArrayList<>(new HomeExamination(home.directory(), disk).look());
        installed(disk).ifPresent(current -> findings.addAll(new StoreExamination(disk.store()).look(current)));
        if (findings.stream()
                .noneMatch(finding -> isBroken(finding) && finding.subject().equals("profile"))) {
            try (Parts parts = Parts.of(home, options.profile(), Launcher.fallback(Platform.directory()))) {
                findings.addAll(new RepositoriesExamination(Clock.systemUTC())
                        .look(parts.repositories().check(parts.profile().effective())));
            }
        }
        return findings;
    }

    /** What can't be read was found before. */
    private static Optional<Lockfile> installed(Disk disk) {
        try {
            return Optional.of(disk.generations().current());
        } catch (HomeException e) {
            return Optional.empty();
        }
    }

    private static boolean isBroken(Finding finding) {
        return finding.severity() == Severity.BROKEN;
    }

    private static boolean canBeRepaired(Finding finding) {
        return isBroken(finding) && finding.subject().equals("store");
    }

    private void print(List<Finding> findings) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Facts.findings(findings));
            return;
        }
        for (Finding finding : findings) {
            out.println(String.format(
                    Locale.ROOT, "%-7s %-12s %s", MARKS.get(finding.severity()), finding.subject(), finding.message()));
            if (!finding.hint().isEmpty()) {
                out.println(" ".repeat(21) + finding.hint());
            }
        }
    }
}
