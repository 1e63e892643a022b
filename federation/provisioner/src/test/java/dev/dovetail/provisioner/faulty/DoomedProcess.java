package dev.dovetail.provisioner.faulty;

import dev.dovetail.provisioner.faulty.Scenario.Deed;
import dev.dovetail.provisioner.faulty.Scenario.World;
import java.net.URI;
import java.nio.file.Path;

/** Does a deed to a home in a process of its own, and says when it begins and when it is done: in between, it may be killed. */
public final class DoomedProcess {

    static final String BEGINS = "begins";
    static final String DONE = "done";

    private DoomedProcess() {}

    /**
     * @param arguments a folder of its own, the repository, the home and the deed
     * @throws Exception when the deed fails
     */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) throws Exception {
        try (Scenario scenario = Scenario.joining(Path.of(arguments[0]), URI.create(arguments[1]))) {
            Deed deed = Deed.valueOf(arguments[3]);
            World world = scenario.world(Path.of(arguments[2]));
            if (deed != Deed.START) {
                world.open();
            }
            System.out.println(BEGINS);
            world.carryOut(deed);
            System.out.println(DONE);
        }
    }
}
