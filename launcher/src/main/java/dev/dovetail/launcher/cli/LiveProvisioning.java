package dev.dovetail.launcher.cli;

import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.When;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The provisioner behind an open window, waited for. */
final class LiveProvisioning implements Provisioning {

    private final Launcher launcher;

    LiveProvisioning(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Home home() {
        return launcher.home();
    }

    @Override
    public boolean running() {
        return true;
    }

    @Override
    public Disk disk() {
        return Disk.at(home().directory());
    }

    @Override
    public Profile profile() {
        return launcher.provisioner().profile();
    }

    @Override
    public void remember(Profile profile) throws ProvisioningException {
        await(launcher.provisioner().remember(profile));
    }

    @Override
    public Known check() throws ProvisioningException {
        return await(launcher.provisioner().look());
    }

    @Override
    public Lockfile installed() throws ProvisioningException {
        return await(launcher.provisioner().installed());
    }

    @Override
    public List<String> objections(String featureId) {
        return launcher.workbench()
                .map(workbench -> workbench.objections(featureId))
                .orElse(List.of());
    }

    @Override
    public Outcome plan(Request request) throws ProvisioningException {
        return await(launcher.provisioner().plan(request));
    }

    @Override
    public Lockfile carryOut(Request request, Consumer<Progress> progress) throws ProvisioningException {
        return await(launcher.provisioner().carryOut(request, progress));
    }

    @Override
    public void restore(Consumer<Progress> progress) throws ProvisioningException {
        var unused = await(launcher.provisioner().restore(progress));
    }

    @Override
    public long previous() throws ProvisioningException {
        return await(launcher.provisioner().previous());
    }

    @Override
    public List<Generation> generations() throws ProvisioningException {
        return await(launcher.provisioner().generations());
    }

    @Override
    public void pin(long generation, boolean pinned) throws ProvisioningException {
        var unused = await(launcher.provisioner().pin(generation, pinned));
    }

    @Override
    public boolean updateLater(String featureId, When when) {
        return launcher.workbench()
                .orElseThrow(() -> new IllegalStateException("Expected a window, since this process answers for one."))
                .updateLater(featureId, when);
    }

    @Override
    public Lockfile revert(long generation, Consumer<Progress> progress) throws ProvisioningException {
        var unused = await(launcher.provisioner().revert(generation, progress));
        return installed();
    }

    private static <T> T await(CompletionStage<T> stage) throws ProvisioningException {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FederationException told) {
                throw told.getCause() instanceof ProvisioningException failure ? failure : asFailure(told);
            }
            throw e;
        }
    }

    private static ApplyException asFailure(FederationException told) {
        return new ApplyException(told.code(), String.valueOf(told.getMessage()), told.hint(), told);
    }
}
