package org.conversions.web.track;

import java.util.Locale;
import org.conversions.address.Host;

/**
 * A host as people write it: in any case, with or without www and port.
 *
 * @param host in lower case, without www
 * @param port as written, empty when there is none
 */
record HostName(String host, String port) {

    static HostName of(String text) {
        String name = Host.bare(text.strip().toLowerCase(Locale.ROOT));
        int colon = name.lastIndexOf(':');
        return colon < 0 || name.endsWith("]") ? new HostName(name, "")
                : new HostName(name.substring(0, colon), name.substring(colon + 1));
    }

    /** @return whether this means the other one: a port that is not named is any */
    boolean names(HostName other) {
        return host.equals(other.host) && (port.isEmpty() || other.port.isEmpty() || port.equals(other.port));
    }
}
