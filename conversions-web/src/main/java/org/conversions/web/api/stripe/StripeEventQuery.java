package org.conversions.web.api.stripe;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;
import org.conversions.stripe.event.Reason;
import org.conversions.stripe.inbox.StripeEventState;
import org.conversions.stripe.inbox.view.StripeEventFilter;
import org.conversions.web.api.ListQuery;
import org.conversions.web.security.Caller;

/** The Stripe events that a list or a replay is about. */
public class StripeEventQuery {

    @QueryParam("mode")
    private String mode;
    @QueryParam("state")
    private String state;
    @QueryParam("reason")
    private String reason;
    @QueryParam("type")
    private String type;
    @QueryParam("account")
    private String account;
    @QueryParam("objectId")
    private String objectId;
    @QueryParam("customerId")
    private String customerId;
    @QueryParam("start")
    private Instant start;
    @QueryParam("end")
    private Instant end;
    @QueryParam("page")
    @DefaultValue("1")
    private Integer page;
    @QueryParam("pageSize")
    @DefaultValue("100")
    private Integer pageSize;

    /** @throws RequestRefused unprocessable for a state or a reason that is none */
    StripeEventFilter filter(Caller caller) {
        return new StripeEventFilter(caller.workspaceId(), caller.mode(mode), state(state), reason(reason), ListQuery.given(type),
                ListQuery.given(account), ListQuery.given(objectId), ListQuery.given(customerId), start, end);
    }

    private static Reason reason(String text) {
        return ListQuery.given(text) == null ? null : Word.find(Reason.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown", "reason: must be one that events have, such as "
                        + Reason.GUEST_CHECKOUT.text()));
    }

    /** @throws RequestRefused unprocessable for a state that is none */
    public static StripeEventState state(String text) {
        return ListQuery.given(text) == null ? null : Word.find(StripeEventState.class, text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "state: must be one of received, queued, waiting, processed, ignored,"
                        + " unmatched, failed"));
    }

    Page page() {
        return new Page(page == null ? 1 : page, pageSize == null ? Page.SIZE_MAX : pageSize, null, null);
    }
}
