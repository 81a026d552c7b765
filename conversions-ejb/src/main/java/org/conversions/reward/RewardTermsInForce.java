package org.conversions.reward;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.conversions.partner.CommissionBases;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PastStandings;
import org.conversions.partner.Standing;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;

/** The terms that hold for the owners of some links at any time. Pure. */
public final class RewardTermsInForce {

    /** Terms of a discount code go before those of a group, and these before those of all. */
    private static final Comparator<Dated> OWN_NEWEST = Comparator.comparing((Dated dated) -> dated.codeId() != null)
            .thenComparing(dated -> dated.groupId() != null).thenComparing(Dated::begunAt).thenComparing(dated -> dated.terms().id());

    private final List<Row> rows;

    /**
     * @param groupId null for all groups that have none of their own
     * @param codeId  the discount code that they are of; null for what comes without one, or with one that has no terms of its own
     * @param endedAt null while they hold
     */
    record Dated(RewardTerms terms, String groupId, String codeId, Instant begunAt, Instant endedAt) {

        Dated(RewardTerms terms, String groupId, Instant begunAt, Instant endedAt) {
            this(terms, groupId, null, begunAt, endedAt);
        }

        private boolean isOf(String group, String code) {
            return codeId != null ? codeId.equals(code) : groupId == null || groupId.equals(group);
        }

        private boolean holdAt(Instant at) {
            return !begunAt.isAfter(at) && (endedAt == null || endedAt.isAfter(at));
        }
    }

    /**
     * The partner's place in the program.
     *
     * @param today       null when the partner is not enrolled
     * @param holdingDays of the group of today
     */
    record Place(Standing today, PastStandings past, int holdingDays) {

        Standing at(Instant at) {
            return past.at(at, today);
        }

        boolean isBanned() {
            return today.status() == EnrollmentStatus.BANNED;
        }
    }

    /**
     * A link with its owner and one of the terms of its program; null where there is none.
     *
     * @param place null for one that is not enrolled
     * @param bases of the program
     */
    record Row(LinkId linkId, String programId, PartnerId partnerId, Place place, Dated dated, CommissionBases bases) {

        Row(LinkId linkId, String programId, PartnerId partnerId, Place place, Dated dated) {
            this(linkId, programId, partnerId, place, dated, CommissionBases.NET);
        }
    }

    RewardTermsInForce(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** @return whether it matters to any of these terms what a buyer bought before, by whichever of them and for nothing too */
    public boolean looksAtHistory() {
        return rows.stream().anyMatch(row -> row.dated() != null && row.dated().terms().looksAtHistory());
    }

    /** @return whether any of these terms look at what the partner earned before */
    public boolean looksAtSpending() {
        return rows.stream().anyMatch(row -> row.dated() != null && row.dated().terms().limits().spendLimit() != null);
    }

    /** @return whose link it is; null for nobody's */
    public PartnerId ownerOf(LinkId linkId) {
        return rows.stream().filter(row -> row.linkId().equals(linkId)).findFirst().map(Row::partnerId).orElse(null);
    }

    /** @return the program that a link is of; null for none */
    public String programOf(LinkId linkId) {
        return rows.stream().filter(row -> row.linkId().equals(linkId)).findFirst().map(Row::programId).orElse(null);
    }

    /**
     * @param until not included
     * @return the moments within a time at which another answer may begin, in order, and its beginning
     */
    public List<Instant> turnsWithin(LinkId linkId, Instant from, Instant until) {
        SortedSet<Instant> turns = new TreeSet<>();
        rows.stream().filter(row -> row.linkId().equals(linkId)).forEach(row -> {
            if (row.dated() != null) {
                turns.add(row.dated().begunAt());
                Optional.ofNullable(row.dated().endedAt()).ifPresent(turns::add);
            }
            if (row.place() != null) {
                row.place().past().periods().forEach(period -> turns.add(period.until()));
            }
        });
        turns.add(from);
        return List.copyOf(turns.tailSet(from).headSet(until));
    }

    /** Decides about what no discount code has to do with. */
    public CreditDecision at(LinkId linkId, Instant at) {
        return at(linkId, null, at);
    }

    /**
     * @param codeId the discount code that the sale or lead was made with, or goes back to; or null
     * @param at     the terms of that moment count
     * @return the partner that a sale or lead by the link credits, or why none
     */
    public CreditDecision at(LinkId linkId, String codeId, Instant at) {
        List<Row> ofLink = rows.stream().filter(row -> row.linkId().equals(linkId)).toList();
        if (ofLink.isEmpty() || ofLink.get(0).partnerId() == null) {
            return NoCredit.LINK_OF_NOBODY;
        }
        Row owner = ofLink.get(0);
        if (owner.place() == null) {
            return NoCredit.PARTNER_NOT_ENROLLED;
        }
        Standing standing = owner.place().at(at);
        EnrollmentStatus status = standing.status();
        if (!status.earns()) {
            return switch (status) {
                case BANNED -> NoCredit.PARTNER_BANNED;
                case DEACTIVATED -> NoCredit.PARTNER_DEACTIVATED;
                default -> NoCredit.PARTNER_NOT_ENROLLED;
            };
        }
        return ofLink.stream().map(Row::dated).filter(dated -> dated != null && dated.holdAt(at)
                        && dated.isOf(standing.groupId(), codeId)).max(OWN_NEWEST)
                .<CreditDecision>map(dated -> new Credit(owner.programId(), owner.partnerId(), dated.terms(),
                        owner.place().holdingDays(), owner.place().isBanned(), owner.bases().at(at)))
                .orElse(NoCredit.NO_REWARD);
    }
}
