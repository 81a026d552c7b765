package org.conversions.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** The rates that the application says have arrived. */
@ApplicationScoped
public class HeardRates {

    private final List<RatesArrived> heard = new ArrayList<>();

    void hear(@Observes RatesArrived arrived) {
        heard.add(arrived);
    }

    /** @return what was heard since this was asked last */
    public List<RatesArrived> take() {
        List<RatesArrived> taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
