package org.conversions.payout.file;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.audit.AuditTrail;
import org.conversions.money.Money;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.partner.PayoutMode;
import org.conversions.partner.Programs;
import org.conversions.payout.BatchStatus;
import org.conversions.payout.BatchView;
import org.conversions.payout.PayoutBatches;
import org.conversions.payout.PayoutStatus;
import org.conversions.payout.PayoutView;
import org.conversions.payout.Payouts;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PayoutProfiles;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Workspaces;

/** Writes the files of a batch: for a spreadsheet all of its payouts, for banks and services those that are on their way. */
@Stateless
public class BatchFiles {

    /** How many partners are read at once. */
    private static final int STEP = 500;
    private static final int DAYS_AHEAD_MAX = 365;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM").withZone(ZoneOffset.UTC);

    @Inject
    private PayoutBatches batches;
    @Inject
    private Payouts payouts;
    @Inject
    private Partners partners;
    @Inject
    private PayoutProfiles profiles;
    @Inject
    private PayoutSettings settings;
    @Inject
    private Programs programs;
    @Inject
    private Workspaces workspaces;
    @Inject
    private AuditTrail trail;
    @Inject
    private Clock clock;

    /**
     * What is asked of a file.
     *
     * @param executionDay   when the bank is asked to pay; null for today, in the workspace's time zone
     * @param withoutUnusable whether payouts that the file cannot hold are left out, instead of keeping the file from being written
     */
    public record Wish(PayoutFormat format, LocalDate executionDay, boolean decimalComma, boolean withoutUnusable) {
    }

    /** A file with what is not in it although it should be. */
    public record Written(PayoutFile file, List<RowProblem> leftOut) {
    }

    /**
     * Writes a file of a batch.
     *
     * @throws RequestRefused not found; conflict for a batch that is not confirmed, except for a spreadsheet; unprocessable for
     *                        payouts that the file cannot hold, which it names, and for a day that cannot be
     */
    public Written write(WorkspaceId workspaceId, String batchId, Wish wish) {
        BatchView batch = batches.get(workspaceId, batchId);
        boolean everything = wish.format() == PayoutFormat.CSV;
        if (!everything && batch.status() != BatchStatus.CONFIRMED) {
            throw RequestRefused.conflict("payout_batch_state", "Batch " + batchId + " is " + batch.status().text()
                    + ": only a confirmed one is paid.");
        }
        Instant now = clock.instant();
        PayoutSettings.View known = settings.get(workspaceId);
        FileOrder order = new FileOrder(batchId, now, day(wish.executionDay(), LocalDate.ofInstant(now, zone(workspaceId))), known.payer(),
                known.columns(), wish.decimalComma());
        List<PayoutRow> rows = rows(workspaceId, batchId, everything);
        List<RowProblem> leftOut = wish.withoutUnusable() ? PayoutFiles.problems(wish.format(), rows) : List.of();
        Set<String> unusable = leftOut.stream().map(RowProblem::payoutId).collect(Collectors.toSet());
        PayoutFile file = PayoutFiles.write(wish.format(), order,
                rows.stream().filter(row -> !unusable.contains(row.payoutId())).toList());
        if (!everything) {
            // Accounts leave the house by it.
            trail.record(workspaceId, "payout_file_written", batchId, Map.of("format", wish.format().text(), "leftOut", unusable.size()));
        }
        return new Written(file, leftOut);
    }

    private ZoneId zone(WorkspaceId workspaceId) {
        return workspaces.get(workspaceId).timezone();
    }

    private static LocalDate day(LocalDate asked, LocalDate today) {
        if (asked != null && (asked.isBefore(today) || asked.isAfter(today.plusDays(DAYS_AHEAD_MAX)))) {
            throw RequestRefused.unprocessable("field_out_of_range", "executionDay: must be from today on, within a year");
        }
        return asked == null ? today : asked;
    }

    private List<PayoutRow> rows(WorkspaceId workspaceId, String batchId, boolean everything) {
        List<PayoutView> all = new ArrayList<>();
        for (PayoutStatus status : everything ? EnumSet.allOf(PayoutStatus.class) : EnumSet.of(PayoutStatus.PROCESSING)) {
            payouts.each(workspaceId, batchId, status, all::add);
        }
        // What the merchant's own system pays, or a transfer, would be paid twice.
        all.removeIf(payout -> !everything && (payout.way() != PayoutMode.INTERNAL || payout.outcome().sending()));
        List<PartnerId> ids = all.stream().map(PayoutView::partnerId).distinct().toList();
        Map<PartnerId, PartnerView> named = new HashMap<>();
        for (int from = 0; from < ids.size(); from += STEP) {
            named.putAll(partners.byIds(workspaceId, ids.subList(from, Math.min(ids.size(), from + STEP))));
        }
        Map<PartnerId, PayoutAccount> accounts = profiles.accounts(workspaceId, ids);
        String program = programs.get(workspaceId).name();
        return all.stream().map(payout -> row(payout, named.get(payout.partnerId()), accounts.get(payout.partnerId()), program)).toList();
    }

    private static PayoutRow row(PayoutView payout, PartnerView partner, PayoutAccount account, String program) {
        PayoutView.Times times = payout.times();
        PartnerLanguage language = account == null ? PartnerLanguage.usualIn(partner.country()) : account.language(partner.country());
        return new PayoutRow(payout.id(), new Payee(partner.id().value(), partner.name(), partner.email(), partner.tenantId(),
                partner.country(), account), new Money(payout.amount(), payout.currency()), reference(program, language, times),
                new PayoutRow.Life(payout.batchId(), payout.status().text(), payout.way().text(), payout.outcome().failureReason(),
                        times.periodStart(), times.periodEnd(), times.createdAt(), times.initiatedAt(), times.paidAt()));
    }

    /** @return the words that the partner sees beside the payment */
    private static String reference(String program, PartnerLanguage language, PayoutView.Times times) {
        String what = language == PartnerLanguage.DE ? "Provisionen" : "commissions";
        String first = times.periodStart() == null ? "" : " " + MONTH.format(times.periodStart());
        String last = times.periodEnd() == null ? "" : " " + MONTH.format(times.periodEnd());
        return program + ": " + what + first + (first.equals(last) ? "" : " -" + last);
    }
}
