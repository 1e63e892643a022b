package dev.dovetail.provisioner.faulty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.dovetail.provisioner.faulty.Scenario.Deed;
import dev.dovetail.provisioner.faulty.Scenario.World;
import java.nio.file.Path;
import java.util.Set;

/** What has to be true of a home in the next process, whatever happened to the last one. */
final class Aftermath {

    private final Scenario scenario;

    Aftermath(Scenario scenario) {
        this.scenario = scenario;
    }

    /**
     * The bundles as they were before the deed, and as they are after it.
     *
     * @param before before
     * @param after after
     */
    record Ends(Set<String> before, Set<String> after) {}

    /** A new process over what is left; deletes it then. */
    void assertOldOrNew(Path home, Ends ends, String what) throws Exception {
        World next = scenario.world(home);
        next.start();
        assertThat(next.bundles()).as(what).isIn(ends.before(), ends.after());
        next.checkKept();
        next.open();
        assertThat(next.active()).as(what).hasSize(next.bundles().isEmpty() ? 0 : 2);
        next.forgive();
        assertGoesOn(next, what);
        Scenario.delete(home);
    }

    /** The home is as good as any other: what isn't there yet can be had, what is there is known to be. */
    private static void assertGoesOn(World next, String what) throws Exception {
        boolean there = next.installed("tables");
        Throwable again = catchThrowable(() -> next.carryOut(Deed.INSTALL));
        if (there) {
            assertThat(again).as(what).hasMessageContaining("is installed already");
        } else {
            assertThat(again).as(what).isNull();
        }
        assertThat(next.installed("tables")).as(what).isTrue();
    }
}
