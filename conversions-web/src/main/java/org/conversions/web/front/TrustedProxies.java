package org.conversions.web.front;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.conversions.address.IpAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the address that a request comes from. Anybody can send {@code X-Forwarded-For}; it is believed as far as it
 * was written by proxies that the operator names.
 */
@ApplicationScoped
public class TrustedProxies {

    private static final System.Logger LOG = System.getLogger(TrustedProxies.class.getName());

    private final AtomicBoolean warned = new AtomicBoolean();
    private List<Range> ranges;

    protected TrustedProxies() {
    }

    /**
     * @param setting addresses and ranges (10.0.0.0/8) with commas between them
     * @throws IllegalArgumentException when one of them is neither
     */
    @Inject
    public TrustedProxies(
            @ConfigProperty(name = "conversions.trusted-proxies", defaultValue = "127.0.0.1,::1") String setting) {
        ranges = Stream.of(setting.split(",")).map(String::strip).filter(text -> !text.isEmpty()).map(Range::of)
                .toList();
    }

    public boolean trusts(String address) {
        Optional<InetAddress> parsed = IpAddress.parse(address);
        if (parsed.isPresent()) {
            byte[] octets = parsed.get().getAddress();
            for (Range range : ranges) {
                if (range.contains(octets)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** @return the address that a request comes from, see {@link #visitor(String, String)} */
    public String visitor(HttpServletRequest request) {
        List<String> forwarded = Collections.list(request.getHeaders("X-Forwarded-For"));
        if (!forwarded.isEmpty() && !trusts(request.getRemoteAddr()) && !warned.getAndSet(true)) {
            LOG.log(Level.WARNING, "X-Forwarded-For of {0} is not believed. If that is a proxy of yours, name it in"
                    + " conversions.trusted-proxies: until then all who come by it count as one visitor.",
                    request.getRemoteAddr());
        }
        return visitor(request.getRemoteAddr(), forwarded.isEmpty() ? null : String.join(",", forwarded));
    }

    /**
     * @param sender       the address that the connection comes from
     * @param forwardedFor what {@code X-Forwarded-For} says, several headers joined by commas, or null
     * @return the address nearest to us that no trusted proxy has; what stands left of it may be made up
     */
    public String visitor(String sender, String forwardedFor) {
        String visitor = sender;
        if (forwardedFor == null) {
            return visitor;
        }
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && trusts(visitor); i--) {
            String hop = hops[i].strip();
            if (IpAddress.parse(hop).isEmpty()) {
                break;
            }
            visitor = hop;
        }
        return visitor;
    }

    private record Range(byte[] network, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            byte[] network = IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                    .orElseThrow(() -> malformed(text)).getAddress();
            int bits = network.length * 8;
            if (slash >= 0) {
                String length = text.substring(slash + 1);
                if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > bits) {
                    throw malformed(text);
                }
                bits = Integer.parseInt(length);
            }
            return new Range(network, bits);
        }

        boolean contains(byte[] octets) {
            if (octets.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 128 >> bit % 8;
                if ((octets[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }

        private static IllegalArgumentException malformed(String text) {
            return new IllegalArgumentException(
                    "conversions.trusted-proxies: " + text + " is neither an address nor a range like 10.0.0.0/8");
        }
    }
}
