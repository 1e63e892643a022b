package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How repositories are reached, each in its own way. A secret goes to the address of the repository that it is for: to no
 * other server, to no other folder of the same server, and nowhere that an answer points to.
 */
public final class Routes {

    /** Everybody is reached in the same way. */
    public static final Routes PLAIN = new Routes(List::of, Secrets.NONE);

    private final Supplier<List<Route>> routes;
    private final Secrets secrets;

    /**
     * @param routes asked at each request for those of the repositories that are special
     * @param secrets where secrets are kept
     */
    public Routes(Supplier<List<Route>> routes, Secrets secrets) {
        this.routes = routes;
        this.secrets = secrets;
    }

    private Optional<Route> to(URI url) {
        return routes.get().stream().filter(route -> route.covers(url)).max(Comparator.comparingInt(Route::depth));
    }

    Optional<URI> proxy(URI url) {
        return to(url).flatMap(Route::proxy);
    }

    /** What goes into the {@code Authorization} header of a request. */
    Optional<String> authorization(URI url) throws RepositoryException {
        Optional<Credentials> credentials = to(url).flatMap(Route::credentials);
        return credentials.isEmpty() ? Optional.empty() : Optional.of(header(url, credentials.get()));
    }

    private String header(URI url, Credentials credentials) throws RepositoryException {
        String secret = secret(url, credentials.secret());
        if (credentials instanceof Credentials.Password password) {
            byte[] both = (password.user() + ":" + secret).getBytes(StandardCharsets.UTF_8);
            return "Basic " + Base64.getEncoder().encodeToString(both);
        }
        return "Bearer " + secret;
    }

    /** Checked here, since whoever objects to a header later would quote it. */
    private String secret(URI url, String name) throws RepositoryException {
        try {
            String found = secrets.secret(name).orElse("");
            if (found.isEmpty() || !found.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new RepositoryException(
                        "DT-FETCH-021",
                        "Expected a secret called " + name + " for " + url + ", found "
                                + (found.isEmpty() ? "none" : "one with characters that no secret has"),
                        "Set the environment variable " + name + ", or write it into secrets.json beside the profile.");
            }
            return found;
        } catch (HomeException e) {
            throw new RepositoryException(e.code(), String.valueOf(e.getMessage()), e.hint(), e);
        }
    }
}
