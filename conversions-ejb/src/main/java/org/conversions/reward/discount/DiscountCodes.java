package org.conversions.reward.discount;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.conversions.audit.AuditTrail;
import org.conversions.link.LinkView;
import org.conversions.link.Links;
import org.conversions.partner.PartnerBanned;
import org.conversions.partner.PartnerDeactivated;
import org.conversions.partner.PartnerView;
import org.conversions.partner.Partners;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.query.Conditions;
import org.conversions.platform.query.Cursor;
import org.conversions.workspace.Mode;

/** Keeps the codes of partners. They are made and ended at Stripe by a later room. */
@Stateless
public class DiscountCodes {

    private static final String DELETED = "deleted";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Partners partners;
    @Inject
    private Links links;
    @Inject
    private Discounts discounts;
    @Inject
    private AuditTrail trail;

    /**
     * Checks a code that is wanted, and chooses one where none is named.
     *
     * @param code     null for one that is made of the partner's name and the discount
     * @param excluded codes that are not free at Stripe
     * @throws RequestRefused not found for a partner or a link that are none; conflict for a partner who earns nothing, for a link that
     *         has a code, and for a code that somebody has; unprocessable for what is no code
     */
    public NewDiscountCode plan(WorkspaceId workspaceId, Mode mode, String code, String partnerId, String linkId, Set<String> excluded) {
        if (partnerId == null || linkId == null) {
            throw RequestRefused.unprocessable("field_missing", (partnerId == null ? "partnerId" : "linkId") + ": is required");
        }
        PartnerView partner = partners.byId(workspaceId, partnerId).orElseThrow(() ->
                RequestRefused.notFound("partner_not_found", "partnerId: there is no partner " + partnerId));
        if (!partner.status().earns()) {
            throw RequestRefused.conflict("partner_not_active",
                    "partnerId: partner " + partner.id() + " is " + partner.status().text() + ", and gets no codes");
        }
        LinkView link = links.find(workspaceId, linkId).filter(found -> partner.id().equals(found.partnerId()))
                .orElseThrow(() -> RequestRefused.notFound("link_not_found", "linkId: the partner has no link " + linkId));
        List<String> taken = live(workspaceId, mode, "d.linkId = :link", "link", link.id());
        if (!taken.isEmpty()) {
            throw RequestRefused.conflict("code_exists", "linkId: the link has the code " + taken.get(0) + " already");
        }
        Optional<DiscountView> discount = discounts.ofGroup(workspaceId, partner.groupId());
        List<String> wanted = code != null && !code.isBlank() ? List.of(CodeText.checked(code))
                : CodeText.candidates(partner.name(), discount.map(DiscountView::draft).orElse(null));
        String free = wanted.stream().filter(text -> !excluded.contains(text)).filter(text -> live(workspaceId, mode, "d.codeKey = :key", "key", CodeText.key(text)).isEmpty())
                .findFirst().orElseThrow(() -> RequestRefused.conflict("code_taken", "code: " + wanted.get(0)
                        + " is the code of another link"));
        return new NewDiscountCode(free, partner.programId(), partner.id(), link.id(), discount.map(DiscountView::id).orElse(null),
                discount.map(found -> found.couponOf(mode)).orElse(null), number(workspaceId, mode, link.id()));
    }

    /**
     * Stores a code.
     *
     * @param promotionCodeId the code at Stripe
     * @param madeHere        whether this server made it there
     * @throws RequestRefused conflict when another link has the code at Stripe
     */
    public DiscountCodeView keep(WorkspaceId workspaceId, Mode mode, NewDiscountCode planned, String promotionCodeId, boolean madeHere) {
        List<String> taken = live(workspaceId, mode, "d.promotionCodeId = :promotion", "promotion", promotionCodeId);
        if (!taken.isEmpty()) {
            throw RequestRefused.conflict("code_taken", "code: " + taken.get(0) + " is the code of another link");
        }
        DiscountCode code = new DiscountCode();
        code.id = Ids.next("dcode", clock);
        code.workspaceId = workspaceId;
        code.programId = planned.programId();
        code.mode = mode;
        code.partnerId = planned.partnerId().value();
        code.linkId = planned.linkId();
        code.discountId = planned.discountId();
        code.couponId = planned.couponId();
        code.code = planned.code();
        code.codeKey = CodeText.key(planned.code());
        code.promotionCodeId = promotionCodeId;
        code.madeHere = madeHere;
        code.active = true;
        code.live = true;
        code.createdAt = clock.instant();
        code.stateAt = code.createdAt;
        database.persist(code);
        database.flush();
        record(code, "made");
        return code.view();
    }

