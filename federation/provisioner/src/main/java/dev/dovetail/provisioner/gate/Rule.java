package dev.dovetail.provisioner.gate;

/** The gate's rules, each with its error code and what to do about a jar that breaks it. */
enum Rule {
    ARCHIVE("001", "The file is no jar that all readers read alike; build it with the JDK's or Maven's jar tool."),
    PATH("002", "Rename the entry: plain names, parted by \"/\", that every operating system can store."),
    SPECIAL_FILE("003", "Build the jar from plain files and directories."),
    DUPLICATE("004", "Remove the entry that is there twice."),
    LAYOUT("005", "The file was changed after it was built, or made to be read in two ways; build it anew."),
    SIZE("006", "Take out what is not needed, or split the bundle; publish again if the size was signed."),
    CONTENT("007", "The file is damaged, or lies about its sizes; build it anew."),
    NESTED("008", "Put the classes into the bundle itself, or make the inner jar a bundle of its own."),
    MULTI_RELEASE("009", "Keep to META-INF/versions/N/ with N from 9 up, and keep META-INF out of it."),
    MANIFEST_LIMIT("010", "Reduce the manifest; bnd writes only what is needed."),
    MANIFEST_FORM("011", "Let bnd write the manifest."),
    IDENTITY("012", "The repository's index and its files do not belong together; tell its publisher."),
    NAME("013", "Name the bundle with ASCII letters, digits, \"_\", \".\" and \"-\", unlike any other."),
    NAMESPACE("014", "If this repository is to bring the bundle, its entry in the profile must say so."),
    RESERVED_EXPORT("015", "Leave the package to the platform: import it instead."),
    FOREIGN_EXPORT(
            "016", "Export only packages that are the repository's own, or let its entry in the profile say so."),
    EXTENSION("017", "Nothing but Dovetail itself extends the framework."),
    FRAGMENT("018", "Only the team that owns a bundle may attach fragments to it, where the profile allows fragments."),
    REQUIRE_BUNDLE("019", "Import the packages that are needed with Import-Package."),
    NATIVE("020", "If this repository may bring native code, its entry in the profile must say so."),
    DYNAMIC_IMPORT("021", "Name the packages in Import-Package, with resolution:=optional if they may be missing."),
    IMPORT("022", "Features do without this package, or import it with resolution:=optional."),
    DECLARATION("023", "Remove the header from the manifest.");

    private final String number;
    private final String hint;

    Rule(String number, String hint) {
        this.number = number;
        this.hint = hint;
    }

    Finding finding(String message) {
        return new Finding("DT-GATE-" + number, message, hint);
    }
}
