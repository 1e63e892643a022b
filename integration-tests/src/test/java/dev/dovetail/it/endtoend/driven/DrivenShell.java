package dev.dovetail.it.endtoend.driven;

import dev.dovetail.federation.FederationException;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.cli.Listening;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.RepositoryAddress;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.trust.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;

/**
 * A headless Dovetail that does what it reads from standard input: one line a request, its words separated by blanks and
 * URL-encoded. It answers each with one line: {@code >>ok} or {@code >>failed}, and what there is to say.
 */
public final class DrivenShell {

    private static final String ANSWER = ">>";

    private DrivenShell() {}

    /**
     * Runs until standard input ends.
     *
     * @param arguments the home, then its repositories, each with its fingerprint behind a {@code #}
     * @throws Exception when Dovetail does not start
     */
    @SuppressWarnings({"SystemOut", "try"}) // Standard output is the line to whoever drives.
    public static void main(String[] arguments) throws Exception {
        try (HomeLock lock = HomeLock.take(new Home(Path.of(arguments[0])))) {
            Log.to(lock.home());
            ProfileFile file = new ProfileFile(lock.home().directory());
            Profile profile = file.read();
            for (String repository : Arrays.asList(arguments).subList(1, arguments.length)) {
                profile = trusting(repository, profile);
            }
            file.write(profile);
            Path platform = Path.of(System.getProperty("dovetail.platform"));
            try (Launcher launcher = Launcher.start(lock, platform, profile, true);
                    Listening listening = Listening.to(launcher)) {
                launcher.awaitShown();
                System.out.println(ANSWER + "ok");
                obey(new Deeds(launcher));
            }
        }
        System.exit(0);
    }

    /** By its fingerprint behind a {@code #}, or, where there is none, without signatures, as developers may. */
    private static Profile trusting(String repository, Profile profile) throws ProvisioningException {
        int hash = repository.indexOf('#');
        if (hash < 0) {
            return profile.with(new Repository.Unsigned(RepositoryAddress.parse(repository)));
        }
        URI url = RepositoryAddress.parse(repository.substring(0, hash));
        Fingerprint root = Fingerprint.parse(repository.substring(hash + 1));
        try (Network network = new Network()) {
            Introduction introduction = new Introduction(network.signed(), Clock.systemUTC());
            return Introduction.add(introduction.meet(url, root, profile), profile);
        }
    }

    @SuppressWarnings("SystemOut") // See above.
    private static void obey(Deeds deeds) throws IOException {
        BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = requests.readLine(); line != null; line = requests.readLine()) {
            List<String> words = Arrays.stream(line.split(" "))
                    .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                    .toList();
            System.out.println(ANSWER + answer(deeds, words));
            System.out.flush();
        }
    }

    private static String answer(Deeds deeds, List<String> words) {
        try {
            return said("ok", deeds.perform(words));
        } catch (ExecutionException e) {
            return said("failed", describe(e.getCause() == null ? e : e.getCause()));
        } catch (Exception e) {
            return said("failed", describe(e));
        }
    }

    private static String describe(Throwable fault) {
        return fault instanceof FederationException refused
                ? refused.code() + ": " + refused.getMessage() + " hint: " + refused.hint()
                : fault.toString();
    }

    private static String said(String how, String what) {
        return how + " " + URLEncoder.encode(what, StandardCharsets.UTF_8);
    }
}
