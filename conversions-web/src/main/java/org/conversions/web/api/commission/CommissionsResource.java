package org.conversions.web.api.commission;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.conversions.access.Area;
import org.conversions.commission.ChangedCommission;
import org.conversions.commission.CommissionChanges;
import org.conversions.commission.CommissionEdit;
import org.conversions.commission.CommissionFilter;
import org.conversions.commission.CommissionList;
import org.conversions.commission.CommissionView;
import org.conversions.commission.CustomCommissions;
import org.conversions.commission.EntryKind;
import org.conversions.commission.EntryView;
import org.conversions.commission.PayoutPartList;
import org.conversions.commission.ReportedCommissions;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.payout.CommissionHistory;
import org.conversions.payout.PayoutView;
import org.conversions.payout.Payouts;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.PartnerId;
import org.conversions.report.Period;
import org.conversions.report.total.CustomerFigures;
import org.conversions.report.total.Totals;
import org.conversions.reward.PastTerms;
import org.conversions.reward.RewardView;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.PeriodQuery;
import org.conversions.web.api.customer.CustomerAnswers;
import org.conversions.web.api.partner.RewardsResource.RewardAnswer;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The commissions of the caller's program: what was earned, and what the operator says of it. */
@Path("commissions")
@RequestScoped
@KeyScope(Area.COMMISSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Commissions")
public class CommissionsResource {

    /**
     * A change of a commission: of its status, or of its amounts. Published clients send the currency with everything, where it
     * says nothing without an amount; amount and modifyAmount are their older names.
     *
     * @param earnings         what the partner earns by all of it, before anything is taken back
     * @param saleAmount       the amount of the sale; the earnings follow by the reward
     * @param modifySaleAmount what the amount of the sale changes by
     * @param reason           why, for the partner and the audit
     */
    public record CommissionChange(String status, Long earnings, Long saleAmount, Long modifySaleAmount, Long amount,
                                   Long modifyAmount, String currency, String reason) {

        private CommissionEdit edit() {
            return new CommissionEdit(earnings, saleAmount != null ? saleAmount : amount,
                    modifySaleAmount != null ? modifySaleAmount : modifyAmount, currency);
        }
    }

    /** The same for several. */
    public record CommissionsChange(@Required List<String> commissionIds, @Required String status, String reason) {
    }

    /**
     * The result of a change of one of several commissions.
     *
     * @param payment what its partner is to be paid for all of them together; left out when they were not paid
     */
    public record ChangedAnswer(@Required String id, @Required String status,
                                @JsonInclude(JsonInclude.Include.NON_NULL) PaymentAnswer payment) {
    }

    @Inject
    private CommissionList commissions;
    @Inject
    private Payouts payouts;
    @Inject
    private PayoutPartList parts;
    @Inject
    private CommissionHistory history;
    @Inject
    private PastTerms terms;
    @Inject
    private CustomCommissions custom;
    @Inject
    private ReportedCommissions reported;
    @Inject
    private CommissionChanges changes;
    @Inject
    private Partners partners;
    @Inject
    private Customers customers;
    @Inject
    private Totals totals;
    @Inject
    private Clock clock;
    @Inject
    private CustomerAnswers answers;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List commissions, the newest first")
    public List<CommissionAnswer> list(@BeanParam ListQuery list, @BeanParam PeriodQuery time,
                                       @QueryParam("interval") @DefaultValue("all") String interval,
                                       @QueryParam("type") String type, @QueryParam("status") String status,
                                       @QueryParam("customerId") String customerId,
                                       @QueryParam("partnerId") String partnerId,
                                       @QueryParam("tenantId") String tenantId,
                                       @QueryParam("invoiceId") String invoiceId,
                                       @QueryParam("payoutId") String payoutId,
                                       @QueryParam("groupId") String groupId,
                                       @QueryParam("partnerTagId") String partnerTagId,
                                       @QueryParam("query") String query) {
        if (ListQuery.given(query) != null) {
            throw RequestRefused.unprocessable("field_not_supported", "query: is not supported by this server yet");
        }
        String order = list.sortBy("createdAt");
        if (!order.equals("createdAt") && !order.equals("amount")) {
            throw RequestRefused.unprocessable("field_value_unknown", "sortBy: must be one of createdAt, amount");
        }
        Period period = time.period(interval, clock.instant());
        List<CommissionView> found = commissions.list(new CommissionFilter(caller.workspaceId(), list.mode(caller),
                ListQuery.given(type), ListQuery.given(status), ListQuery.given(customerId),
                ListQuery.given(partnerId), ListQuery.given(tenantId), ListQuery.given(invoiceId), ListQuery.given(payoutId), ListQuery.given(groupId), ListQuery.given(partnerTagId), period.from(),
                time.end()), order.equals("amount"), list.ascending(), list.page());
        return answers(found);
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Read a commission with everything that happened to it")
    public CommissionAnswer get(@PathParam("id") String id) {
        CommissionView found = commissions.byId(caller.workspaceId(), caller.mode(), id).orElseThrow(() -> unknown(id));
        List<EntryView> entries = history.of(caller.workspaceId(), id);
        PayoutView last = entries.stream().filter(entry -> entry.kind().equals(EntryKind.PAID.text())).map(EntryView::payoutId)
                .reduce((earlier, later) -> later).flatMap(payout -> payouts.byId(caller.workspaceId(), payout)).orElse(null);
        RewardView reward = found.termsId() == null ? null
                : terms.of(caller.workspaceId(), List.of(found.termsId())).get(found.termsId());
        return answers(List.of(found)).get(0).with(reward == null ? null : RewardAnswer.of(reward, found.currency()), entries, last);
    }

    @POST
    @Operation(summary = "Give a partner a commission: a custom one, or by a lead or a sale that no click shows",
            description = "A custom one is due at once, at its date; a negative amount takes something back, and makes the next payout"
                    + " that much less. A lead or a sale is recorded, and the partner earns by it as by any other.")
    @APIResponseSchema(value = CreatedAnswer.class, responseCode = "202")
    public Response create(CommissionRequest request) {
        return Response.accepted(request.create(caller, custom, reported)).build();
    }

    @PATCH
    @Path("{id}")
    @RepeatsSafely
    @Operation(summary = "Change the status of a commission (pending, hold, paid, refunded, canceled, fraud, duplicate) or its amounts",
            description = "What was paid, or is in a payout that is confirmed, cannot be changed any more. An amount that is changed"
                    + " stays so: of what is refunded of the sale later, the same share is taken back.")
    public CommissionAnswer change(@PathParam("id") String id, CommissionChange change) {
        if (commissions.byId(caller.workspaceId(), caller.mode(), id).isEmpty()) {
            throw unknown(id);
        }
        changes.change(caller.workspaceId(), caller.mode(), id, change.edit(), change.status(), change.reason());
        return get(id);
    }

    @PATCH
    @Path("bulk")
    @RepeatsSafely
    @Operation(summary = "Change the status of several commissions, all or none",
            description = "Those that are marked as paid say what each partner is to be paid: what is open of them, less"
                    + " what was taken back of commissions that were paid earlier.")
    public List<ChangedAnswer> changeSeveral(CommissionsChange change) {
        if (change.commissionIds() == null || change.commissionIds().contains(null)) {
            throw RequestRefused.unprocessable("field_malformed", "commissionIds: must be an array of ids");
        }
        List<ChangedCommission> changed = changes.change(caller.workspaceId(), caller.mode(), change.commissionIds(),
                required(change.status()), change.reason());
        Map<String, PayoutView> paid = payouts.byIds(caller.workspaceId(), changed.stream().map(ChangedCommission::payoutId)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        return changed.stream().map(one -> new ChangedAnswer(one.id(), one.status().text(),
                one.payoutId() == null ? null : PaymentAnswer.of(paid.get(one.payoutId())))).toList();
    }

    private List<CommissionAnswer> answers(List<CommissionView> found) {
        Map<PartnerId, PartnerView> earning = partners.byIds(caller.workspaceId(),
                found.stream().map(view -> view.subject().partnerId()).distinct().toList());
        Map<String, String> last = parts.lastPayouts(caller.workspaceId(), found.stream().map(CommissionView::id).toList());
        List<CustomerId> buyers = found.stream().map(view -> view.subject().customerId()).filter(Objects::nonNull).distinct().toList();
        Map<CustomerId, CustomerView> buying = customers.byIds(caller.workspaceId(), buyers);
        Map<CustomerId, CustomerFigures> figures = totals.customerFigures(caller.workspaceId(), buyers);
        boolean emails = caller.mayRead(Area.PARTNERS);
        return found.stream().map(view -> CommissionAnswer.of(view, last.get(view.id()),
                earning.get(view.subject().partnerId()), emails, view.subject().customerId() == null ? null
                        : answers.of(buying.get(view.subject().customerId()),
                                figures.getOrDefault(view.subject().customerId(), CustomerFigures.NONE)))).toList();
    }

    private static String required(String status) {
        if (status == null) {
            throw RequestRefused.unprocessable("field_missing", "status: is required");
        }
        return status;
    }

    private static RequestRefused unknown(String id) {
        return RequestRefused.notFound("commission_not_found", "There is no commission " + id + ".");
    }
}
