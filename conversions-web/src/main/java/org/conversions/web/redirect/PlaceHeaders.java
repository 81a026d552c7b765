package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.StatedPlace;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The headers in which proxies say where a visitor is. A proxy passes on what it does not know, so only the headers of
 * the proxy that the operator names count: the others are what the visitor makes of them.
 */
@ApplicationScoped
class PlaceHeaders {

    private static final String SETTING = "conversions.place-headers";

    /** One proxy's headers; null for what it does not say. */
    private record ProxyHeaders(String country, String region, String city, String continent) {
    }

    private static final Map<String, ProxyHeaders> KNOWN = Map.of(
            "cloudflare", new ProxyHeaders("CF-IPCountry", "CF-Region-Code", "CF-IPCity", "CF-IPContinent"),
            "cloudfront", new ProxyHeaders("CloudFront-Viewer-Country", "CloudFront-Viewer-Country-Region",
                    "CloudFront-Viewer-City", null),
            "vercel", new ProxyHeaders("X-Vercel-IP-Country", "X-Vercel-IP-Country-Region", "X-Vercel-IP-City",
                    "X-Vercel-IP-Continent"),
            "x-country-code", new ProxyHeaders("X-Country-Code", null, null, null));

    private List<ProxyHeaders> proxies;

    protected PlaceHeaders() {
    }

    /** @throws IllegalArgumentException for a proxy that is not known */
    @Inject
    PlaceHeaders(@ConfigProperty(name = SETTING) Optional<String> setting) {
        this.proxies = setting.stream().flatMap(list -> Stream.of(list.split(","))).map(String::strip).map(proxy ->
                Optional.ofNullable(KNOWN.get(proxy)).orElseThrow(() -> new IllegalArgumentException(
                        SETTING + ": must be of cloudflare, cloudfront, vercel and x-country-code, not " + proxy))).toList();
    }

    Place of(HttpServletRequest request) {
        return proxies.isEmpty() ? Place.UNKNOWN : StatedPlace.of(first(request, ProxyHeaders::country), first(request, ProxyHeaders::region), first(request, ProxyHeaders::city),
                first(request, ProxyHeaders::continent));
    }

    private String first(HttpServletRequest request, Function<ProxyHeaders, String> which) {
        return proxies.stream().map(which).filter(Objects::nonNull).map(request::getHeader).filter(Objects::nonNull)
                .findFirst().orElse(null);
    }
}
