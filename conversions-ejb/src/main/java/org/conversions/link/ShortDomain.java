package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The domain of the short links: the server's own public address. */
@ApplicationScoped
public class ShortDomain {

    private String base;
    private String name;

    protected ShortDomain() {
    }

    /** @throws IllegalArgumentException for a setting that is not a web address */
    @Inject
    public ShortDomain(
            @ConfigProperty(name = "conversions.base-url", defaultValue = "http://localhost:8080") String baseUrl) {
        URI uri = URI.create(baseUrl.strip());
        boolean https = "https".equalsIgnoreCase(uri.getScheme());
        if (uri.getHost() == null || !https && !"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "conversions.base-url must be like https://go.example.com, not " + baseUrl);
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        boolean usualPort = uri.getPort() < 0 || uri.getPort() == (https ? 443 : 80);
        this.name = usualPort ? host : host + ':' + uri.getPort();
        this.base = (https ? "https://" : "http://") + name;
    }

    /** @return host and, unless it is the scheme's own, port */
    public String name() {
        return name;
    }

    /** @return whether browsers reach the links by https */
    public boolean secure() {
        return base.startsWith("https:");
    }

    /** @return the address that people click */
    public String shortLink(String key) {
        return key.equals(LinkKey.ROOT) ? base : base + '/' + LinkKey.path(key);
    }

    /** @return the address of a picture of the link's address, marked so that scans are told from other clicks */
    public String qrCode(String key) {
        return base + "/api/qr?url=" + URLEncoder.encode(shortLink(key) + "?qr=1", StandardCharsets.UTF_8);
    }
}
