package org.conversions.web.api.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conversions.sale.restatement.Restatement;
import org.conversions.web.openapi.Required;
import org.conversions.workspace.WorkspaceView;

/**
 * A workspace as the API shows it.
 *
 * @param plan        free, pro, business, advanced or enterprise: the operator's to set
 * @param restatement how far the sales are stated in the currency that was chosen last; null when none was chosen since
 *                    there are sales
 */
public record WorkspaceAnswer(
        @Required String id, @Required String name, @Required String slug, @Required String currency,
        @Required String vocabulary, @Required String attributionModel, int attributionWindowDays,
        @Required String timezone, @Required List<String> allowedHostnames, boolean clientSales,
        @Required String plan, @Required PlanLimits limits, @Required Instant createdAt, CurrencyRestatement restatement) {

    /**
     * The progress of a change of the currency.
     *
     * @param sales       how many are to be stated in the currency
     * @param restated    how many of them are
     * @param withoutRate how many wait for an exchange rate of their day; until then their amount is 0
     * @param finishedAt  null while it is under way; until then figures have amounts of both currencies in them
     */
    public record CurrencyRestatement(
            @Required String currency, long sales, long restated, long withoutRate, @Required Instant startedAt,
            Instant finishedAt) {

        static CurrencyRestatement of(Restatement restatement) {
            return new CurrencyRestatement(restatement.currency(), restatement.sales(), restatement.restated(),
                    restatement.withoutRate(), restatement.startedAt(), restatement.finishedAt());
        }
    }

    static WorkspaceAnswer of(WorkspaceView view, Optional<Restatement> restatement) {
        return new WorkspaceAnswer(view.id().value(), view.name(), view.slug(), view.currency(), view.vocabulary().text(),
                view.attributionModel().text(), view.attributionWindowDays(), view.timezone().getId(),
                view.allowedHostnames().names(), view.clientSales(), view.plan().plan().text(),
                PlanLimits.of(view.plan().limits()), view.createdAt(),
                restatement.map(CurrencyRestatement::of).orElse(null));
    }
}
