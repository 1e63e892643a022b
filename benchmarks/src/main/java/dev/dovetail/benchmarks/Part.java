package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What can be measured by itself. Each part works in a folder of its own. */
enum Part {
    /** A start against a bare window. */
    COLD_START {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return starts(bench).measure(bench.rounds());
        }
    },
    /** A start with many features installed against one with few. */
    MANY_FEATURES {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return starts(bench).measureCrowd(bench.rounds());
        }
    },
    /** Live updates, the second feature and a check that brings nothing. */
    LIVE {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return InProcess.measure(bench.java(), folder(bench), bench.repositories(), bench.updates());
        }
    },
    /** Planning. */
    PLANNING {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Planning.measure(bench.java());
        }
    },
    /** Booting a crowd of bundles with and without pinned wires. */
    PINS {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Pinning.measure(bench.java(), folder(bench), bench.rounds());
        }
    },
    /** What verifying costs an install. */
    VERIFICATION {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Verification.prepare(bench.java(), folder(bench), bench.repositories())
                    .measure(bench.rounds());
        }
    },
    /** What guarding a view costs. */
    GUARD {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Guarding.measure(bench.java(), bench.screen(), bench.rounds());
        }
    },
    /** Installing and updating in a running window against plain Felix. */
    CHANGES {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Changing.measure(bench.java(), folder(bench), bench.repositories(), bench.updates());
        }
    },
    /** Whole verbs against plain Felix. */
    VERBS {
        @Override
        List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException {
            return Installing.prepare(bench.java(), folder(bench), bench.repositories())
                    .measure(bench.rounds());
        }
    };

    /** Measures, each figure beside its peer. */
    abstract List<Figure> measure(Bench bench) throws IOException, InterruptedException, ProvisioningException;

    final Path folder(Bench bench) throws IOException {
        return Files.createDirectories(bench.work().resolve(name()));
    }

    final ColdStart starts(Bench bench) throws IOException, InterruptedException {
        return ColdStart.prepare(bench.java(), bench.screen(), folder(bench), bench.repositories());
    }
}
