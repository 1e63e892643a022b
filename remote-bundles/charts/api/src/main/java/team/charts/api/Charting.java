package team.charts.api;

import org.osgi.annotation.versioning.ProviderType;

/** Draws tables. The charts feature registers one as a service. May be called from any thread. */
@ProviderType
public interface Charting {

    /**
     * Draws a table on the board that is open, at once; when none is open, on the next one that is.
     *
     * @param request what to draw; of several requests made while no board is open, the last one is drawn
     */
    void chart(ChartRequest request);
}
