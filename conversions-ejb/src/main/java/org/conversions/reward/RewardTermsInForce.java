package org.conversions.reward;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;

/** The terms that hold for the owners of some links at any time. Pure. */
public final class RewardTermsInForce {

    private static final Comparator<Dated> BY_BEGINNING =
            Comparator.comparing(Dated::begunAt).thenComparing(dated -> dated.terms().id());

    private final List<Row> rows;

    /** @param endedAt null while they hold */
    record Dated(RewardTerms terms, Instant begunAt, Instant endedAt) {

        private boolean holdAt(Instant at) {
            return !begunAt.isAfter(at) && (endedAt == null || endedAt.isAfter(at));
        }
    }

    /**
     * A link with its owner and one of the terms of its program; null where there is none.
     *
     * @param enrolled true when the partner is
     */
    record Row(LinkId linkId, String programId, PartnerId partnerId, boolean enrolled, Dated dated) {
    }

    RewardTermsInForce(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @param at the terms of that moment count. @return the partner that a sale or lead by the link credits, or why none */
    public CreditDecision at(LinkId linkId, Instant at) {
        List<Row> ofLink = rows.stream().filter(row -> row.linkId().equals(linkId)).toList();
        if (ofLink.isEmpty() || ofLink.get(0).partnerId() == null) {
            return NoCredit.LINK_OF_NOBODY;
        }
        Row owner = ofLink.get(0);
        if (!owner.enrolled()) {
            return NoCredit.PARTNER_NOT_ENROLLED;
        }
        return ofLink.stream().map(Row::dated).filter(dated -> dated != null && dated.holdAt(at)).max(BY_BEGINNING)
                .<CreditDecision>map(dated -> new Credit(owner.programId(), owner.partnerId(), dated.terms()))
                .orElse(NoCredit.NO_REWARD);
    }
}
