package org.conversions.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.concurrent.Callable;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeammateTest {

    @ParameterizedTest
    @CsvSource({
            // who, what is asked for, what comes of it
            "member, , true", "member, true, true", "member, false, false", "viewer, , role_too_narrow",
            "viewer, true, role_too_narrow", "viewer, false, false", "key, , true", "key, true, true", "key, false, field_not_supported"})
    void whatIsMadeIsForAllUnlessItIsSomebodys(String who, Boolean wanted, String outcome) {
        assertThat(outcome(() -> teammate(who).shares(wanted))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
            // who, whether all see it, whose it is, what is asked for, what comes of it
            "member, true, member, , true", "member, true, member, false, false", "member, true, viewer, , true",
            "member, true, viewer, false, not_the_author", "member, true, , false, not_the_author", "member, false, member, true, true",
            "member, false, member, , false", "viewer, true, viewer, , role_too_narrow", "viewer, true, viewer, false, role_too_narrow",
            "viewer, false, viewer, , false", "viewer, false, viewer, true, role_too_narrow", "key, true, member, , true",
            "key, true, , , true", "key, true, , false, not_the_author", "key, true, member, false, not_the_author"})
    void whatAllSeeIsChangedByThoseWhoWriteAndTakenAwayByItsAuthor(String who, boolean shared, String author, Boolean wanted,
                                                                   String outcome) {
        assertThat(outcome(() -> teammate(who).changes(shared, author, wanted))).isEqualTo(outcome);
    }

    private static Teammate teammate(String who) {
        return new Teammate(new WorkspaceId("ws_1"), who.equals("key") ? null : who, !who.equals("viewer"));
    }

    private static String outcome(Callable<Boolean> decision) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, decision::call);
        try {
            return refused == null ? decision.call().toString() : refused.reason();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
