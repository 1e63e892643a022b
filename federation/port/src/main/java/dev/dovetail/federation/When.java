package dev.dovetail.federation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** When an update that a person wishes, but not now, is carried out. */
public enum When {
    /** As soon as no view of the feature is open. */
    CLOSED("When its tabs are closed", "once its tabs are closed"),
    /** As soon as nobody has touched the window for a while and no view objects. */
    IDLE("When you pause", "when you pause"),
    /** Before anything is reopened after the next start. */
    START("At the next start", "at the next start");

    private final String label;
    private final String words;

    When(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /** @return what is on a button */
    public String label() {
        return label;
    }

    /** @return within a sentence: the update comes … */
    public String words() {
        return words;
    }

    /** @return the name in files and on command lines */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param key a name in files and on command lines
     * @return which that is, if any
     */
    public static Optional<When> of(String key) {
        return Arrays.stream(values()).filter(when -> when.key().equals(key)).findFirst();
    }
}
