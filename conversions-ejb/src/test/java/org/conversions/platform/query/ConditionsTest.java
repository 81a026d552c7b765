package org.conversions.platform.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    @Test
    void onlyWhatIsAskedForIsACondition() {
        assertThat(new Conditions("l.workspaceId = :workspace", new WorkspaceId("ws_1")).and("l.live = true").and("l.domain = :domain", "domain", null)
                .and("l.key = :key", "key", "a").andContains("lower(l.url) like :search escape '!'", "search", null).text())
                .isEqualTo(" where l.workspaceId = :workspace and l.live = true and l.key = :key");
    }

    @Test
    void whatIsSearchedForStandsForItself() {
        assertThat(Conditions.containing("50%_Off!")).isEqualTo("%50!%!_off!!%");
        assertThat(Conditions.containing(null)).isNull();
    }
}
