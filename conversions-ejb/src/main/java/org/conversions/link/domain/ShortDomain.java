package org.conversions.link.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.conversions.address.LinkKey;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The server's own public address, which is the domain of the links that name no other, and how links are written. */
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

    /**
     * @param domain the link's: this server's own, or a workspace's, which browsers reach by https
     * @return the address that people click
     */
    public String shortLink(String domain, String key) {
        String start = domain.equals(name) ? base : "https://" + domain;
        return key.equals(LinkKey.ROOT) ? start : start + '/' + LinkKey.path(key);
    }

    /** @return the address of a picture of the link's address, marked so that scans differ from other clicks */
    public String qrCode(String domain, String key) {
        return base + "/api/qr?url=" + URLEncoder.encode(shortLink(domain, key) + "?qr=1", StandardCharsets.UTF_8);
    }
}
