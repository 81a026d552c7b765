package org.conversions.web.embed;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.conversions.commission.CommissionView;
import org.conversions.commission.PartnerEarnings;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.money.Currencies;
import org.conversions.reward.RewardView;
import org.conversions.report.total.LinkFigures;

/**
 * The content of the embedded page for a partner; it says nothing of customers. Amounts are in minor units.
 *
 * @param earnings    in the workspace's currency
 * @param earlier     in the currencies that the workspace had before, as far as anything was earned in them
 * @param links       the newest ten
 * @param commissions the newest ten
 * @param expires     when the token stops to work
 */
public record EmbedAnswer(Person partner, List<Link> links, Totals totals, Earnings earnings, List<Earnings> earlier,
                          List<Reward> rewards, List<Commission> commissions, Instant expires) {

    /** The partner. */
    public record Person(String id, String name) {
    }

    /** A link of the partner. */
    public record Link(String id, String shortLink, String url, long clicks, long leads, long sales,
                       long saleAmount) {

        static Link of(LinkView link, LinkFigures figures, ShortDomain shortDomain) {
            return new Link(link.id().value(), shortDomain.shortLink(link.domain(), link.key()), link.url(),
                    figures.clicks(), figures.leads(), figures.sales(), figures.netAmount());
        }
    }

    /** The figures of all links. */
    public record Totals(long clicks, long leads, long sales, long saleAmount) {

        static Totals of(LinkFigures figures) {
            return new Totals(figures.clicks(), figures.leads(), figures.sales(), figures.netAmount());
        }
    }

    /** @param digits how many digits of an amount stand after the point. @param held of disputed payments */
    public record Earnings(String currency, int digits, long total, long held, long due, long paid) {

        static Earnings of(PartnerEarnings earnings) {
            return new Earnings(earnings.currency(), Currencies.digits(earnings.currency()), earnings.total(), earnings.held(),
                    earnings.due(), earnings.paid());
        }
    }

    /** The reward for a sale or a lead. */
    public record Reward(String event, String type, BigDecimal amountInPercentage, Long amountInCents,
                         JsonNode modifiers) {

        static Reward of(RewardView reward) {
            return new Reward(reward.event(), reward.type(), reward.amountInPercentage(), reward.amountInCents(),
                    reward.modifiers());
        }
    }

    /** A commission of the partner. */
    public record Commission(String id, String type, long earnings, String currency, int digits, String status,
                             Instant createdAt) {

        static Commission of(CommissionView commission) {
            return new Commission(commission.id(), commission.type(), commission.sums().earnings(), commission.currency(),
                    Currencies.digits(commission.currency()), commission.status().text(), commission.times().createdAt());
        }
    }
}
