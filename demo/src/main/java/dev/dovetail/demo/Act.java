package dev.dovetail.demo;

import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.ProfileFile;
import dev.dovetail.trust.Fingerprint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;

/** One process of the story: a real Dovetail with a hand on its window. */
public final class Act {

    private Act() {}

    /**
     * Plays {@code online} or {@code offline} and ends with 0 when everything happened.
     *
     * @param arguments which act, then the setting
     * @throws Exception when something happened that the story does not tell
     */
    @SuppressWarnings("SystemOut") // A story is told on the terminal.
    public static void main(String[] arguments) throws Exception {
        Setting setting = Setting.of(Arrays.asList(arguments).subList(1, arguments.length));
        try {
            play(arguments[0], setting);
        } catch (StoryException e) {
            System.err.println("error: " + e.getMessage());
            System.err.println("hint: the last picture is in " + setting.pictures() + ", the log in "
                    + setting.home().resolve("log"));
            System.exit(1);
        }
        System.exit(0);
    }

    /** As {@code dovetail repository add URL --fingerprint F} does. */
    private static Profile trusting(Setting setting) throws ProvisioningException {
        Profile profile = Profile.EMPTY;
        try (Network network = new Network()) {
            Introduction introduction = new Introduction(network.signed(), Clock.systemUTC());
            for (URI repository : setting.repositories()) {
                URI url = URI.create(repository.toString().replaceFirst("#.*", ""));
                Fingerprint root = Fingerprint.parse(repository.getFragment());
                profile = Introduction.add(introduction.meet(url, root, profile), profile);
            }
        }
        return profile;
    }

    @SuppressWarnings("SystemOut") // See above.
    private static void play(String act, Setting setting)
            throws ProvisioningException, IOException, InterruptedException {
        Teller teller = new Teller(System.out, setting.pictures());
        try (HomeLock lock = HomeLock.take(new Home(setting.home()))) {
            Log.to(lock.home());
            ProfileFile profile = new ProfileFile(setting.home());
            if (act.equals("online")) {
                profile.write(trusting(setting));
            }
            Path platform = Path.of(System.getProperty("dovetail.platform"));
            try (Launcher launcher = Launcher.start(lock, platform, profile.read(), true)) {
                launcher.awaitShown();
                Hand hand = new Hand();
                if (act.equals("online")) {
                    new OnlineAct(setting, launcher, hand, teller).play();
                } else {
                    new OfflineAct(launcher, hand, teller).play();
                }
            }
        }
    }
}
