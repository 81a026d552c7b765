package org.conversions.reward;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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

    /** Of a link c1 of partner A: 0.10 for a click, and 0.30 for one from Germany, since the change 0.20. */
    public static RewardTermsInForce ofClicks() {
        return new RewardTermsInForce(List.of(
                row("c1", "A", new RewardTermsInForce.Dated(clicks("rwt_1", 10, null), null, BEGUN, CHANGED)),
                row("c1", "A", new RewardTermsInForce.Dated(new RewardTerms("rwt_2", null, 20L), null, CHANGED, null)),
                row("n1", null, null)));
    }

    /** The owner of the terms, and 0.30 for a click from Germany. @param limit of what is earned; null for none */
    public static Credit clicksCredit(String id, long amount, SpendLimit limit) {
        return new Credit("prog_1", new PartnerId("A"), clicks(id, amount, limit), 30, false);
    }

    private static RewardTerms clicks(String id, long amount, SpendLimit limit) {
        Condition german = new Condition(new Fact(Attribute.CUSTOMER_COUNTRY, null), Operator.EQUALS_TO,
                List.of(JsonNodeFactory.instance.textNode("DE")), null);
        return new RewardTerms(id, new RewardAmount(null, amount), List.of(new Modifier(true, List.of(german),
                new RewardAmount(null, 30L))), new RewardLimits(null, null, limit));
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
