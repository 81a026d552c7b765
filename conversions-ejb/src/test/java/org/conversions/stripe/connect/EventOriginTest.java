package org.conversions.stripe.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.platform.id.ConnectionId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventOriginTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");

    /** An event that is listed has to be the one that was delivered. */
    @ParameterizedTest
    @CsvSource({"'', true, sc_1, ''", "'', false, sc_1, ''", "acct_1, true, sc_1, ''", "acct_1, false, sandbox, acct_1"})
    void eventsComeInByTheConnectionsOwnEndpointOrElseByTheApps(String account, boolean signed, String source, String named) {
        EventOrigin origin = EventOrigin.of(new Connected(new ConnectionId("sc_1"), WORKSPACE, Mode.SANDBOX, account, Instant.EPOCH, null, false), signed);

        assertThat(origin.source()).isEqualTo(source);
        assertThat(origin.accountId()).isEqualTo(named);
        assertThat(origin.workspaceId()).isEqualTo(source.equals("sc_1") ? WORKSPACE : null);
    }
}
