package org.conversions.web.embed;

import java.time.Instant;
import java.util.List;
import org.conversions.commission.CommissionView;
import org.conversions.commission.EntryView;
import org.conversions.commission.PartnerEarnings;
import org.conversions.link.LinkView;
import org.conversions.link.domain.ShortDomain;
import org.conversions.money.Currencies;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.PayoutView;
import org.conversions.portal.program.EmbedOptions;
import org.conversions.portal.program.PortalSettings;
import org.conversions.report.total.LinkFigures;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.report.total.PartnerBalance;

/**
 * The content of the embedded page for a partner; it says nothing of customers. Amounts are in minor units.
 *
 * @param earnings    in the workspace's currency; null where earnings are hidden
 * @param earlier     in the currencies that the workspace had before, as far as anything was earned in them
 * @param balances    how far what was earned is from being paid, one for each currency; empty where earnings are hidden
 * @param links       the newest ten
 * @param commissions the newest ten; empty where earnings are hidden
 * @param payouts     the newest ten; empty where payouts are hidden
 * @param rewards     those that hold for the partner's group
 * @param options     what the program has chosen for the page
 * @param expires     when the token stops to work
 */
public record EmbedAnswer(Person partner, List<Link> links, Totals totals, Earnings earnings, List<Earnings> earlier,
                          List<Balance> balances, List<RewardAnswer> rewards, List<Commission> commissions, List<Payout> payouts,
                          Options options, Instant expires) {

    /**
     * What the program has chosen for the page.
     *
     * @param programName      its name
     * @param currency         of the amounts that are sold
     * @param faq              questions that partners ask, in their order
     * @param leaderboard      whether there is a list of the best
     * @param hideEarnings     whether what the partner earned is left out
     * @param hidePayouts      whether payouts are left out
     * @param poweredByBadge   whether the page says what it is made by
     * @param termsUrl         where the terms stand; null for nowhere
     * @param helpUrl          where partners find help; null for nowhere
     * @param supportEmail     whom partners write to; null for nobody
     */
    public record Options(String programName, String currency, List<EmbedOptions.Question> faq, boolean leaderboard, boolean hideEarnings,
                          boolean hidePayouts, boolean poweredByBadge, String termsUrl, String helpUrl, String supportEmail) {

        static Options of(String programName, String currency, PortalSettings.View said) {
            EmbedOptions embed = said.embed();
            return new Options(programName, currency, embed.faq(), embed.leaderboard(), embed.hideEarnings(), embed.hidePayouts(),
                    !embed.hidePoweredByBadge(), embed.customTermsUrl() == null ? said.termsUrl() : embed.customTermsUrl(),
                    said.helpUrl(), said.supportEmail());
        }
    }

    /**
     * @param digits    how many digits of an amount stand after the point
     * @param pending   in its holding period
     * @param held      kept back by a dispute or the program
     * @param due       waits for the next payout
     * @param processed in a payout that is not paid yet
     * @param nextDueAt when the next of what is pending comes due; null when nothing is
     */
    public record Balance(String currency, int digits, long pending, long held, long due, long processed, long paid,
                          Instant nextDueAt) {

        static Balance of(PartnerBalance balance) {
            return new Balance(balance.currency(), Currencies.digits(balance.currency()), balance.pending(), balance.held(),
                    balance.due(), balance.processed(), balance.paid(), balance.nextDueAt());
        }
    }

    /** The partner. */
    public record Person(String id, String name) {
    }

    /** A link of the partner. @param qr the address of a picture of its QR code */
    public record Link(String id, String shortLink, String url, String qr, long clicks, long leads, long sales,
                       long saleAmount) {

        static Link of(LinkView link, LinkFigures figures, ShortDomain shortDomain) {
            return new Link(link.id().value(), shortDomain.shortLink(link.domain(), link.key()), link.url(),
                    shortDomain.qrCode(link.domain(), link.key()),
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

    /**
     * A commission of the partner.
     *
     * @param dueAt       when its holding period ends: it is paid by a payout after that
     * @param holdReasons dispute, guard or operator; empty when nobody holds it
     * @param payoutId    the last payout that it is in or was paid by
     * @param entries     everything that happened to it, in the order in which it became known
     */
    public record Commission(String id, String type, long earnings, String currency, int digits, String status,
                             Instant createdAt, Instant dueAt, List<String> holdReasons, String payoutId, List<Entry> entries) {

        static Commission of(CommissionView commission, String payoutId, List<EntryView> entries) {
            return new Commission(commission.id(), commission.type(), commission.sums().earnings(), commission.currency(),
                    Currencies.digits(commission.currency()), commission.status().text(), commission.times().createdAt(),
                    commission.times().dueAt(), commission.held() == null ? List.of() : List.of(commission.held().by().text()), payoutId,
                    entries.stream().map(entry -> new Entry(entry.kind(), entry.earnings(), entry.at(), entry.reason())).toList());
        }
    }

    /** Something that happened to a commission. @param reason why, where somebody said it */
    public record Entry(String kind, long earnings, Instant at, String reason) {
    }

    /** A payout of the partner. @param failureReason why it failed or came back */
    public record Payout(String id, long amount, String currency, int digits, String status, Instant createdAt, Instant paidAt,
                         String failureReason) {

        static Payout of(PayoutView payout) {
            return new Payout(payout.id(), payout.amount(), payout.currency(), Currencies.digits(payout.currency()),
                    (payout.status() == PayoutStatus.RETURNED ? PayoutStatus.FAILED : payout.status()).text(),
                    payout.times().createdAt(), payout.times().paidAt(), payout.outcome().failureReason());
        }
    }
}
