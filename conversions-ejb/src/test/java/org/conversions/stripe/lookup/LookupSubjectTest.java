package org.conversions.stripe.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.conversions.stripe.event.Outcome;
import org.conversions.stripe.event.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookupSubjectTest {

    @ParameterizedTest
    @CsvSource({
        "payment:pi_1,  ch_1,  cus_1, PAYMENT,  pi_1",
        "payment:ch_1,  ch_1,  ,      PAYMENT,  ch_1",
        "customer:cus_1, in_1, cus_1, CUSTOMER, cus_1",
        "external:u_1,  cs_1,  cus_1, CUSTOMER, cus_1",
        "email:a@b.c,   cs_1,  cus_1, CUSTOMER, cus_1",
        "discounts:in_1, in_1, cus_1, DISCOUNTS, in_1"})
    void stripeIsAskedAboutThePaymentElseAboutTheCustomer(String key, String object, String customer, LookupKind kind,
                                                          String wanted) {
        assertThat(LookupSubject.of(waiting(key), object, customer)).hasValue(new LookupSubject(kind, wanted));
    }

    @ParameterizedTest
    @CsvSource({"external:u_1, cs_1, ", "external:u_1, cus_1, cus_1", "sale:in_1, ch_1, cus_1", "rate, in_1, cus_1",
        "account:acct_1:live, in_1, cus_1"})
    void stripeIsNotAskedWhatItHasJustToldOrCannotKnow(String key, String object, String customer) {
        assertThat(LookupSubject.of(waiting(key), object, customer)).isEmpty();
    }

    @Test
    void anEventThatIsDoneMayListenForDiscountsAndForNothingElseThatStripeIsAsked() {
        assertThat(LookupSubject.of(Outcome.processed("Done").listeningTo("discounts:cs_1"), "cs_1", null))
                .hasValue(new LookupSubject(LookupKind.DISCOUNTS, "cs_1"));
        assertThat(LookupSubject.of(Outcome.processed("Done").listeningTo("payment:pi_1"), "cs_1", "cus_1")).isEmpty();
        assertThat(LookupSubject.of(Outcome.processed("Done"), "cs_1", "cus_1")).isEmpty();
    }

    private static Outcome.Waiting waiting(String key) {
        return (Outcome.Waiting) Outcome.waiting(Reason.CUSTOMER_UNKNOWN, key);
    }
}
