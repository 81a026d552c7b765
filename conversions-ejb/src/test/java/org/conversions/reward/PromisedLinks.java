package org.conversions.reward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;

/** The rewards of some partners, for tests of other packages. */
public final class PromisedLinks {

    public static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant CHANGED = Instant.parse("2026-02-01T00:00:00Z");

    private PromisedLinks() {
    }

    /** Of links a1 and a2 of partner A, b1 of B and n1 of none: 5.00 for a lead; nothing for a trial, since the change 8.00. */
    public static RewardTermsInForce ofLeads() {
        Stream<RewardTermsInForce.Row> rows = Map.of("a1", "A", "a2", "A", "b1", "B").entrySet().stream().flatMap(link -> Stream.of(
                row(link.getKey(), link.getValue(), new RewardTermsInForce.Dated(terms("rwt_1", 0), null, BEGUN, CHANGED)),
                row(link.getKey(), link.getValue(), new RewardTermsInForce.Dated(terms("rwt_2", 8_00), null, CHANGED, null))));
        return new RewardTermsInForce(Stream.concat(rows, Stream.of(row("n1", null, null))).toList());
    }

    private static RewardTermsInForce.Row row(String link, String partner, RewardTermsInForce.Dated dated) {
        return new RewardTermsInForce.Row(new LinkId(link), partner == null ? null : "prog_1", PartnerId.of(partner),
                partner == null ? null : RewardTermsInForceTest.APPROVED, dated);
    }

    private static RewardTerms terms(String id, long forTrial) {
        return new RewardTerms(id, new RewardAmount(null, 5_00L), List.of(new Modifier(true,
                List.of(RewardTermsTest.source(Operator.EQUALS_TO, "trial")), new RewardAmount(null, forTrial))));
    }
}
