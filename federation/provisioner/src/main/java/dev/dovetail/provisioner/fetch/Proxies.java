package dev.dovetail.provisioner.fetch;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses a proxy: the repository's own; else none to this machine; else what the environment says ({@code https_proxy},
 * {@code no_proxy}); else what the system says.
 */
final class Proxies extends ProxySelector {

    private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

    private final Routes routes;
    private final Map<String, String> environment;
    private final Optional<ProxySelector> system;

    Proxies(Routes routes, Map<String, String> environment, Optional<ProxySelector> system) {
        this.routes = routes;
        this.environment = environment;
        this.system = system;
    }

    /** As this process was started. */
    static Proxies of(Routes routes) {
        return new Proxies(routes, System.getenv(), Optional.ofNullable(ProxySelector.getDefault()));
    }

    @Override
    public List<Proxy> select(URI url) {
        Optional<URI> own = routes.proxy(url);
        if (own.isPresent()) {
            return List.of(through(own.get()));
        }
        if (RepositoryAddress.isLoopback(url) || isExempt(String.valueOf(url.getHost()))) {
            return DIRECT;
        }
        return named().map(proxy -> List.of(through(proxy)))
                .orElseGet(() -> system.map(selector -> selector.select(url)).orElse(DIRECT));
    }

    private static Proxy through(URI proxy) {
        return new Proxy(Proxy.Type.HTTP, Route.address(proxy));
    }

    /** What is no address of a proxy is as good as none: this variable is written for other programs too. */
    private Optional<URI> named() {
        String text = variable("https_proxy");
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(ProxyAddress.parse(text));
        } catch (IllegalArgumentException e) {
            System.getLogger(Proxies.class.getName())
                    .log(System.Logger.Level.WARNING, "https_proxy is passed over: it names no http proxy");
            return Optional.empty();
        }
    }

    private boolean isExempt(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(variable("no_proxy").toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> matches(entry, name));
    }

    private static boolean matches(String entry, String host) {
        String suffix = entry.startsWith(".") ? entry.substring(1) : entry;
        return entry.equals("*") || host.equals(suffix) || host.endsWith("." + suffix);
    }

    private String variable(String name) {
        String lower = environment.getOrDefault(name, "");
        return lower.isBlank() ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "") : lower;
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException fault) {
        System.getLogger(Proxies.class.getName())
                .log(System.Logger.Level.DEBUG, "The proxy at " + address + " could not be reached", fault);
    }
}
