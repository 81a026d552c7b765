package org.conversions.sale.draft;

import org.conversions.platform.id.ClickId;
import org.conversions.sale.draft.SaleDraft.Marks;
import org.conversions.sale.draft.SaleDraft.Report;

/**
 * All that is known of a purchase. Pure, and the rule that the same reports in any order make the same sale: a report by a
 * stronger source replaces the amount and the time that a weaker one said, and the marks of all of them are gathered.
 *
 * @param report          the best one so far
 * @param marks           {@code ownClickId} is the click that was named at Stripe
 * @param merchantClickId the click that the merchant's call named, or null
 */
public record SaleFacts(Report report, Marks marks, ClickId merchantClickId) {

    public static SaleFacts of(SaleDraft draft) {
        return new SaleFacts(draft.report(), Marks.NONE, null).add(draft).state(draft.report());
    }

    /** @return the facts after one more report. A page's adds nothing to a sale that is known */
    public SaleFacts with(SaleDraft draft) {
        if (draft.report().source() == SaleSource.PAGE) {
            return this;
        }
        SaleFacts added = add(draft);
        return draft.report().isBetterThan(report) ? added.state(draft.report()) : added;
    }

    /** @return the same report, with the marks that were missing. Of a page's name and metadata nothing stays */
    public SaleFacts add(SaleDraft draft) {
        Marks more = draft.marks();
        boolean ofPage = report.source() == SaleSource.PAGE;
        boolean byMerchant = draft.report().source().isOfMerchant();
        // It has brought the customer already, as far as a page's word goes.
        boolean byPage = draft.report().source() == SaleSource.PAGE;
        return new SaleFacts(report, new Marks(either(marks.connectionId(), more.connectionId()),
                either(marks.invoiceId(), more.invoiceId()),
                byMerchant || byPage ? marks.ownClickId() : either(marks.ownClickId(), more.ownClickId()),
                name(ofPage ? draft.report().kind().eventName() : marks.eventName(), more.eventName()),
                either(marks.shown(), more.shown()), either(ofPage ? null : marks.metadata(), more.metadata()),
                firstMade(marks.codeId(), more.codeId())),
                byMerchant ? either(merchantClickId, more.ownClickId()) : merchantClickId);
    }

    /** @return the click that the purchase itself names, or null: one that was named at Stripe comes first */
    ClickId ownClickId() {
        return either(marks.ownClickId(), merchantClickId);
    }

    private SaleFacts state(Report better) {
        return new SaleFacts(better, isOfKind(marks.eventName()) ? marks.named(better.kind().eventName()) : marks,
                merchantClickId);
    }

    /** The merchant's own name wins, the first one of several. */
    private static String name(String known, String reported) {
        return isOfKind(known) && !isOfKind(reported) ? reported : known;
    }

    private static boolean isOfKind(String eventName) {
        return eventName == null || SaleKind.namesAKind(eventName);
    }

    /** Ids are in the order in which codes were made. */
    private static String firstMade(String known, String reported) {
        return known != null && reported != null ? known.compareTo(reported) <= 0 ? known : reported : either(known, reported);
    }

    private static <T> T either(T known, T reported) {
        return known != null ? known : reported;
    }
}
