package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.When;
import dev.dovetail.provisioner.Deadlines;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.plan.Restart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Updates features to the newest versions on offer. */
@Command(name = "update", description = "Updates a feature, or all, to the newest versions on offer.")
final class UpdateCommand extends Change implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The features; all that can be updated when none.")
    private List<String> features = new ArrayList<>();

    @Option(
            names = "--when",
            paramLabel = "MOMENT",
            converter = Moment.Typed.class,
            description = {
                "When it comes, in an open window: now, even if an open view asks to wait; closed, once its tabs are"
                        + " closed; idle, when you pause; start, at the next start.",
                "Where no window is open, nothing has to wait, and it comes at once."
            })
    private @Nullable Moment when;

    @Option(names = "--now", description = "Short for --when now.")
    private boolean now;

    private final Map<String, When> waits = new TreeMap<>();

    @Override
    public Integer call() throws ProvisioningException {
        Optional<When> later = later();
        boolean overruling = now || (when != null && later.isEmpty());
        return change((provisioning, known) -> {
            Lockfile before = provisioning.installed();
            warn(Deadlines.of(before, known.catalog()));
            if (later.isPresent() && provisioning.running()) {
                for (String feature : features.isEmpty() ? moving(provisioning) : features) {
                    wait(provisioning, feature, later.get());
                }
                return provisioning.installed();
            }
            later.ifPresent(ignored -> say("No window is open, so nothing has to wait."));
            return features.isEmpty() ? all(provisioning, overruling) : each(provisioning, overruling);
        });
    }

    private Optional<When> later() {
        Optional<When> later = Optional.ofNullable(when).flatMap(Moment::later);
        if (now && later.isPresent()) {
            throw new ParameterException(
                    commandLine(),
                    "Expected one moment, found --now and --when " + later.get().key() + ".");
        }
        return later;
    }

    private void warn(Map<String, Deadline> deadlines) {
        deadlines.forEach((feature, deadline) -> {
            if (features.isEmpty() || features.contains(feature)) {
                commandLine().getErr().println("note: " + DeadlineFacts.words(feature, deadline));
            }
        });
        commandLine().getErr().flush();
    }

    /** The features that an update of all would move on. */
    private List<String> moving(Provisioning provisioning) throws ProvisioningException {
        Outcome outcome = provisioning.plan(new Request.UpdateAll());
        if (outcome instanceof Refusal.UpToDate upToDate) {
            say(Explanation.of(upToDate).message());
            return List.of();
        }
        return planned(outcome).restarts().stream()
                .filter(restart -> !restart.from().equals(restart.to()))
                .map(Restart::featureId)
                .toList();
    }

    /** What can't be done is said now, and not when its moment comes. */
    private void wait(Provisioning provisioning, String feature, When moment) throws ProvisioningException {
        Plan plan = planned(provisioning.plan(new Request.Update(feature)));
        String newer = Objects.requireNonNull(plan.features().get(feature))
                .bundle()
                .version()
                .toString();
        if (provisioning.updateLater(feature, moment)) {
            waits.put(feature, moment);
            say(feature + " " + newer + " comes " + moment.words() + ".");
        } else {
            say(feature + " " + newer + " comes now: no tab of it is open.");
        }
    }

    private static Plan planned(Outcome outcome) throws RefusedException {
        if (outcome instanceof Refusal refusal) {
            Explanation explanation = Explanation.of(refusal);
            throw new RefusedException(explanation.code(), explanation.message(), explanation.hint());
        }
        return (Plan) outcome;
    }

    @Override
    void more(JsonGenerator facts) throws IOException {
        if (!waits.isEmpty()) {
            facts.writeObjectFieldStart("waits");
            for (Map.Entry<String, When> wait : waits.entrySet()) {
                facts.writeStringField(wait.getKey(), wait.getValue().key());
            }
            facts.writeEndObject();
        }
    }

    private Lockfile each(Provisioning provisioning, boolean overruling) throws ProvisioningException {
        Lockfile reached = provisioning.installed();
        for (String feature : features) {
            Request.Update request = new Request.Update(feature);
            requireLeave(provisioning, request, overruling);
            reached = carryOut(provisioning, request);
            say("Updated to " + describe(reached, feature) + ": generation " + reached.generation() + ".");
        }
        return reached;
    }

    /** In one change; what can't come along is said, and why. */
    private Lockfile all(Provisioning provisioning, boolean overruling) throws ProvisioningException {
        Lockfile before = provisioning.installed();
        Request.UpdateAll request = new Request.UpdateAll();
        Outcome outcome = provisioning.plan(request);
        if (outcome instanceof Refusal.UpToDate upToDate) {
            say(Explanation.of(upToDate).message());
            return before;
        }
        requireLeave(provisioning, request, overruling);
        Lockfile after = carryOut(provisioning, request);
        for (LockedFeature feature : after.features()) {
            if (before.feature(feature.id()).filter(feature::equals).isEmpty()) {
                say("Updated to " + describe(after, feature.id()) + ": generation " + after.generation() + ".");
            }
        }
        if (outcome instanceof Plan plan) {
            plan.held()
                    .values()
                    .forEach(refusal ->
                            say("Not updated: " + Explanation.of(refusal).message()));
        }
        return after;
    }
}
