package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.conversions.click.Place;
import org.conversions.click.StatedPlace;
import org.conversions.click.Visit;
import org.conversions.web.security.TrustedProxies;

/** Reads out of a request what the click room wants to know of a visit. */
@ApplicationScoped
public class VisitRequest {

    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    private static final List<String> COUNTRIES =
            List.of("CF-IPCountry", "CloudFront-Viewer-Country", "X-Vercel-IP-Country", "X-Country-Code");
    private static final List<String> REGIONS =
            List.of("CF-Region-Code", "CloudFront-Viewer-Country-Region", "X-Vercel-IP-Country-Region");
    private static final List<String> CITIES = List.of("CF-IPCity", "CloudFront-Viewer-City", "X-Vercel-IP-City");
    private static final List<String> CONTINENTS = List.of("CF-IPContinent", "X-Vercel-IP-Continent");

    @Inject
    private TrustedProxies proxies;

    public Visit of(HttpServletRequest request) {
        String sender = request.getRemoteAddr();
        return new Visit(request.getMethod(), request.getHeader("User-Agent"), first(request, PURPOSES),
                request.getHeader("Referer"), proxies.visitor(request),
                proxies.trusts(sender) ? place(request) : Place.UNKNOWN);
    }

    private static Place place(HttpServletRequest request) {
        return StatedPlace.of(first(request, COUNTRIES), first(request, REGIONS), first(request, CITIES),
                first(request, CONTINENTS));
    }

    private static String first(HttpServletRequest request, List<String> names) {
        return names.stream().map(request::getHeader).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
