package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Signed;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Signs with the keys that are here, and says which are missing. */
record Signatures(Keys keys) {

    /**
     * Who must have signed.
     *
     * @param role whose signatures, and how many
     * @param known keys by id
     */
    record Rule(Role role, Map<String, Key> known) {

        boolean isKept(Signed<?> file) {
            return file.isSignedBy(role, known);
        }
    }

    <T extends Metadata> Signed<T> sign(T content, String name, List<Rule> needed) throws PublishException {
        return sign(content, name, needed, List.of());
    }

    /** Signs for rules that must be kept, and for others as far as their keys are here. */
    <T extends Metadata> Signed<T> sign(T content, String name, List<Rule> needed, List<Rule> wanted)
            throws PublishException {
        Set<String> ids = new LinkedHashSet<>();
        needed.forEach(rule -> ids.addAll(rule.role().keyIds()));
        wanted.forEach(rule -> ids.addAll(rule.role().keyIds()));
        Signed<T> signed = Signed.unsigned(content).signedBy(keys.signers(ids));
        for (Rule rule : needed) {
            if (!rule.isKept(signed)) {
                throw missing(name, rule, signed);
            }
        }
        return signed;
    }

    boolean canSign(Role role) throws PublishException {
        return keys.signers(role.keyIds()).size() >= role.threshold();
    }

    private PublishException missing(String name, Rule rule, Signed<?> signed) {
        Role role = rule.role();
        return new PublishException(
                "DT-PUBLISH-035",
                "Expected " + role.threshold() + " of the " + role.keyIds().size() + " keys of " + name + " in "
                        + keys.folder().path() + ", found " + signed.signers(role, rule.known()) + ".",
                "Bring back for this command: "
                        + String.join(
                                ", ",
                                role.keyIds().stream()
                                        .map(id -> name + "-" + id.substring(0, 8) + ".json")
                                        .toList())
                        + "; or name the folder that has them with --keys DIR.");
    }
}
