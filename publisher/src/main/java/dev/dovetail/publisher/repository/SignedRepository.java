package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Disk;
import dev.dovetail.publisher.files.PublishedFolder;
import dev.dovetail.publisher.files.PublisherLock;
import dev.dovetail.publisher.files.RealDisk;
import dev.dovetail.publisher.jar.BundleJar;
import dev.dovetail.publisher.jar.JarInspection;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.trust.metadata.Key;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A repository in a folder, and the keys to it. Each method is one change that readers see whole or not at all, whenever the
 * process ends; several publishers at once, of this process or others, take turns and lose nothing. For one thread.
 */
public final class SignedRepository {

    private final Session session;

    private SignedRepository(Session session) {
        this.session = session;
    }

    /**
     * A repository that is there.
     *
     * @param folder its folder
     * @param keys that sign
     * @param clock what time it is
     * @return the repository
     */
    public static SignedRepository at(Path folder, Keys keys, Clock clock) {
        return new SignedRepository(new Session(
                folder.toAbsolutePath().normalize(), keys, Lifetimes.STANDARD, clock, new RealDisk(), text -> {}));
    }

    /**
     * Makes a repository with new keys, and one team of the same name that may publish all its names.
     *
     * @param folder its folder, empty or not there
     * @param charter what it brings
     * @param keys where its keys are made
     * @param clock what time it is
     * @return the repository, which offers nothing yet
     * @throws PublishException when there is something already, or it can't be written
     */
    public static SignedRepository create(Path folder, Charter charter, Keys keys, Clock clock)
            throws PublishException {
        return create(folder, charter, keys, clock, Lifetimes.STANDARD);
    }

    /**
     * The same, whose first signatures live shorter or longer than usual.
     *
     * @param folder its folder, empty or not there
     * @param charter what it brings
     * @param keys where its keys are made
     * @param clock what time it is
     * @param lifetimes of the signatures
     * @return the repository, which offers nothing yet
     * @throws PublishException when there is something already, or it can't be written
     */
    public static SignedRepository create(Path folder, Charter charter, Keys keys, Clock clock, Lifetimes lifetimes)
            throws PublishException {
        SignedRepository repository = at(folder, keys, clock).with(lifetimes);
        repository.found(charter);
        return repository;
    }

    /**
     * @param lifetimes of what is signed from now on
     * @return the same repository
     */
    public SignedRepository with(Lifetimes lifetimes) {
        return new SignedRepository(new Session(
                session.folder(), session.keys(), lifetimes, session.clock(), session.disk(), session.telling()));
    }

    /**
     * @param telling is told what a person may want to know meanwhile, a sentence each time
     * @return the same repository
     */
    public SignedRepository telling(Consumer<String> telling) {
        return new SignedRepository(new Session(
                session.folder(), session.keys(), session.lifetimes(), session.clock(), session.disk(), telling));
    }

    SignedRepository on(Disk disk) {
        return new SignedRepository(new Session(
                session.folder(), session.keys(), session.lifetimes(), session.clock(), disk, session.telling()));
    }

    private void found(Charter charter) throws PublishException {
        TeamName.checked(charter.name());
        Path folder = session.folder();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
        PublisherLock.during(folder, session.telling(), () -> {
            PublishedFolder published = session.tidied();
            refuseWhatIsThere();
            Instant now = session.clock().instant();
            published.carryOut(new Founding(session.keys(), session.lifetimes(), now).of(charter));
            new Aftercare(folder, session.disk(), now).after(new StateReader(folder).read(), session.telling());
            return folder;
        });
    }

    private PublishException unwritable(IOException e) {
        return new PublishException(
                "DT-PUBLISH-011",
                "Can't make the repository " + session.folder() + ": " + e.getMessage(),
                "See to room and rights there, or choose another folder.",
                e);
    }

    private void refuseWhatIsThere() throws PublishException {
        try {
            refuseFiles();
        } catch (IOException e) {
            throw unwritable(e);
        }
        if (!session.keys().folder().list().isEmpty()) {
            throw new PublishException(
                    "DT-PUBLISH-053",
                    "Expected no keys yet, found some in "
                            + session.keys().folder().path() + ".",
                    "Name another folder with --keys DIR; or, if they are left over from a command that was interrupted,"
                            + " delete them.");
        }
    }

