package org.conversions.stripe.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;

class PayeeTimerTest {

    private final Deque<String> due = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    @Test
    void allWhoAreDueAreAskedAboutAlsoAfterOneWhoCannotBe() {
        due.addAll(List.of("pn_1", "pn_refused", "pn_2"));
        timer().ask();
        assertThat(asked).containsExactly("pn_1", "pn_refused", "pn_2");
    }

    @Test
    void oneCallAsksAboutSoManyOnly() {
        IntStream.range(0, 60).forEach(number -> due.add("pn_" + number));
        timer().ask();
        assertThat(asked).hasSize(50);
        timer().ask();
        assertThat(asked).as("the others come the next time").doesNotHaveDuplicates().hasSize(60);
    }

    /** The server would give up a timer that fails twice in a row. */
    @Test
    void whatIsBrokenDoesNotEndTheTimer() {
        due.add("pn_broken");
        PayeeTimer timer = timer();
        assertThatCode(timer::ask).doesNotThrowAnyException();
        due.add("pn_1");
        timer.ask();
        assertThat(asked).containsExactly("pn_broken", "pn_1");
    }

    private PayeeTimer timer() {
        PayeeTimer timer = new PayeeTimer();
        timer.rows = new PayeeRows() {

            @Override
            Optional<Waiting> next() {
                return Optional.ofNullable(due.poll()).map(partner -> new Waiting(new WorkspaceId("ws_1"), new PartnerId(partner)));
            }
        };
        timer.accounts = new PayeeAccounts() {

            @Override
            public PayeeView get(WorkspaceId workspaceId, String partnerId) {
                asked.add(partnerId);
                if (partnerId.equals("pn_refused")) {
                    throw RequestRefused.conflict("stripe_key_missing", "There is no key.");
                } else if (partnerId.equals("pn_broken")) {
                    throw new IllegalStateException("broken");
                }
                return null;
            }
        };
        return timer;
    }
}
