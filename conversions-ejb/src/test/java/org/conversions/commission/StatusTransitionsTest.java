package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All pairs of statuses, written out a second time: a change of the table is a decision. */
class StatusTransitionsTest {

    private static final Map<CommissionStatus, String> SYSTEM = Map.of(
            CommissionStatus.PENDING, "hold processed refunded canceled", CommissionStatus.HOLD, "pending refunded canceled",
            CommissionStatus.PROCESSED, "pending hold paid refunded canceled",
            CommissionStatus.PAID, "pending hold processed refunded canceled", CommissionStatus.REFUNDED, "pending hold canceled",
            CommissionStatus.CANCELED, "pending hold refunded", CommissionStatus.DUPLICATE, "", CommissionStatus.FRAUD, "");
    private static final Map<CommissionStatus, String> OPERATOR = Map.of(
            CommissionStatus.PENDING, "hold paid refunded duplicate fraud canceled",
            CommissionStatus.HOLD, "pending refunded duplicate fraud canceled",
            CommissionStatus.PROCESSED, "hold refunded duplicate fraud canceled", CommissionStatus.PAID, "",
            CommissionStatus.REFUNDED, "pending hold duplicate fraud canceled",
            CommissionStatus.DUPLICATE, "pending hold refunded fraud canceled",
            CommissionStatus.FRAUD, "pending hold refunded duplicate canceled",
            CommissionStatus.CANCELED, "pending hold refunded duplicate fraud");

    @ParameterizedTest
    @EnumSource
    void thesePairsAndNoOthers(CommissionStatus from) {
        for (CommissionStatus to : CommissionStatus.values()) {
            assertThat(StatusTransitions.allows(StatusTransitions.By.SYSTEM, from, to)).as("the system: %s to %s", from, to)
                    .isEqualTo(words(SYSTEM.get(from)).contains(to.text()));
            assertThat(StatusTransitions.allows(StatusTransitions.By.OPERATOR, from, to)).as("the operator: %s to %s", from, to)
                    .isEqualTo(words(OPERATOR.get(from)).contains(to.text()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheOperatorMayNotSayIsRefused(CommissionStatus from) {
        Stage stage = from == CommissionStatus.PAID ? Stage.PAID : from == CommissionStatus.PROCESSED ? Stage.DRAFTED : Stage.OPEN;
        for (CommissionStatus to : EnumSet.allOf(CommissionStatus.class)) {
            boolean refused = false;
            try {
                StatusChange.check("cm_1", Mode.LIVE, from, Judgement.verdict(CommissionStatus.FRAUD), stage,
                        400, to);
            } catch (RequestRefused e) {
                refused = true;
            }
            assertThat(refused).as("%s to %s", from, to).isEqualTo(!StatusTransitions.allows(StatusTransitions.By.OPERATOR, from, to));
        }
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split(" ")).collect(Collectors.toSet());
    }
}
