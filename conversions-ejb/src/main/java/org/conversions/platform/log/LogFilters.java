package org.conversions.platform.log;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import java.util.logging.Handler;
import java.util.logging.Logger;

/** Filters what every handler of the server writes, on Payara Micro as on Payara Server, while the application runs there. */
@Singleton
@Startup
public class LogFilters {

    @PostConstruct
    void begin() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFilter(new ValuesLeftOut(handler.getFilter()));
        }
    }

    @PreDestroy
    void end() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            if (handler.getFilter() instanceof ValuesLeftOut filter) {
                handler.setFilter(filter.other());
            }
        }
    }
}
