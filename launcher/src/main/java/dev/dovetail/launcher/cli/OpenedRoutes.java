package dev.dovetail.launcher.cli;

import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Route;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Routes;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import java.io.PrintWriter;
import java.util.List;

/** Opens routes for command lines: what is wrong with one is said as of any other request. */
final class OpenedRoutes {

    private final Routes routes;

    private OpenedRoutes(Routes routes) {
        this.routes = routes;
    }

    static OpenedRoutes of(Launcher launcher) {
        return new OpenedRoutes(new Routes(launcher));
    }

    static Route parsed(String text) throws RefusedException {
        try {
            return Route.parse(text);
        } catch (FederationException e) {
            throw refused(e);
        }
    }

    /** One that can't be opened doesn't keep the others. */
    void all(List<String> texts, PrintWriter err) throws InterruptedException {
        for (String text : texts) {
            try {
                one(text);
            } catch (ProvisioningException e) {
                var unused = Entrance.explain(e, err);
            }
        }
    }

    void one(String text) throws RefusedException, InterruptedException {
        try {
            routes.open(text);
        } catch (FederationException e) {
            throw refused(e);
        }
    }

    private static RefusedException refused(FederationException told) {
        return new RefusedException(told.code(), String.valueOf(told.getMessage()), told.hint(), told);
    }
}
