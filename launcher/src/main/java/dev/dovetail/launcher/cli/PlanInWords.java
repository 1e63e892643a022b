package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Loss;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.PlanStep;
import dev.dovetail.provisioner.plan.PlannedFeature;
import dev.dovetail.provisioner.plan.Restart;
import java.util.stream.Collectors;

/** A plan for people: one line for each step, in their order. */
record PlanInWords(Plan plan, Signers signers) {

    String text() {
        StringBuilder text = new StringBuilder(512);
        for (PlanStep step : plan.steps()) {
            text.append(line(step)).append('\n');
        }
        if (plan.steps().isEmpty()) {
            text.append("Nothing changes.\n");
        }
        plan.losses()
                .forEach(loss -> text.append("note     ").append(words(loss)).append('\n'));
        plan.resting().forEach(id -> text.append("note     ")
                .append(id)
                .append(" can't run on this Dovetail, and is kept as it is\n"));
        plan.held().forEach((id, refusal) -> text.append("held     ")
                .append(id)
                .append(": ")
                .append(Explanation.of(refusal).message())
                .append('\n'));
        return text.append("To fetch: ")
                .append(Terminal.size(plan.bytes()))
                .append(" in ")
                .append(plan.fetch().size())
                .append(plan.fetch().size() == 1 ? " bundle." : " bundles.")
                .toString();
    }

    private String line(PlanStep step) {
        if (step instanceof PlanStep.Install install) {
            return "install  " + install.bundle() + ", "
                    + Terminal.size(install.bundle().size()) + ", " + signers.words(install.bundle());
        }
        if (step instanceof PlanStep.Remove remove) {
            return "remove   " + remove.bundle();
        }
        if (step instanceof PlanStep.Start start) {
            return "start    " + named(start.feature());
        }
        if (step instanceof PlanStep.Stop stop) {
            return "stop     " + stop.featureId() + " " + stop.bundle().version();
        }
        return restart(step);
    }

    private static String restart(PlanStep step) {
        if (step instanceof PlanStep.Replace replace) {
            return "replace  " + replace.feature().id() + " "
                    + replace.restart().from() + " by " + replace.restart().to()
                    + why(replace.restart());
        }
        PlanStep.Again again = (PlanStep.Again) step;
        return "restart  " + named(again.feature()) + why(again.restart());
    }

    private static String named(PlannedFeature feature) {
        return feature.id() + " " + feature.bundle().version();
    }

    private static String why(Restart restart) {
        return restart.moves().stream()
                .map(move -> "\n           because " + words(move))
                .collect(Collectors.joining());
    }

    private static String words(Restart.Move move) {
        String from = move.from().isEmpty() ? "nobody" : move.from();
        String to = move.to().isEmpty() ? "nobody" : move.to();
        return move.user() + " gets " + move.name() + " from " + to + " instead of " + from;
    }

    private static String words(Loss loss) {
        return loss.user() + " no longer finds " + loss.service() + " of " + loss.provider() + ": " + loss.packageName()
                + " is " + loss.version() + " there";
    }
}
