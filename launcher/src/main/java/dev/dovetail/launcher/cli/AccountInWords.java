package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.FeatureAccount;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What there is to know about a feature, for people.
 *
 * @param account what the planner knows
 * @param packages a sentence about each package that it uses
 */
record AccountInWords(FeatureAccount account, List<String> packages) {

    String text() {
        StringBuilder text = new StringBuilder(512);
        line(
                text,
                "Installed",
                account.installed()
                        .map(AccountInWords::words)
                        .map(words -> account.resting() ? words + "; can't run on this Dovetail" : words)
                        .orElse("no"));
        line(
                text,
                "On offer",
                account.offers().isEmpty()
                        ? "nothing"
                        : account.offers().stream().map(AccountInWords::words).collect(Collectors.joining(", ")));
        if (!account.pin().isEmpty()) {
            line(text, "Pinned", "to " + account.pin());
        }
        for (Refusal.Link link : account.needs()) {
            line(text, "Needs", words(link));
        }
        for (FeatureAccount.Shared shared : account.shared()) {
            line(text, "Shares", shared.bundle() + " with " + String.join(", ", shared.features()));
        }
        packages.forEach(sentence -> line(text, "Package", sentence));
        return text.append(next()).toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(" ".repeat(11 - name.length())).append(value).append('\n');
    }

    private static String words(FeatureAccount.Offered offered) {
        return offered.version() + " from " + offered.repository();
    }

    private static String words(Refusal.Link link) {
        return (link.name() + " " + link.range()).strip() + " for " + link.user() + ": " + link.version() + " of "
                + link.provider() + (link.repository().isEmpty() ? ", Dovetail's own" : " from " + link.repository());
    }

    private String next() {
        if (account.next() instanceof Plan plan) {
            String verb = account.installed().isPresent() ? "update" : "install";
            return "Next       it can be " + (verb.equals("update") ? "updated" : "installed") + ", "
                    + Terminal.size(plan.bytes()) + " to fetch: dovetail plan " + verb + " " + account.id();
        }
        Explanation explanation = Explanation.of((Refusal) account.next());
        return "Next       " + explanation.message() + "\n           " + explanation.hint() + " (" + explanation.code()
                + ")";
    }
}
