package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.check.CheckReport;
import dev.dovetail.publisher.repository.Release;
import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.RoleStatus;
import dev.dovetail.publisher.repository.Urgency;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonArray;
import dev.dovetail.trust.json.JsonObject;
import java.util.List;

/** What the verbs print with {@code --json}; {@code docs/formats/repository.md} has the fields. */
final class Facts {

    private Facts() {}

    static JsonObject of(RepositoryStatus status) {
        return JsonObject.EMPTY
                .with("name", Json.text(status.name()))
                .with("fingerprint", Json.text(status.fingerprint()))
                .with("bundles", Json.texts(status.bundles()))
                .with("carries", Json.texts(status.carries()))
                .with(
                        "roles",
                        new JsonArray(status.roles().stream().map(Facts::of).toList()))
                .with("unused", Json.texts(status.unused()));
    }

    private static Json of(RoleStatus role) {
        return JsonObject.EMPTY
                .with("name", Json.text(role.name()))
                .with("version", Json.integer(role.version()))
                .with("expires", Json.text(role.expires().toString()))
                .with("endsSoon", Json.flag(role.endsSoon()))
                .with("threshold", Json.integer(role.threshold()))
                .with("names", Json.texts(role.names()))
                .with("keys", new JsonArray(role.keys().stream().map(Facts::of).toList()));
    }

    private static Json of(RoleStatus.KeyStatus key) {
        return JsonObject.EMPTY
                .with("id", Json.text(key.id()))
                .with("file", Json.text(key.file()))
                .with("here", Json.flag(key.here()));
    }

    static JsonObject of(Release release, Urgency urgency) {
        return urgency(release, urgency)
                .with("published", bundles(release.published()))
                .with("unchanged", bundles(release.unchanged()))
                .with("refreshBefore", Json.text(release.until().toString()));
    }

    private static JsonObject urgency(Release release, Urgency urgency) {
        if (urgency instanceof Urgency.Mandatory mandatory) {
            return JsonObject.EMPTY
                    .with("mandatory", bundles(release.mandated()))
                    .with("by", Json.text(mandatory.mandate().by().toString()))
                    .with("because", Json.text(mandatory.mandate().because()));
        }
        return urgency instanceof Urgency.Withdrawn
                ? JsonObject.EMPTY.with("notMandatory", bundles(release.mandated()))
                : JsonObject.EMPTY;
    }

    static JsonObject of(CheckReport report) {
        return JsonObject.EMPTY
                .with("url", Json.text(report.url().toString()))
                .with("fingerprint", Json.text(report.fingerprint()))
                .with("name", Json.text(report.name()))
                .with("bundles", Json.integer(report.bundles()))
                .with("bytes", Json.integer(report.bytes()))
                .with("validUntil", Json.text(report.validUntil().toString()))
                .with("problems", Json.texts(report.problems()));
    }

    private static Json bundles(List<Release.Published> bundles) {
        return new JsonArray(bundles.stream().map(Facts::of).toList());
    }

    private static Json of(Release.Published bundle) {
        return JsonObject.EMPTY
                .with("symbolicName", Json.text(bundle.jar().bsn()))
                .with("version", Json.text(bundle.jar().version().toString()))
                .with("sha256", Json.text(bundle.jar().sha256()))
                .with("size", Json.integer(bundle.jar().length()))
                .with("team", Json.text(bundle.team()));
    }
}
