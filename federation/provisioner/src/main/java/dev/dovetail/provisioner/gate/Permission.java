package dev.dovetail.provisioner.gate;

/** What a repository may bring only if the person who trusts it said so. */
public enum Permission {
    /** Native libraries. */
    NATIVE("native"),
    /** Fragments, on hosts of its own. */
    FRAGMENTS("fragments"),
    /** Imports that are decided while the bundle runs, for packages that are not named one by one. */
    DYNAMIC_IMPORTS("dynamic-imports");

    private final String word;

    Permission(String word) {
        this.word = word;
    }

    /** @return what it is called in a profile */
    public String word() {
        return word;
    }
}
