package org.conversions.share;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.conversions.platform.RequestRefused;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.Grouping;
import org.conversions.report.Trait;

/**
 * The figures that a share shows. Its filters hold, whatever is asked for: a question may narrow them, and neither widen nor
 * leave them out. What says who somebody is can neither be seen nor be asked for. Pure.
 */
public final class SharedFigures {

    /** Ways to find out whether somebody is among the buyers or partners, for whoever has the link. */
    private static final Set<Trait> PERSONAL =
            EnumSet.of(Trait.CUSTOMER, Trait.TENANT, Trait.EXTERNAL_ID, Trait.PARTNER, Trait.URL, Trait.REFERER_URL);
    /** Partners are people, and a whole address may have anything in its query. */
    private static final Set<Grouping> HIDDEN = EnumSet.of(Grouping.TOP_PARTNERS, Grouping.TOP_URLS, Grouping.REFERER_URLS);

    private SharedFigures() {
    }

    /**
     * @param shared the filters of the share
     * @param asked  those of the question
     * @return what both let through, of the workspace and mode of the share
     * @throws RequestRefused unprocessable for a question that leads out of the share
     */
    public static FiguresFilter narrowed(FiguresFilter shared, FiguresFilter asked) {
        Map<Trait, Choice> choices = new EnumMap<>(Trait.class);
        choices.putAll(shared.choices());
        asked.choices().forEach((trait, choice) -> choices.put(trait, narrowed(trait, shared.choices().get(trait), choice)));
        if (asked.saleType() != null && shared.saleType() != null && asked.saleType() != shared.saleType()) {
            throw outside("saleType");
        }
        if (asked.metadata() != null
                && (shared.metadata() == null || !Objects.equals(asked.metadata().text(), shared.metadata().text()))) {
            throw outside("query");
        }
        return new FiguresFilter(shared.workspaceId(), shared.mode(), choices,
                shared.saleType() == null ? asked.saleType() : shared.saleType(), shared.metadata(), false);
    }

    /** @throws RequestRefused unprocessable for rows that would say who somebody is */
    public static void check(Grouping grouping) {
        if (HIDDEN.contains(grouping)) {
            throw RequestRefused.unprocessable("not_shared", "groupBy: a share does not show " + grouping.text());
        }
    }

    private static Choice narrowed(Trait trait, Choice shared, Choice asked) {
        if (shared == null) {
            if (PERSONAL.contains(trait)) {
                throw outside(trait.parameter());
            }
            return asked;
        }
        Set<String> wanted = new LinkedHashSet<>(asked.wanted().isEmpty() ? shared.wanted() : asked.wanted());
        if (!shared.wanted().isEmpty()) {
            wanted.retainAll(shared.wanted());
            if (wanted.isEmpty()) {
                throw outside(trait.parameter());
            }
        }
        Set<String> unwanted = new LinkedHashSet<>(shared.unwanted());
        unwanted.addAll(asked.unwanted());
        return new Choice(wanted, unwanted);
    }

    private static RequestRefused outside(String parameter) {
        return RequestRefused.unprocessable("not_shared", parameter + ": is not within what is shared");
    }
}
