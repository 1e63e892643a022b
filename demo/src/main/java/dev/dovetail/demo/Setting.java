package dev.dovetail.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a story plays.
 *
 * @param home the home of the Dovetail in it
 * @param pictures where its pictures go
 * @param explorer the explorer team's repository, with its fingerprint behind a {@code #}
 * @param charts the charts team's repository, likewise
 * @param site the folder that the charts team's web server serves
 * @param release the charts team's next release, not yet published
 */
record Setting(Path home, Path pictures, URI explorer, URI charts, Path site, Path release) {

    static Setting of(List<String> arguments) {
        return new Setting(
                Path.of(arguments.get(0)),
                Path.of(arguments.get(1)),
                URI.create(arguments.get(2)),
                URI.create(arguments.get(3)),
                Path.of(arguments.get(4)),
                Path.of(arguments.get(5)));
    }

    List<String> arguments() {
        return List.of(
                home.toString(),
                pictures.toString(),
                explorer.toString(),
                charts.toString(),
                site.toString(),
                release.toString());
    }

    List<URI> repositories() {
        return List.of(explorer, charts);
    }
}
