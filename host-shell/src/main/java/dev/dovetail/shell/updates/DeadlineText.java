package dev.dovetail.shell.updates;

import dev.dovetail.federation.Deadline;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments as people read them.
 *
 * @param zone where they are
 */
public record DeadlineText(ZoneId zone) {

    // The window speaks English, whatever the system does.
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    /**
     * @param moment any
     * @return such as <i>1 Dec 2026, 12:00</i>
     */
    public String moment(Instant moment) {
        return FORM.format(moment.atZone(zone));
    }

    /**
     * @param deadline until when something must be in
     * @return such as <i>must be in by 1 Dec 2026, 12:00: A gap is closed.</i>, always with an end
     */
    public String within(Deadline deadline) {
        return "must be in by " + moment(deadline.by()) + reason(deadline);
    }

    /**
     * @param deadline that is over
     * @return such as <i>had to be in by 1 Dec 2026, 12:00: A gap is closed.</i>, always with an end
     */
    public String over(Deadline deadline) {
        return "had to be in by " + moment(deadline.by()) + reason(deadline);
    }

    private static String reason(Deadline deadline) {
        String because = deadline.because();
        if (because.isEmpty()) {
            return ".";
        }
        boolean whole = because.endsWith(".") || because.endsWith("!") || because.endsWith("?");
        return ": " + because + (whole ? "" : ".");
    }
}
