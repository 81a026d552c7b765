package org.conversions.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.conversions.partner.EnrollmentStatus;
import org.conversions.partner.PastStandings;
import org.conversions.partner.Standing;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTermsInForceTest {

    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2026-02-01T00:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-03-01T00:00:00Z");
    private static final RewardTerms FIRST = new RewardTerms("rwt_1", 1_000, null);
    private static final RewardTerms SECOND = new RewardTerms("rwt_2", 2_000, null);

    static final RewardTermsInForce.Place APPROVED =
            new RewardTermsInForce.Place(new Standing(EnrollmentStatus.APPROVED, "grp_1"), PastStandings.NONE, 30);

    private final RewardTermsInForce promises = new RewardTermsInForce(List.of(
            row("link_1", "pn_1", true, FIRST, BEGUN, CHANGED), row("link_1", "pn_1", true, SECOND, CHANGED, ENDED),
            row("link_2", "pn_2", true, FIRST, BEGUN, CHANGED), row("link_2", "pn_2", true, SECOND, CHANGED, ENDED),
            row("link_3", "pn_3", false, SECOND, CHANGED, ENDED),
            new RewardTermsInForce.Row(new LinkId("link_4"), null, null, null, null), new RewardTermsInForce.Row(new LinkId("link_5"), "prog_1", new PartnerId("pn_1"), APPROVED, null)));

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z, rwt_1", "2026-01-31T23:59:59Z, rwt_1", "2026-02-01T00:00:00Z, rwt_2",
        "2026-02-28T23:59:59Z, rwt_2"})
    void theTermsOfTheMomentCount(Instant at, String terms) {
        assertThat(promises.at(new LinkId("link_1"), at)).isEqualTo(credit("pn_1", terms.equals("rwt_1") ? FIRST : SECOND));
        assertThat(promises.at(new LinkId("link_2"), at)).isEqualTo(credit("pn_2", terms.equals("rwt_1") ? FIRST : SECOND));
    }

    @ParameterizedTest
    @CsvSource({"link_1, 2025-12-31T23:59:59Z, NO_REWARD", "link_1, 2026-03-01T00:00:00Z, NO_REWARD",
        "link_5, 2026-02-01T00:00:00Z, NO_REWARD", "link_3, 2026-02-01T00:00:00Z, PARTNER_NOT_ENROLLED",
        "link_4, 2026-02-01T00:00:00Z, LINK_OF_NOBODY", "link_9, 2026-02-01T00:00:00Z, LINK_OF_NOBODY"})
    void whoIsNotCreditedIsToldWhy(LinkId link, Instant at, NoCredit why) {
        assertThat(promises.at(link, at)).isEqualTo(why);
        assertThat(why.code()).isEqualTo(why.name().toLowerCase());
        assertThat(why.explanation()).isNotBlank().doesNotEndWith(".");
    }

    @Test
    void termsThatWereChangedWithinTheirFirstSecondHoldAtNoTime() {
        RewardTermsInForce changedAtOnce = new RewardTermsInForce(List.of(row("link_1", "pn_1", true, SECOND, BEGUN, null),
                row("link_1", "pn_1", true, FIRST, BEGUN, BEGUN)));
        assertThat(changedAtOnce.at(new LinkId("link_1"), BEGUN)).isEqualTo(credit("pn_1", SECOND));
    }

    @ParameterizedTest
    @CsvSource({"BANNED, PARTNER_BANNED, true", "DEACTIVATED, PARTNER_DEACTIVATED, false", "REJECTED, PARTNER_NOT_ENROLLED, false",
        "ARCHIVED, , false", "INVITED, , false"})
    void whatWasSoldBeforeAPartnerLeftStaysDecided(EnrollmentStatus status, NoCredit why, boolean banned) {
        RewardTermsInForce.Place left = new RewardTermsInForce.Place(new Standing(status, "grp_1"),
                PastStandings.parse("2026-02-10T00:00:00Z approved grp_1\n"), 7);
        RewardTermsInForce promised = new RewardTermsInForce(List.of(new RewardTermsInForce.Row(new LinkId("link_1"), "prog_1",
                new PartnerId("pn_1"), left, new RewardTermsInForce.Dated(FIRST, null, BEGUN, null))));
        Credit before = new Credit("prog_1", new PartnerId("pn_1"), FIRST, 7, banned);
        assertThat(promised.at(new LinkId("link_1"), Instant.parse("2026-02-09T23:59:59Z"))).isEqualTo(before);
        assertThat(promised.at(new LinkId("link_1"), Instant.parse("2026-02-10T00:00:00Z"))).isEqualTo(why == null ? before : why);
    }

    @Test
    void theTermsOfTheGroupOfTheMomentGoBeforeThoseOfAll() {
        RewardTermsInForce.Place moved = new RewardTermsInForce.Place(new Standing(EnrollmentStatus.APPROVED, "grp_2"),
                PastStandings.parse("2026-02-10T00:00:00Z approved grp_1\n"), 0);
        RewardTermsInForce promised = new RewardTermsInForce(List.of(ofGroup(moved, FIRST, null, BEGUN), ofGroup(moved, SECOND, "grp_2", BEGUN),
                ofGroup(moved, new RewardTerms("rwt_3", 3_000, null), "grp_3", CHANGED)));
        assertThat(promised.at(new LinkId("link_1"), Instant.parse("2026-02-09T00:00:00Z"))).isEqualTo(new Credit("prog_1", new PartnerId("pn_1"), FIRST, 0, false));
        assertThat(promised.at(new LinkId("link_1"), Instant.parse("2026-02-11T00:00:00Z"))).isEqualTo(new Credit("prog_1", new PartnerId("pn_1"), SECOND, 0, false));
        assertThat(promised.ownerOf(new LinkId("link_1"))).isEqualTo(new PartnerId("pn_1"));
        assertThat(promised.ownerOf(new LinkId("link_2"))).isNull();
    }

    @Test
    void theTermsOfACodeGoBeforeThoseOfTheGroupForWhatWasBoughtWithIt() {
        RewardTermsInForce.Place place = new RewardTermsInForce.Place(new Standing(EnrollmentStatus.APPROVED, "grp_1"),
                PastStandings.parse(null), 0);
        RewardTermsInForce promised = new RewardTermsInForce(List.of(ofGroup(place, FIRST, "grp_1", BEGUN),
                new RewardTermsInForce.Row(new LinkId("link_1"), "prog_1", new PartnerId("pn_1"), place,
                        new RewardTermsInForce.Dated(SECOND, null, "dc_1", CHANGED, null))));
        Credit byGroup = new Credit("prog_1", new PartnerId("pn_1"), FIRST, 0, false);
        assertThat(promised.at(new LinkId("link_1"), "dc_1", CHANGED)).isEqualTo(new Credit("prog_1", new PartnerId("pn_1"), SECOND, 0, false));
        assertThat(promised.at(new LinkId("link_1"), "dc_1", CHANGED.minusSeconds(1))).isEqualTo(byGroup);
        assertThat(promised.at(new LinkId("link_1"), "dc_2", CHANGED)).isEqualTo(byGroup);
        assertThat(promised.at(new LinkId("link_1"), CHANGED)).isEqualTo(byGroup);
    }

    private static RewardTermsInForce.Row ofGroup(RewardTermsInForce.Place place, RewardTerms terms, String groupId, Instant begun) {
        return new RewardTermsInForce.Row(new LinkId("link_1"), "prog_1", new PartnerId("pn_1"), place,
                new RewardTermsInForce.Dated(terms, groupId, begun, null));
    }

    private static Credit credit(String partner, RewardTerms terms) {
        return new Credit("prog_1", new PartnerId(partner), terms, 30, false);
    }

    private static RewardTermsInForce.Row row(String link, String partner, boolean enrolled, RewardTerms terms, Instant begun,
                                    Instant ended) {
        return new RewardTermsInForce.Row(new LinkId(link), "prog_1", new PartnerId(partner), enrolled ? APPROVED : null, new RewardTermsInForce.Dated(terms, null, begun, ended));
    }
}
