package dev.dovetail.provisioner.plan;

/**
 * A refusal in words for people.
 *
 * @param code the stable error code, {@code DT-RESOLVE-nnn}
 * @param message what was expected and what was found
 * @param hint what to do about it
 * @param details what the resolver says in its own words, or empty; for whoever asks for it
 */
public record Explanation(String code, String message, String hint, String details) {

    Explanation(String code, String message, String hint) {
        this(code, message, hint, "");
    }

    /**
     * Puts a refusal into words.
     *
     * @param refusal the facts
     * @return the words
     */
    public static Explanation of(Refusal refusal) {
        if (refusal instanceof Refusal.MissingRequirement missing) {
            return MissingInWords.explain(missing);
        }
        if (refusal instanceof Refusal.UsesConflict conflict) {
            return ConflictInWords.explain(conflict);
        }
        if (refusal instanceof Refusal.OnlyOnce twice) {
            return ConflictInWords.explain(twice);
        }
        if (refusal instanceof Refusal.WouldStop stop) {
            return ConflictInWords.explain(stop);
        }
        if (refusal instanceof Refusal.Conflict conflict) {
            return ConflictInWords.explain(conflict);
        }
        return RequestInWords.explain(refusal);
    }
}
