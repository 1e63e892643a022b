package dev.dovetail.provisioner.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {

    private static final URI ELSEWHERE = URI.create("https://features.example.org/a.jar");
    private static final Optional<ProxySelector> SYSTEM =
            Optional.of(ProxySelector.of(InetSocketAddress.createUnresolved("system", 1)));

    private static String chosen(Map<String, String> environment, URI url) {
        return chosen(Routes.PLAIN, environment, url);
    }

    private static String chosen(Routes routes, Map<String, String> environment, URI url) {
        Proxy proxy = new Proxies(routes, environment, SYSTEM).select(url).get(0);
        return proxy.type() == Proxy.Type.DIRECT
                ? "direct"
                : ((InetSocketAddress) proxy.address()).getHostString() + ":"
                        + ((InetSocketAddress) proxy.address()).getPort();
    }

    @Test
    void theSystemIsAskedLast() {
        assertThat(chosen(Map.of(), ELSEWHERE)).isEqualTo("system:1");
        assertThat(chosen(Map.of("https_proxy", "http://env:3128"), ELSEWHERE)).isEqualTo("env:3128");
        assertThat(chosen(Map.of("HTTPS_PROXY", "env"), ELSEWHERE)).isEqualTo("env:80");
        Routes own = new Routes(
                () -> List.of(new Route(
                        URI.create("https://features.example.org/"),
                        Optional.of(URI.create("http://own:8080")),
                        Optional.empty())),
                Secrets.NONE);
        assertThat(chosen(own, Map.of("https_proxy", "http://env:3128"), ELSEWHERE))
                .isEqualTo("own:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "example.org", ".example.org", "other.net, features.example.org", "FEATURES.example.org"})
    void whoeverIsExemptIsReachedDirectly(String exempt) {
        assertThat(chosen(Map.of("https_proxy", "env", "no_proxy", exempt), ELSEWHERE))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ample.org", "org.example", ","})
    void andNobodyElse(String exempt) {
        assertThat(chosen(Map.of("https_proxy", "env", "no_proxy", exempt), ELSEWHERE))
                .isEqualTo("env:80");
    }

    @Test
    void thisMachineNeedsNone() {
        assertThat(chosen(Map.of("https_proxy", "env"), URI.create("http://localhost:8080/a")))
                .isEqualTo("direct");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://a:1", "http://user:secret@a", "http://a/path", "http:///", "a b"})
    void whatIsNoProxyIsRefusedWithoutBeingRepeated(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyAddress.parse(text))
                .withMessageNotContaining("secret")
                .withNoCause();
        assertThat(chosen(Map.of("https_proxy", text), ELSEWHERE)).isEqualTo("system:1");
    }
}
