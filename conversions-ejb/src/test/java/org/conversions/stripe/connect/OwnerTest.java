package org.conversions.stripe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account was connected from second 100 to 200, and by another workspace from 300 on. */
class OwnerTest {

    private static final Connected FIRST = connection("first", 100, 200L, false);
    private static final Connected TAKEN_BACK = connection("first", 100, 200L, true);
    private static final Connected SECOND = connection("second", 300, null, false);

    @ParameterizedTest
    @CsvSource({"50, first", "100, first", "150, first", "200, first", "250, second", "300, second", "999, second"})
    void anEventIsWhoseTheAccountWasAtItsOwnTimeAndBetweenTwoTheNextOnes(long second, String owner) {
        assertThat(Owner.of(List.of(SECOND, FIRST), at(second))).isEqualTo(new Owner.Of(
                owner.equals("first") ? FIRST : SECOND));
    }

    @ParameterizedTest
    @CsvSource({"50, true", "200, true", "201, false", "299, false", "300, true", "999, true"})
    void whatHappensAfterADeauthorisationIsNobodysUntilTheAccountIsConnectedAnew(long second, boolean somebodys) {
        Owner owner = Owner.of(List.of(TAKEN_BACK, SECOND), at(second));

        assertThat(owner instanceof Owner.Of).isEqualTo(somebodys);
        assertThat(owner instanceof Owner.Deauthorized).isEqualTo(!somebodys);
    }

    @Test
    void anAccountThatNobodyHasConnectedOrNobodyHasAnyMoreIsUnknown() {
        assertThat(Owner.of(List.of(), at(1))).isInstanceOf(Owner.Unknown.class);
        assertThat(Owner.of(List.of(FIRST), at(201))).isInstanceOf(Owner.Unknown.class);
        assertThat(Owner.of(List.of(TAKEN_BACK), at(201))).isInstanceOf(Owner.Deauthorized.class);
    }

    @Test
    void connectedAnewWithinTheSecondTheLaterConnectionCounts() {
        Connected again = connection("again", 200, null, false);

        assertThat(Owner.of(List.of(again, TAKEN_BACK), at(200))).isEqualTo(new Owner.Of(again));
    }

    @Test
    void whatAConnectionTookInIsItsOwnUnlessTheAccountHadTakenTheAccessBack() {
        assertThat(Owner.of(FIRST, at(999))).isEqualTo(new Owner.Of(FIRST));
        assertThat(Owner.of(TAKEN_BACK, at(200))).isEqualTo(new Owner.Of(TAKEN_BACK));
        assertThat(Owner.of(TAKEN_BACK, at(201))).isInstanceOf(Owner.Deauthorized.class);
    }

    private static Connected connection(String id, long since, Long until, boolean deauthorized) {
        return new Connected(new ConnectionId(id), new WorkspaceId("ws_" + id), Mode.LIVE, "acct_1", at(since).plusMillis(500),
                until == null ? null : at(until).plusMillis(500), deauthorized);
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
