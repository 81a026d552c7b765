package org.conversions.stripe.inbox.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.conversions.platform.id.WorkspaceId;
import org.junit.jupiter.api.Test;

class ArrivalsTest {

    /** A name that has come. @param kind 0 to 3 */
    private record Name(int kind, int workspace, String text) {
    }

    @Property(tries = 300)
    void whatWasStoredIsWhatHasCome(@ForAll List<String> names, @ForAll @IntRange(max = 3) int kind) {
        Arrivals arrivals = new Arrivals();
        for (int i = 0; i < names.size(); i++) {
            add(arrivals, new Name((kind + i) % 4, i % 3, names.get(i)));
        }

        assertThat(Arrivals.of(arrivals.text()).parts()).isEqualTo(arrivals.parts());
    }

    @Property(tries = 300)
    void whatSeveralTransactionsHaveBroughtIsWhatOneWould(@ForAll List<String> names, @ForAll @IntRange(min = 1, max = 5) int transactions) {
        Arrivals one = new Arrivals();
        List<Arrivals> several = Stream.generate(Arrivals::new).limit(transactions).toList();
        for (int i = 0; i < names.size(); i++) {
            Name name = new Name(i % 4, i % 2, names.get(i));
            add(one, name);
            add(several.get(i % transactions), name);
        }
        Arrivals together = new Arrivals();
        several.forEach(together::add);

        assertThat(together.parts()).isEqualTo(one.parts());
    }

    @Test
    void nothingIsNothing() {
        assertThat(Arrivals.of(new Arrivals().text()).parts()).isEqualTo(new Arrivals().parts());
    }

    private static void add(Arrivals arrivals, Name name) {
        WorkspaceId workspace = new WorkspaceId("ws_" + name.workspace());
        switch (name.kind()) {
            case 0 -> arrivals.key(workspace, name.text());
            case 1 -> arrivals.customer(workspace, name.text());
            case 2 -> arrivals.accounts.add(name.text());
            default -> arrivals.ratesOf.add(workspace);
        }
    }
}
