package dev.dovetail.it.endtoend;

import java.nio.file.Path;
import java.util.List;

/** A team in a hurry: one feature again and again, each time under another version. */
final class Releases {

    /** Makes the feature's jar of a version. */
    @FunctionalInterface
    interface Jars {
        Path jar(String version) throws Exception;
    }

    private final Site site;
    private final String team;
    private final Path folder;
    private final Jars jars;

    /**
     * @param site the team's repository with its first release
     * @param team its name
     * @param folder where the repositories with the others go
     * @param jars makes the others
     */
    Releases(Site site, String team, Path folder, Jars jars) {
        this.site = site;
        this.team = team;
        this.folder = folder;
        this.jars = jars;
    }

    static String version(int number) {
        return "1.1." + number;
    }

    /**
     * A repository with the first release and this one, and none between them: what is on offer does not grow. The
     * versions of its metadata go up, as those of a repository do that publishes into one folder.
     */
    Path release(int number) throws Exception {
        site.refresh(team);
        Path to = folder.resolve("release-" + number);
        Folder.copy(site.folder(), to);
        new Site(to, site.keyFolder()).publish(List.of(jars.jar(version(number))));
        return to;
    }
}
