package org.conversions.stripe.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {

    /** Clients filter by them and merchants search for them: a code may be added, but never changed. */
    @Test
    void theCodesArePartOfTheApi() {
        assertThat(Stream.of(Reason.values()).map(Reason::text)).containsExactlyInAnyOrder(
                "unknown_account", "wrong_mode", "unsupported_type", "thin_event", "malformed_object", "guest_checkout",
                "setup_session", "no_tracking_metadata", "no_customer", "click_unknown", "click_of_another_workspace",
                "attribution_window_expired", "clicked_later", "customer_unknown", "customer_deleted", "payment_unknown", "sale_unknown", "exchange_rate_missing",
                "nothing_paid", "payment_pending", "sale_recorded_before", "refund_recorded_before", "nothing_refunded",
                "sale_corrected", "no_payment", "dispute_open", "credit_note_of_refund", "credit_note_without_refund",
                "invoice_not_paid", "payment_failed", "session_expired", "trials_not_tracked", "not_a_customer",
                "account_reconnected", "account_disconnected", "no_discount_code", "discount_unknown", "plan_too_low", "handler_failed");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasASentenceForPeople(Reason reason) {
        assertThat(reason.sentence()).matches("[A-Z].{10,150}[^.]");
    }
}
