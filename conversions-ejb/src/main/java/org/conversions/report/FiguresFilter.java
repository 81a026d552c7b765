package org.conversions.report;

import java.util.Map;
import java.util.Set;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;

/**
 * The choice of clicks, leads and sales. A click is of no mode and in every view; what only leads or sales have
 * lets no click through.
 *
 * @param choices  by what they are chosen; what is not in it does not filter
 * @param saleType of sales, null for all: lets neither clicks nor leads through
 * @param metadata of leads and sales, null for all: lets no clicks through
 * @param earnings whether what partners earned is asked for as well; only beside a partner
 */
public record FiguresFilter(WorkspaceId workspaceId, Mode mode, Map<Trait, Choice> choices, SaleType saleType,
                            MetadataQuery metadata, boolean earnings) {

    /** @return the ids of the links that alone are let through; empty for all */
    Set<String> links() {
        Choice links = choices.get(Trait.LINK);
        return links == null ? Set.of() : links.wanted();
    }

    /** @return whether neither clicks nor leads are let through */
    boolean ofSalesOnly() {
        return saleType != null || choices.containsKey(Trait.PRODUCT);
    }

    /** @return whether the rollups, which know links and hours only, can answer */
    boolean ofLinksOnly() {
        return saleType == null && metadata == null && choices.keySet().stream()
                .noneMatch(trait -> trait.owner() == Trait.Owner.CLICK || trait == Trait.CUSTOMER);
    }
}