    private void refuseFiles() throws IOException, PublishException {
        Path folder = session.folder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                folder, file -> !String.valueOf(file.getFileName()).equals("metadata") || holdsFiles(file))) {
            if (files.iterator().hasNext()) {
                throw new PublishException(
                        "DT-PUBLISH-052",
                        "Expected an empty folder, or none, found that there is something in " + folder + ".",
                        "Choose another folder. To publish into a repository that is there: dovetail publish " + folder
                                + " JAR");
            }
        }
    }

    private static boolean holdsFiles(Path metadata) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                metadata, file -> !String.valueOf(file.getFileName()).equals(".lock"))) {
            return files.iterator().hasNext();
        }
    }

    /**
     * Publishes bundles, each as the team that its name belongs to.
     *
     * @param jars their files
     * @return what is new and what was there
     * @throws PublishException when one of them is refused, and then none is published
     */
    public Release publish(List<Path> jars) throws PublishException {
        return publish(jars, Optional.empty());
    }

    /**
     * Publishes bundles.
     *
     * @param jars their files
     * @param team whose they are meant to be, where it shall be checked
     * @return what is new and what was there
     * @throws PublishException when one of them is refused, and then none is published
     */
    public Release publish(List<Path> jars, Optional<String> team) throws PublishException {
        return publish(jars, team, new Urgency.Unsaid());
    }

    /**
     * Publishes bundles, and says of the features among them by when they must be in. That may be said of what is published
     * already; what was said of it before is said no longer.
     *
     * @param jars their files
     * @param team whose they are meant to be, where it shall be checked
     * @param urgency by when, and why; or that they needn't any longer
     * @return what is new and what was there
     * @throws PublishException when one of them is refused, or the moment is; and then none is published
     */
    public Release publish(List<Path> jars, Optional<String> team, Urgency urgency) throws PublishException {
        if (urgency instanceof Urgency.Mandatory mandatory) {
            Publication.requireAhead(mandatory.mandate(), session.clock().instant());
        }
        JarInspection inspection = new JarInspection();
        Map<String, BundleJar> bundles = new LinkedHashMap<>();
        for (Path file : jars) {
            BundleJar jar = inspection.inspect(file);
            BundleJar same = bundles.putIfAbsent(jar.title(), jar);
            if (same != null && !same.sha256().equals(jar.sha256())) {
                throw new PublishException(
                        "DT-PUBLISH-054",
                        "Expected each version once, found " + jar.title() + " in " + same.file() + " and, with other"
                                + " bytes, in " + jar.file() + ".",
                        "Leave one of them out.");
            }
        }
        return session.change(new Publication(new ArrayList<>(bundles.values()), team, urgency));
    }

    /**
     * Signs the timestamp anew, and the snapshot when it is half over; of other roles those that are named.
     *
     * @param roles root, targets or teams
     * @return when the repository must be refreshed again, at the latest
     * @throws PublishException when a key is missing
     */
    public Instant refresh(Set<String> roles) throws PublishException {
        return session.change(new Renewal(roles));
    }

    /**
     * Gives names of bundles to a new team, with a new key. What others have published of these names comes with them.
     *
     * @param name what it is called
     * @param bundles names of its own bundles
     * @param carries names of others' bundles that it brings along
     * @return the bundles that came with the names
     * @throws PublishException when the names are another team's, or a key is missing
     */
    public List<String> addTeam(String name, List<NamePattern> bundles, List<NamePattern> carries)
            throws PublishException {
        TeamName.checked(name);
        return session.change((state, draft, files) -> {
            Key key = session.keys().generate(name);
            try {
                return new TeamAddition(name, key, bundles, carries).draft(state, draft, files);
            } catch (PublishException e) {
                session.keys().retire(Set.of(key.id()));
                throw e;
            }
        });
    }

    /**
     * Takes a team's names away, and what it published from the offer.
     *
     * @param name which
     * @throws PublishException when there is no such team, or a key is missing
     */
    public void revokeTeam(String name) throws PublishException {
        session.keys().retire(new HashSet<>(session.change(new TeamRevocation(name))));
    }

    /**
     * Replaces all keys of a role by new ones. The old ones are put aside.
     *
     * @param role root, targets, snapshot, timestamp or a team
     * @throws PublishException when there is no such role, or a key is missing
     */
    public void rotate(String role) throws PublishException {
        rotate(role, Optional.empty());
    }

    /**
     * Replaces keys of a role by new ones. The old ones are put aside.
     *
     * @param role root, targets, snapshot, timestamp or a team
     * @param only the beginning of a key's id, to replace that one alone
     * @throws PublishException when there is no such role, or a key is missing
     */
    public void rotate(String role, Optional<String> only) throws PublishException {
        session.keys().retire(new HashSet<>(session.change(new KeyRotation(role, only, session.keys()))));
    }

    /**
     * @return how it stands
     * @throws PublishException when it can't be read
     */
    public RepositoryStatus status() throws PublishException {
        return RepositoryStatus.of(
                new StateReader(session.folder()).read(),
                session.keys().folder().list(),
                session.lifetimes(),
                session.clock().instant());
    }
}
