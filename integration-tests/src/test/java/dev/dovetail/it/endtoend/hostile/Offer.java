package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.it.endtoend.Folder;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;

/**
 * A jar as a team offers it: a file, what the index says of it and what is signed of it, each as anybody likes. The
 * index makes a feature of it, with one view.
 *
 * @param feature the feature's id
 * @param bsn the name that index and target path give it
 * @param version the version that they give it
 * @param jar its bytes
 * @param more further elements of its entry in the index
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record Offer(String feature, String bsn, String version, byte[] jar, String more) {

    public static Offer of(String feature, String bsn, byte[] jar) {
        return new Offer(feature, bsn, "1.0.0", jar, "");
    }

    public Offer version(String other) {
        return new Offer(feature, bsn, other, jar, more);
    }

    /** With one more element in the entry. */
    public Offer saying(String element) {
        return new Offer(feature, bsn, version, jar, more + element);
    }

    public String path() {
        return "bundles/" + bsn + "/" + bsn + "-" + version + ".jar";
    }

    static String sha256(byte[] bytes) {
        return Folder.sha256(bytes);
    }

    /** What is signed of it. That it leaves out the unpacked size keeps the gate's other rules at work. */
    JsonObject target() {
        return target(jar);
    }

    static JsonObject target(byte[] file) {
        return JsonObject.EMPTY
                .with("length", Json.integer(file.length))
                .with("hashes", JsonObject.EMPTY.with("sha256", Json.text(sha256(file))));
    }

    /** Its entry in the index. */
    public String entry() {
        return entry(content(sha256(jar), jar.length, path()));
    }

    String entry(String content) {
        return "<resource>"
                + capability(
                        "osgi.identity", text("osgi.identity", bsn) + text("type", "osgi.bundle") + typed("version"))
                + content
                + capability("osgi.wiring.bundle", text("osgi.wiring.bundle", bsn) + typed("bundle-version"))
                + capability("dovetail.feature", text("dovetail.feature", feature) + text("title", feature))
                + capability("dovetail.view", text("dovetail.view", feature + ".view") + text("title", feature))
                + more + "</resource>\n";
    }

    static String content(String sha256, long size, String url) {
        return capability(
                "osgi.content",
                text("osgi.content", sha256) + "<attribute name=\"size\" type=\"Long\" value=\"" + size + "\"/>"
                        + text("url", url) + text("mime", "application/vnd.osgi.bundle"));
    }

    public static String capability(String namespace, String attributes) {
        return "<capability namespace=\"" + namespace + "\">" + attributes + "</capability>";
    }

    /** That it needs another bundle whole. */
    public static String requiring(String bsn) {
        return "<requirement namespace=\"osgi.wiring.bundle\"><directive name=\"filter\" value=\"(osgi.wiring.bundle="
                + bsn + ")\"/></requirement>";
    }

    public static String text(String name, String value) {
        return "<attribute name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    private String typed(String name) {
        return "<attribute name=\"" + name + "\" type=\"Version\" value=\"" + version + "\"/>";
    }
}
