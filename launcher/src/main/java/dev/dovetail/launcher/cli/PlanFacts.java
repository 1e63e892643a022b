package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.federation.Deadline;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.FeatureAccount;
import dev.dovetail.provisioner.plan.Loss;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.PlanStep;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Restart;
import java.io.IOException;
import java.util.Map;

/** What {@code plan} and {@code explain} print with {@code --json}; see {@code docs/formats/command-line.md}. */
final class PlanFacts {

    private PlanFacts() {}

    static String plan(Plan plan, Signers signers, Map<String, Deadline> deadlines) {
        return Facts.object(json -> {
            write(json, plan, signers);
            DeadlineFacts.write(json, deadlines);
        });
    }

    private static void write(JsonGenerator json, Plan plan, Signers signers) throws IOException {
        json.writeArrayFieldStart("steps");
        for (PlanStep step : plan.steps()) {
            write(json, step);
        }
        json.writeEndArray();
        json.writeNumberField("bytes", plan.bytes());
        json.writeArrayFieldStart("fetch");
        for (IndexedBundle bundle : plan.fetch()) {
            write(json, bundle, signers);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("restarts");
        for (Restart restart : plan.restarts()) {
            write(json, restart);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("losses");
        for (Loss loss : plan.losses()) {
            write(json, loss);
        }
        json.writeEndArray();
        Facts.write(json, "resting", plan.resting());
        json.writeArrayFieldStart("held");
        for (Map.Entry<String, Refusal> held : plan.held().entrySet()) {
            json.writeStartObject();
            write(json, Explanation.of(held.getValue()), held.getKey());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, PlanStep step) throws IOException {
        json.writeStartObject();
        if (step instanceof PlanStep.Install install) {
            step(json, "install", "bundle", install.bundle().toString());
        } else if (step instanceof PlanStep.Remove remove) {
            step(json, "remove", "bundle", remove.bundle().toString());
        } else if (step instanceof PlanStep.Start start) {
            step(json, "start", "feature", start.feature().id());
        } else if (step instanceof PlanStep.Replace replace) {
            step(json, "replace", "feature", replace.feature().id());
        } else if (step instanceof PlanStep.Stop stop) {
            step(json, "stop", "feature", stop.featureId());
        } else if (step instanceof PlanStep.Again again) {
            step(json, "restart", "feature", again.feature().id());
        }
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, String kind, String name, String value) throws IOException {
        json.writeStringField("step", kind);
        json.writeStringField(name, value);
    }

    private static void write(JsonGenerator json, IndexedBundle bundle, Signers signers) throws IOException {
        json.writeStartObject();
        json.writeStringField("symbolicName", bundle.bsn());
        json.writeStringField("version", bundle.version().toString());
        json.writeStringField("sha256", bundle.sha256());
        json.writeNumberField("size", bundle.size());
        json.writeStringField("url", bundle.url().toString());
        json.writeStringField("repository", signers.name(bundle));
        json.writeStringField("root", signers.root(bundle));
        json.writeStringField("vendor", Signers.team(bundle));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Restart restart) throws IOException {
        json.writeStartObject();
        json.writeStringField("feature", restart.featureId());
        json.writeStringField("from", restart.from().toString());
        json.writeStringField("to", restart.to().toString());
        json.writeArrayFieldStart("moves");
        for (Restart.Move move : restart.moves()) {
            json.writeStartObject();
            json.writeStringField("user", move.user());
            json.writeStringField("namespace", move.namespace());
            json.writeStringField("name", move.name());
            json.writeStringField("from", move.from());
            json.writeStringField("to", move.to());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Loss loss) throws IOException {
        json.writeStartObject();
        json.writeStringField("user", loss.user());
        json.writeStringField("service", loss.service());
        json.writeStringField("provider", loss.provider());
        json.writeEndObject();
    }

    static String refusal(Explanation explanation, String featureId, Map<String, Deadline> deadlines) {
        return Facts.object(json -> {
            json.writeObjectFieldStart("refused");
            write(json, explanation, featureId);
            json.writeEndObject();
            DeadlineFacts.write(json, deadlines);
        });
    }

    private static void write(JsonGenerator json, Explanation explanation, String featureId) throws IOException {
        json.writeStringField("feature", featureId);
        json.writeStringField("code", explanation.code());
        json.writeStringField("message", explanation.message());
        json.writeStringField("hint", explanation.hint());
        json.writeStringField("details", explanation.details());
    }

    static String account(FeatureAccount account, WiringFacts wiring) {
        return Facts.object(json -> {
            write(json, account);
            wiring.write(json, account.id());
        });
    }

    private static void write(JsonGenerator json, FeatureAccount account) throws IOException {
        json.writeStringField("id", account.id());
        if (account.installed().isPresent()) {
            json.writeObjectFieldStart("installed");
            write(json, account.installed().get());
            json.writeEndObject();
        }
        json.writeArrayFieldStart("offers");
        for (FeatureAccount.Offered offer : account.offers()) {
            json.writeStartObject();
            write(json, offer);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringField("pin", account.pin());
        json.writeBooleanField("resting", account.resting());
        json.writeArrayFieldStart("needs");
        for (Refusal.Link link : account.needs()) {
            write(json, link);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("shared");
        for (FeatureAccount.Shared shared : account.shared()) {
            json.writeStartObject();
            json.writeStringField("bundle", shared.bundle());
            Facts.write(json, "features", shared.features());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (account.next() instanceof Refusal refusal) {
            json.writeObjectFieldStart("refused");
            write(json, Explanation.of(refusal), account.id());
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, FeatureAccount.Offered offered) throws IOException {
        json.writeStringField("version", offered.version().toString());
        json.writeStringField("repository", offered.repository());
    }

    private static void write(JsonGenerator json, Refusal.Link link) throws IOException {
        json.writeStartObject();
        json.writeStringField("user", link.user());
        json.writeStringField("namespace", link.namespace());
        json.writeStringField("name", link.name());
        json.writeStringField("range", link.range());
        json.writeStringField("provider", link.provider());
        json.writeStringField("version", link.version().toString());
        json.writeStringField("repository", link.repository());
        json.writeEndObject();
    }
}
