package org.conversions.web.api.discount;

import static org.conversions.web.api.ListQuery.given;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.conversions.access.Area;
import org.conversions.reward.discount.DiscountCodeView;
import org.conversions.reward.discount.DiscountCodes;
import org.conversions.stripe.promotion.PromotionCodes;
import org.conversions.web.api.Deleted;
import org.conversions.web.api.ListQuery;
import org.conversions.web.api.write.RepeatsSafely;
import org.conversions.web.openapi.Required;
import org.conversions.web.security.Caller;
import org.conversions.web.security.KeyScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The codes of partners: a purchase with one, and without a click, is the partner's. */
@Path("discount-codes")
@RequestScoped
@KeyScope(Area.PARTNERS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Discount codes")
public class DiscountCodesResource {

    /**
     * A code of a partner's.
     *
     * @param code            by default made of the partner's name and the discount: ANNA20OFF
     * @param linkId          the link of the partner that purchases with the code go back to; a link has one code
     * @param promotionCodeId a promotion code that there is at Stripe; left out, one is made there by the coupon of the partner's group
     * @param mode            live, test or sandbox; that of the key by default
     */
    public record DiscountCodeRequest(String code, @Required String partnerId, @Required String linkId, String promotionCodeId,
                                      String mode) {
    }

    /**
     * A code as the API shows it.
     *
     * @param discountId      of the discount of the partner's group, by which it was made; null for none
     * @param promotionCodeId the code at Stripe
     * @param active          whether buyers can use it, as far as Stripe has said
     * @param disabledAt      when it was ended here; null while it counts
     */
    public record DiscountCodeAnswer(
            @Required String id, @Required String code, @Required String partnerId, @Required String linkId, String discountId,
            @Required String promotionCodeId, boolean active, @Required String mode, @Required Instant createdAt, Instant disabledAt) {

        static DiscountCodeAnswer of(DiscountCodeView code) {
            return new DiscountCodeAnswer(code.id(), code.code(), code.partnerId().value(), code.linkId().value(), code.discountId(),
                    code.promotionCodeId(), code.active(), code.mode().text(), code.createdAt(), code.disabledAt());
        }
    }

    @Inject
    private DiscountCodes codes;
    @Inject
    private PromotionCodes promotions;
    @Inject
    private Caller caller;

    @GET
    @Operation(summary = "List the codes that count, the newest first")
    public List<DiscountCodeAnswer> list(@BeanParam ListQuery list, @QueryParam("partnerId") String partnerId,
                                         @QueryParam("discountId") String discountId) {
        return codes.list(caller.workspaceId(), list.mode(caller), given(partnerId), given(discountId), list.page()).stream()
                .map(DiscountCodeAnswer::of).toList();
    }

    @POST
    @RepeatsSafely
    @Operation(summary = "Give a link of a partner's a code",
            description = "Made at Stripe, it is for those who buy for the first time. Purchases that were paid before stay as they are.")
    @APIResponseSchema(value = DiscountCodeAnswer.class, responseCode = "201")
    public Response create(DiscountCodeRequest request) {
        DiscountCodeView made = promotions.make(caller.workspaceId(), caller.mode(request.mode()), new PromotionCodes.Wanted(
                request.code(), request.partnerId(), request.linkId(), given(request.promotionCodeId())));
        return Response.status(Response.Status.CREATED).entity(DiscountCodeAnswer.of(made)).build();
    }

    @DELETE
    @Path("{idOrCode}")
    @Operation(summary = "End a code, named by its id or its text",
            description = "What was bought with it stays the partner's, and so does what is renewed. One that was made here is ended at"
                    + " Stripe, too.")
    public Deleted delete(@PathParam("idOrCode") String idOrCode, @QueryParam("mode") String mode) {
        return new Deleted(codes.end(caller.workspaceId(), caller.mode(given(mode)), idOrCode).id());
    }
}