    /**
     * @param partnerId  null for all
     * @param discountId null for all
     * @return those that count, the newest first
     */
    public List<DiscountCodeView> list(WorkspaceId workspaceId, Mode mode, String partnerId, String discountId, Page page) {
        Cursor cursor = Cursor.of(page, false);
        Conditions conditions = new Conditions("d.workspaceId = :workspace", workspaceId).and("d.mode = :mode", "mode", mode)
                .and("d.live = true").and("d.partnerId = :partner", "partner", partnerId)
                .and("d.discountId = :discount", "discount", discountId)
                .and("d.id " + cursor.beyond() + " :cursor", "cursor", cursor.id());
        return cursor.inOrder(conditions.bind(database.createQuery("select d from DiscountCode d" + conditions.text() + " order by "
                        + cursor.order("d.workspaceId", "d.mode", "d.id"), DiscountCode.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultStream().map(DiscountCode::view).toList());
    }

    /** Ends a code: purchases from now on do not count for the partner by it. @throws RequestRefused not found */
    public DiscountCodeView end(WorkspaceId workspaceId, Mode mode, String idOrCode) {
        DiscountCode code = database.createQuery("select d from DiscountCode d where d.workspaceId = :workspace and d.mode = :mode"
                        + " and d.live = true and (d.id = :id or d.codeKey = :key)", DiscountCode.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("id", idOrCode)
                .setParameter("key", CodeText.key(idOrCode)).getResultStream().findFirst().orElseThrow(() ->
                        RequestRefused.notFound("discount_code_not_found", "There is no discount code " + idOrCode + "."));
        code.end(clock.instant());
        record(code, DELETED);
        return code.view();
    }

    /** Ends the codes of a partner who is thrown out. */
    public void end(@Observes PartnerBanned event) {
        end(event.workspaceId(), event.partnerId(), event.at());
    }

    /** Ends the codes of a partner who is let go. */
    public void end(@Observes PartnerDeactivated event) {
        end(event.workspaceId(), event.partnerId(), event.at());
    }

    private void end(WorkspaceId workspaceId, PartnerId partnerId, Instant at) {
        database.createQuery("select d from DiscountCode d where d.workspaceId = :workspace and d.partnerId = :partner and d.live = true",
                        DiscountCode.class)
                .setParameter("workspace", workspaceId).setParameter("partner", partnerId.value()).getResultList().forEach(code -> {
                    code.end(at);
                    record(code, DELETED);
                });
    }

    private List<String> live(WorkspaceId workspaceId, Mode mode, String condition, String name, Object value) {
        return database.createQuery("select d.code from DiscountCode d where d.workspaceId = :workspace and d.mode = :mode"
                        + " and d.live = true and " + condition, String.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter(name, value).getResultList();
    }

    private int number(WorkspaceId workspaceId, Mode mode, LinkId linkId) {
        return database.createQuery("select count(d.id) from DiscountCode d where d.workspaceId = :workspace and d.mode = :mode"
                        + " and d.linkId = :link", Long.class)
                .setParameter("workspace", workspaceId).setParameter("mode", mode).setParameter("link", linkId).getSingleResult()
                .intValue() + 1;
    }

    private void record(DiscountCode code, String change) {
        trail.record(code.workspaceId, "discount_code_changed", code.id, Map.of("change", change, "code", code.code, "partnerId",
                code.partnerId));
    }
}
