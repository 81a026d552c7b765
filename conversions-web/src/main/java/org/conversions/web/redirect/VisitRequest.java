package org.conversions.web.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.conversions.click.visit.Place;
import org.conversions.click.visit.Visit;
import org.conversions.web.front.TrustedProxies;

/** Reads the visit out of a request. */
@ApplicationScoped
public class VisitRequest {

    private static final List<String> PURPOSES = List.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz");
    @Inject
    private TrustedProxies proxies;
    @Inject
    private PlaceHeaders places;

    public Visit of(HttpServletRequest request) {
        String sender = request.getRemoteAddr();
        return new Visit(request.getMethod(), request.getHeader("User-Agent"), first(request, PURPOSES),
                request.getHeader("Referer"), proxies.visitor(request),
                proxies.trusts(sender) ? places.of(request) : Place.UNKNOWN);
    }

    private static String first(HttpServletRequest request, List<String> names) {
        for (String name : names) {
            String value = request.getHeader(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
