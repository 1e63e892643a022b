package team.charts.desk;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import team.charts.api.ChartRequest;
import team.charts.api.Charting;

/**
 * Takes other features' wishes to the desk. A service of its own: a framework hides a service from every bundle that has
 * another class of the name of any type the service is registered under, and two releases have two {@link Desk} classes.
 */
@Component
public final class ChartingService implements Charting {

    private final Desk desk;

    /** @param desk where open boards are found */
    @Activate
    public ChartingService(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public void chart(ChartRequest request) {
        desk.chart(request);
    }
}
