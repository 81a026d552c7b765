package org.conversions.payout.statement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.Json;
import org.conversions.platform.StoredRow;
import org.conversions.platform.Word;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;

/** A row of payout_statement. It is written once and never changed. */
@Entity
@Table(name = "payout_statement")
class StoredStatement {

    private static final String PREFIX = "PS-";
    private static final int DIGITS = 6;

    @Id
    String id;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    int number;
    StatementCause cause;
    @Column(name = "partner_id")
    PartnerId partnerId;
    @Column(name = "payout_id")
    String payoutId;
    String currency;
    long total;
    @Column(name = "period_start")
    Instant periodStart;
    @Column(name = "period_end")
    Instant periodEnd;
    @Column(name = "issued_at")
    Instant issuedAt;
    /** Of the partner; null when none was known. */
    String country;
    String language;
    /** JSON of a party; null when the program had named nobody. */
    String payer;
    /** JSON of a party. */
    String payee;
    /** The lines, as a JSON array. */
    String content;

    /** @throws IllegalStateException when the lines do not add up to the total: our own bug */
    StatementView view() {
        List<StatementLine> all = read(content, new TypeReference<>() { });
        StoredRow.mustHold(all.stream().mapToLong(StatementLine::amount).sum() == total, id, "its lines add up to its total");
        return new StatementView(id, text(number), cause.kind(), partnerId, payoutId, currency,
                Word.stored(PartnerLanguage.class, language), payer == null ? null : read(payer, new TypeReference<>() { }),
                read(payee, new TypeReference<>() { }), periodStart, periodEnd, issuedAt, all, total);
    }

    static String text(int number) {
        return PREFIX + String.format(Locale.ROOT, "%0" + DIGITS + "d", number);
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored statement cannot be read", e);
        }
    }
}
