package dev.dovetail.provisioner.profile;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.provisioner.json.JsonTree;
import dev.dovetail.trust.Fingerprint;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A trusted repository as a member of {@code profile.json}, specified in {@code docs/formats/profile.md}. */
final class RepositoryFormat {

    private RepositoryFormat() {}

    static Repository.Trusted read(JsonTree.Members json) throws RepositoryException {
        Namespace namespace = new Namespace(
                new NamePatterns(json.texts("bundles")),
                new NamePatterns(json.texts("carries")),
                new NamePatterns(json.texts("packages")),
                permissions(json.texts("allows")));
        return new Repository.Trusted(
                json.text("name"),
                RepositoryAddress.parse(json.text("url")),
                Fingerprint.parse(json.text("root")),
                namespace,
                AccessFormat.read(json));
    }

    /**
     * @param words permissions by their words
     * @return the permissions
     */
    static Set<Permission> permissions(List<String> words) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        for (String word : words) {
            permissions.add(Arrays.stream(Permission.values())
                    .filter(permission -> permission.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("expected one of "
                            + Arrays.stream(Permission.values())
                                    .map(Permission::word)
                                    .toList() + " in \"allows\", found \"" + word + '"')));
        }
        return permissions;
    }

    static void write(Repository.Trusted repository, JsonGenerator json) throws IOException {
        Namespace namespace = repository.namespace();
        json.writeStartObject();
        json.writeStringField("name", repository.name());
        json.writeStringField("url", repository.url().toString());
        json.writeStringField("root", repository.root().sha256());
        write("bundles", namespace.bundles().patterns(), json);
        write("carries", namespace.carries().patterns(), json);
        write("packages", namespace.packages().patterns(), json);
        write(
                "allows",
                namespace.allows().stream().sorted().map(Permission::word).toList(),
                json);
        AccessFormat.write(repository.access(), json);
        json.writeEndObject();
    }

    private static void write(String name, List<String> values, JsonGenerator json) throws IOException {
        json.writeFieldName(name);
        String[] texts = values.toArray(String[]::new);
        json.writeArray(texts, 0, texts.length);
    }
}
