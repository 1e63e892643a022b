package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.When;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import java.util.List;
import java.util.function.Consumer;

/** The provisioner of a home, as verbs use it: the one of this process, or the one behind an open window. */
interface Provisioning {

    Home home();

    /** Whether there is a window. */
    boolean running();

    /** What is on disk: to look at, and to change where no method here does. */
    Disk disk();

    Profile profile();

    /** Makes this the profile from now on, and for the next start. */
    void remember(Profile profile) throws ProvisioningException;

    /** Asks the repositories; what they say is what requests are carried out with. */
    Known check() throws ProvisioningException;

    Lockfile installed() throws ProvisioningException;

    /** What open views of a feature have against being replaced or closed now. */
    List<String> objections(String featureId);

    /** What a request would change, with what the repositories offered last. */
    Outcome plan(Request request) throws ProvisioningException;

    Lockfile carryOut(Request request, Consumer<Progress> progress) throws ProvisioningException;

    /** Has all jars of what is installed there and whole, fetching what isn't. */
    void restore(Consumer<Progress> progress) throws ProvisioningException;

    /** The newest generation that is kept of those before the one in force. */
    long previous() throws ProvisioningException;

    /** Those that are kept, newest first. */
    List<Generation> generations() throws ProvisioningException;

    /** Has a generation kept for as long as the person likes, or no longer. */
    void pin(long generation, boolean pinned) throws ProvisioningException;

    /** Has an update wait for its moment; answers whether it waits, or came at once. Where there is a window alone. */
    boolean updateLater(String featureId, When when);

    Lockfile revert(long generation, Consumer<Progress> progress) throws ProvisioningException;
}
