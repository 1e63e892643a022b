package dev.dovetail.shell.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Decides what becomes of a view whose feature throws. Faults of one view are <em>in a row</em> when each comes within
 * {@link #APART} of the one before, whatever kind of call threw; {@value #MOST} in a row are too many. What succeeded
 * between them doesn't count: nearly all of it is the mouse moving, which says nothing of the button that fails. A fault
 * in styling or layout is too much by itself: JavaFX comes back neither to what an exception left nor to what lies behind
 * it, so that such a view is dead already. Not for several threads.
 *
 * <p>What failed while it was opened never gets here: it isn't open, and a panel stands in its place anyway.
 */
public final class FaultPolicy {

    /** How many faults in a row are too many. */
    public static final int MOST = 3;

    /** How far apart faults in a row are at most. */
    public static final Duration APART = Duration.ofSeconds(30);

    /** Who has nothing to remember is forgotten when that many others are known. */
    private static final int CROWD = 256;

    private record Row(int faults, Instant last, boolean over) {

        boolean endedBefore(Instant now) {
            return last.plus(APART).isBefore(now);
        }
    }

    private final Map<Attribution, Row> rows = new HashMap<>();
    private final Clock clock;

    /** @param clock says how far apart faults are */
    public FaultPolicy(Clock clock) {
        this.clock = clock;
    }

    /**
     * Takes a fault into account.
     *
     * @param who whose code threw
     * @param kind in which call
     * @return what is to be done about it
     */
    public Verdict judge(Attribution who, Kind kind) {
        Instant now = clock.instant();
        rows.values().removeIf(row -> rows.size() > CROWD && row.endedBefore(now));
        Row before = rows.get(who);
        boolean goesOn = before != null && !before.endedBefore(now);
        if (before != null && goesOn && before.over()) {
            rows.put(who, new Row(before.faults() + 1, now, true));
            return Verdict.KNOWN;
        }
        int faults = before != null && goesOn ? before.faults() + 1 : 1;
        boolean over = faults >= MOST || kind == Kind.LAYOUT;
        rows.put(who, new Row(faults, now, over));
        return over ? Verdict.REPLACE : Verdict.TELL;
    }

    /**
     * @param who whose code threw
     * @return how many faults the present row has
     */
    public int faults(Attribution who) {
        Row row = rows.get(who);
        return row == null ? 0 : row.faults();
    }
}
