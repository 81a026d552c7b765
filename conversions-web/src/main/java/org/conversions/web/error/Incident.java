package org.conversions.web.error;

import java.lang.System.Logger.Level;
import org.conversions.platform.Ids;

/** A bug of ours that a caller met: the whole story in the log, and in the answer only the name to find it by. */
final class Incident {

    private static final System.Logger LOG = System.getLogger(Incident.class.getName());
    private static final int ID_LENGTH = 10;

    private Incident() {
    }

    /** @param where the code it happened in; not the address, which may hold a token that must not be in a log */
    static ApiError of(String where, Throwable thrown) {
        String id = Ids.random(ID_LENGTH);
        LOG.log(Level.ERROR, "Incident " + id + " at " + where, thrown);
        return ApiError.of(500, "internal_server_error",
                "Something went wrong on our side. The log has the details under incident " + id + ".");
    }
}
