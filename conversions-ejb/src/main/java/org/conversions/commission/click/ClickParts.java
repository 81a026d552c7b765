package org.conversions.commission.click;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.reward.Credit;
import org.conversions.reward.RewardTermsInForce;

/** The parts of a day in which the clicks on a link are rewarded by the same terms. Pure. */
final class ClickParts {

    private static final long HOUR_SECONDS = 3_600;

    /** A part of a day. @param until not included */
    record Part(Instant from, Instant until, Credit credit) {

        boolean looksAtCountries() {
            return !credit.terms().facts().isEmpty();
        }

        /** @return whether it is made of full hours of UTC */
        boolean isOfHours() {
            return isFull(from) && isFull(until);
        }

        private static boolean isFull(Instant time) {
            return time.getNano() == 0 && Math.floorMod(time.getEpochSecond(), HOUR_SECONDS) == 0;
        }
    }

    private ClickParts() {
    }

    /** @return in the order of time, those without a reward left out */
    static List<Part> of(RewardTermsInForce terms, LinkId linkId, Instant from, Instant until) {
        List<Part> parts = new ArrayList<>();
        List<Instant> turns = terms.turnsWithin(linkId, from, until);
        for (int i = 0; i < turns.size(); i++) {
            Instant end = i + 1 < turns.size() ? turns.get(i + 1) : until;
            if (!(terms.at(linkId, turns.get(i)) instanceof Credit credit)) {
                continue;
            }
            Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last != null && last.until().equals(turns.get(i)) && last.credit().equals(credit)) {
                parts.set(parts.size() - 1, new Part(last.from(), end, credit));
            } else {
                parts.add(new Part(turns.get(i), end, credit));
            }
        }
        return parts;
    }
}
