package org.conversions.partner.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All pairs of statuses, written out a second time: a change of the table is a decision. */
class SubmittedStatusTest {

    private static final Map<SubmittedStatus, String> CHANGES = Map.of(
            SubmittedStatus.PENDING, "qualified meeting closedWon closedLost unqualified",
            SubmittedStatus.QUALIFIED, "meeting negotiation closedWon closedLost unqualified",
            SubmittedStatus.MEETING, "qualified negotiation closedWon closedLost unqualified",
            SubmittedStatus.NEGOTIATION, "qualified meeting closedWon closedLost unqualified",
            SubmittedStatus.CLOSED_WON, "", SubmittedStatus.CLOSED_LOST, "", SubmittedStatus.UNQUALIFIED, "");

    @ParameterizedTest
    @EnumSource
    void thesePairsAndNoOthers(SubmittedStatus from) {
        Set<String> allowed = Stream.of(CHANGES.get(from).split(" ")).collect(Collectors.toSet());
        for (SubmittedStatus to : SubmittedStatus.values()) {
            assertThat(from.allows(to)).as("%s to %s", from, to).isEqualTo(allowed.contains(to.text()));
        }
        assertThat(from.isFinal()).isEqualTo(CHANGES.get(from).isEmpty());
    }

    @Test
    void aPersonIsClaimedUntilTheDealIsLost() {
        assertThat(Stream.of(SubmittedStatus.values()).filter(status -> !status.claimsPerson()))
                .containsExactlyInAnyOrder(SubmittedStatus.CLOSED_LOST, SubmittedStatus.UNQUALIFIED);
    }

    @Test
    void aLeadIsWhoIsQualifiedOrBought() {
        assertThat(Stream.of(SubmittedStatus.values()).filter(SubmittedStatus::isLead))
                .containsExactlyInAnyOrder(SubmittedStatus.QUALIFIED, SubmittedStatus.CLOSED_WON);
    }
}
