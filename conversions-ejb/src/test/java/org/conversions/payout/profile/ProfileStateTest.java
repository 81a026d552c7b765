package org.conversions.payout.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.conversions.platform.mail.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProfileStateTest {

    private static final Instant DAY = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration WAIT = Duration.ofDays(3);
    private static final PayoutAccount OLD = paypal("old@example.com");
    private static final PayoutAccount NEW = paypal("new@example.com");
    private static final PayoutAccount OTHER = paypal("other@example.com");

    @Test
    void aChangeWaitsAndThenCounts() {
        ProfileState state = ProfileState.first(OLD, DAY).changed(NEW, DAY.plusSeconds(5), WAIT);
        assertThat(state).isEqualTo(new ProfileState(OLD, DAY, NEW, DAY.plusSeconds(5).plus(WAIT)));
        assertThat(state.at(state.nextAt().minusMillis(1)).account()).isEqualTo(OLD);
        assertThat(state.at(state.nextAt())).isEqualTo(new ProfileState(NEW, state.nextAt(), null, null));
        assertThat(state.isDue(state.nextAt())).isTrue();
        assertThat(state.isDue(state.nextAt().minusMillis(1))).isFalse();
    }

    @Test
    void theOldAccountTakesTheChangeBackAndTheNewOneDoesNotWaitLonger() {
        ProfileState state = ProfileState.first(OLD, DAY).changed(NEW, DAY, WAIT);
        assertThat(state.changed(OLD, DAY.plusSeconds(9), WAIT)).isEqualTo(ProfileState.first(OLD, DAY));
        assertThat(state.changed(NEW, DAY.plusSeconds(9), WAIT)).isEqualTo(state);
        assertThat(state.changed(OTHER, DAY.plusSeconds(9), WAIT)).isEqualTo(new ProfileState(OLD, DAY, OTHER, DAY.plusSeconds(9).plus(WAIT)));
        assertThat(state.changed(OTHER, DAY.plus(WAIT), WAIT)).isEqualTo(new ProfileState(NEW, DAY.plus(WAIT), OTHER, DAY.plus(WAIT).plus(WAIT)));
    }

    @Test
    void withoutAWaitingTimeItCountsAtOnce() {
        assertThat(ProfileState.first(OLD, DAY).changed(NEW, DAY.plusSeconds(1), Duration.ZERO)).isEqualTo(ProfileState.first(NEW, DAY.plusSeconds(1)));
    }

    @Property
    void noAccountCountsBeforeItHasWaited(@ForAll @Size(max = 12) List<@IntRange(min = 0, max = 3) Integer> wanted,
                                          @ForAll @IntRange(min = 1, max = 100) int hours) {
        Instant now = DAY;
        ProfileState state = ProfileState.first(paypal("0@example.com"), now);
        for (int account : wanted) {
            now = now.plus(Duration.ofHours(hours));
            PayoutAccount before = state.at(now).account();
            state = state.changed(paypal(account + "@example.com"), now, WAIT);
            assertThat(state.account()).isEqualTo(before);
            assertThat(state.next() == null || state.nextAt().isAfter(now) && !state.nextAt().isAfter(now.plus(WAIT))).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(PartnerLanguage.class)
    void mailsSayWhatAndFromWhenAndNoMoreOfAnAccountThanIsNeeded(PartnerLanguage language) {
        ProfileMails mails = new ProfileMails("ann@example.com", "Acme partners", language);
        PayoutAccount bank = new PayoutAccount(PayoutMethod.BANK, new Iban("DE89370400440532013000"), null, null, "Ann",
                new PostalAddress(null, null, null, "Berlin", "DE"), null);
        Mail waiting = mails.changed(bank, DAY);
        assertThat(waiting.to()).isEqualTo("ann@example.com");
        assertThat(waiting.text()).contains("Acme partners", "•••• 3000", "12:00", language == PartnerLanguage.EN ? "30 November 2026" : "30. November 2026");
        assertThat(mails.changed(bank, null).text()).doesNotContain("2026").contains(language == PartnerLanguage.EN ? "at once" : "sofort");
        for (Mail mail : List.of(waiting, mails.inForce(bank), mails.withdrawn(bank), mails.inForce(NEW))) {
            assertThat(mail.text()).doesNotContain("3704", "new@", "Ann");
        }
        assertThat(mails.inForce(NEW).text()).contains("n•••@example.com");
    }

    private static PayoutAccount paypal(String email) {
        return new PayoutAccount(PayoutMethod.PAYPAL, null, null, email, null, null, null);
    }
}
