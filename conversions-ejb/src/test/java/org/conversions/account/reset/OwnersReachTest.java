package org.conversions.account.reset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.conversions.account.MembershipView;
import org.conversions.account.PersonView;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The owner is user_o; memberships are written as workspace:role. */
class OwnersReachTest {

    @ParameterizedTest
    @CsvSource({"A:owner, A:viewer, ''", "A:owner, A:owner, ''", "A:owner B:owner, A:member B:member, ''",
        "A:owner, A:member B:viewer, person_of_other_workspace", "A:owner, A:member B:owner, person_of_other_workspace",
        "A:owner B:member, A:member B:viewer, person_of_other_workspace", "A:member, A:viewer, person_of_other_workspace"})
    void allThatThePersonBelongsToIsTheOwners(String owned, String belonging, String reason) {
        assertThat(OwnersReach.refusal("user_o", memberships(owned), person("user_p", false), memberships(belonging), false)
                .map(RequestRefused::reason).orElse("")).isEqualTo(reason);
    }

    @Test
    void nobodyResetsAnOperatorsPasswordOrTheirOwn() {
        List<MembershipView> both = memberships("A:owner");
        assertThat(OwnersReach.refusal("user_o", both, person("user_p", true), both, false).map(RequestRefused::reason))
                .contains("person_is_operator");
        assertThat(OwnersReach.refusal("user_o", both, person("user_o", false), both, false).map(RequestRefused::reason))
                .contains("own_password");
    }

    @Test
    void nobodyResetsThePasswordOfAPartnersPerson() {
        List<MembershipView> both = memberships("A:owner");
        assertThat(OwnersReach.refusal("user_o", both, person("user_p", false), both, true).map(RequestRefused::reason))
                .contains("person_is_partner");
    }

    private static PersonView person(String id, boolean operator) {
        return new PersonView(id, "pat@example.com", "Pat", operator, false, Instant.EPOCH);
    }

    private static List<MembershipView> memberships(String text) {
        return Stream.of(text.split(" ")).map(part -> part.split(":"))
                .map(part -> new MembershipView(new WorkspaceId("ws_" + part[0]), Role.of(part[1]))).toList();
    }
}
