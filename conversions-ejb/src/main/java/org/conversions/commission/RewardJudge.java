package org.conversions.commission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.conversions.customer.CustomerView;
import org.conversions.customer.Customers;
import org.conversions.customer.NamedBy;
import org.conversions.lead.LeadView;
import org.conversions.lead.Leads;
import org.conversions.partner.CommissionBase;
import org.conversions.platform.Json;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.PartnerId;
import org.conversions.reward.Attribute;
import org.conversions.reward.Credit;
import org.conversions.reward.Fact;
import org.conversions.reward.PartnerFacts;
import org.conversions.reward.RewardContext;
import org.conversions.reward.RewardFacts;
import org.conversions.reward.RewardTerms;
import org.conversions.reward.RewardTermsInForce;
import org.conversions.reward.RewardsInForce;
import org.conversions.reward.Slot;
import org.conversions.sale.BuyersSales;
import org.conversions.sale.PastSale;
import org.conversions.sale.SaleView;
import org.conversions.sale.Sales;
import org.conversions.sale.draft.SaleKind;

/**
 * Applies the terms of a reward to a sale or a lead, with what these terms look at, and nothing else. What was known of the buyer
 * and the partner when a commission was made stays with it, and decides again when more becomes known of the sale.
 */
@Dependent
class RewardJudge {

    private static final String EARLIER = "sale.earlier";
    private static final String FIRST_AT = "sale.firstPaidAt";
    private static final String TRACKED = "tracked";
    private static final String SUBMITTED = "submitted";

    @Inject
    private Customers customers;
    @Inject
    private PartnerFacts partners;
    @Inject
    private Sales sales;
    @Inject
    private BuyersSales bought;
    @Inject
    private Leads leads;
    @Inject
    private RewardsInForce rewards;
    @Inject
    private SpentRewards spent;

    /**
     * @param sale in the currency of the commission
     * @param made the commission that was made by it before, or null
     */
    Judged judge(SaleView sale, Credit credit, Commission made) {
        RewardTerms terms = credit.terms();
        EarningBase base = EarningBase.of(terms.sharesTheSale() ? credit.base() : CommissionBase.NET, sale);
        Set<Fact> looked = terms.facts();
        if (looked.isEmpty() && !terms.looksAtHistory() && terms.limits().spendLimit() == null) {
            return new Judged(terms.earnings(base.amount()), base.keptWith(RewardFacts.NONE));
        }
        Optional<RewardFacts> kept = kept(credit, made);
        RewardFacts inputs = base.keptWith(RewardFacts.NONE);
        Slot slot = Slot.first(sale.paidAt());
        if (terms.looksAtHistory()) {
            slot = slot(sale, credit.partnerId(), terms.limits().maxSales());
            inputs = inputs.with(EARLIER, number(slot.earlier())).with(FIRST_AT, slot.firstAt() == null ? null : number(slot.firstAt().toEpochMilli()));
        }
        for (Fact fact : looked) {
            inputs = kept.isPresent() && fact.attribute().isKept() ? inputs.with(fact, kept.get().of(fact))
                    : with(inputs, fact, sale, credit, slot);
        }
        List<RewardContext.ProductAmount> products = terms.looksAtProducts() ? sales.products(sale, base.amount()).stream()
                .map(product -> new RewardContext.ProductAmount(product.productId(), product.amount())).toList() : List.of();
        if (!products.isEmpty()) {
            inputs = inputs.with(new Fact(Attribute.SALE_PRODUCT, null), products.stream()
                    .map(RewardContext.ProductAmount::productId).filter(Objects::nonNull).toList());
        }
        RewardFacts facts = products.isEmpty() ? inputs : inputs.without(new Fact(Attribute.SALE_PRODUCT, null));
        long earned = terms.earnings(new RewardContext(base.amount(), 1, slot, products, facts));
        return limited(earned, inputs, kept, () -> spent.room(terms.limits().spendLimit(), sale.workspaceId(), sale.mode(), credit,
                Commission.SALE, sale.amount().currency(), LimitedEarning.turn(sale)), terms);
    }

    /** @param made the commission that was made by it before, or null @param currency of the commission */
    Judged judge(LeadView lead, Credit credit, Commission made, Supplier<String> currency) {
        RewardTerms terms = credit.terms();
        Optional<RewardFacts> kept = kept(credit, made != null && lead.id().equals(made.leadId) ? made : null);
        RewardFacts inputs = RewardFacts.NONE;
        for (Fact fact : terms.facts()) {
            inputs = kept.isPresent() && fact.attribute().isKept() ? inputs.with(fact, kept.get().of(fact))
                    : with(inputs, fact, lead, credit);
        }
        long earned = terms.earnings(RewardContext.ofMany(lead.quantity(), inputs));
        return limited(earned, inputs, kept, () -> spent.room(terms.limits().spendLimit(), lead.workspaceId(), lead.mode(), credit,
                Commission.LEAD, currency.get(), new Turn(lead.occurredAt(), lead.customerId().value(), null)), terms);
    }

    /** @return what the commission was made with, if it was made by the same terms */
    private static Optional<RewardFacts> kept(Credit credit, Commission made) {
        return Optional.ofNullable(made).filter(commission -> credit.terms().id().equals(commission.rewardTerms))
                .map(commission -> RewardFacts.parse(commission.rewardInputs));
    }

    private static Judged limited(long earned, RewardFacts inputs, Optional<RewardFacts> kept, LongSupplier ask,
                                  RewardTerms terms) {
        if (terms.limits().spendLimit() == null) {
            return new Judged(earned, inputs);
        }
        long room = kept.map(facts -> facts.values().get(Judged.ROOM)).map(JsonNode::longValue).orElseGet(ask::getAsLong);
        return new Judged(earned, inputs).within(room);
    }

    /** @return the place of a sale among those of its buyer by the links of the partner */
    private Slot slot(SaleView sale, PartnerId partnerId, Integer maxSales) {
        BuyersSales.Bought known = bought.of(sale.workspaceId(), sale.customerId());
        List<PastSale> earlier = earlier(known.sales(), sale, partnerId);
        if (!known.complete() && earlier.size() < (maxSales == null ? 1 : maxSales)) {
            earlier = earlier(bought.all(sale.workspaceId(), sale.customerId()), sale, partnerId);
        }
        return earlier.isEmpty() ? Slot.first(sale.paidAt()) : new Slot(earlier.size(), earlier.get(0).paidAt(), sale.paidAt());
    }

    private List<PastSale> earlier(List<PastSale> ofBuyer, SaleView sale, PartnerId partnerId) {
        List<PastSale> before = ofBuyer.stream().filter(other -> other.isBefore(sale.id(), sale.paidAt())).toList();
        Set<LinkId> links = before.stream().map(PastSale::linkId).collect(Collectors.toSet());
        RewardTermsInForce terms = rewards.forSales(sale.workspaceId(), links);
        return before.stream().filter(other -> partnerId.equals(terms.ownerOf(other.linkId())) && other.countsAt(sale.paidAt())).toList();
    }

    private RewardFacts with(RewardFacts facts, Fact fact, SaleView sale, Credit credit, Slot slot) {
        return switch (fact.attribute()) {
            case CUSTOMER_SOURCE -> facts.with(fact, isSubmitted(sale) ? SUBMITTED : TRACKED);
            case CUSTOMER_COUNTRY -> facts.with(fact, customer(sale).map(CustomerView::country).orElse(null));
            case CUSTOMER_SIGNUP_DATE -> facts.with(fact, customer(sale).map(CustomerView::createdAt).orElse(null));
            case CUSTOMER_SUBSCRIPTION_DURATION -> facts.with(fact, slot.months());
            case CUSTOMER_SUBSCRIPTION_START -> facts.with(fact, slot.firstAt());
            case SALE_AMOUNT -> facts.with(fact, sale.amount().minor());
            case SALE_TYPE -> facts.with(fact, types(sale, slot));
            case SALE_METADATA -> facts.with(fact, field(sales.metadata(sale.workspaceId(), sale.id()), fact));
            case SALE_PRODUCT, LEAD_METADATA -> facts;
            default -> partners.with(facts, fact, sale.workspaceId(), credit.partnerId(), sale.mode());
        };
    }

    private RewardFacts with(RewardFacts facts, Fact fact, LeadView lead, Credit credit) {
        return switch (fact.attribute()) {
            case CUSTOMER_SOURCE -> facts.with(fact, lead.source().customerSource());
            case CUSTOMER_COUNTRY -> facts.with(fact, customers.get(lead.customerId()).country());
            case LEAD_METADATA -> facts.with(fact, field(leads.metadata(lead.workspaceId(), lead.id()), fact));
            default -> partners.with(facts, fact, lead.workspaceId(), credit.partnerId(), lead.mode());
        };
    }

    /** @return whether the sale goes back to a deal that its partner registered */
    private boolean isSubmitted(SaleView sale) {
        return customers.clicksOf(sale.customerId()).stream().anyMatch(click -> click.clickId().equals(sale.clickId())
                && click.namedBy() == NamedBy.SUBMITTED);
    }

    private Optional<CustomerView> customer(SaleView sale) {
        return Optional.of(customers.get(sale.customerId()));
    }

    private static List<String> types(SaleView sale, Slot slot) {
        List<String> types = new ArrayList<>(List.of(slot.earlier() == 0 ? "new" : "recurring"));
        if (sale.kind() == SaleKind.EXPANSION || sale.kind() == SaleKind.ONE_TIME) {
            types.add(sale.kind().text());
        }
        return types;
    }

    private static JsonNode field(String metadata, Fact fact) {
        return metadata == null ? null : Json.read(metadata).get(fact.metadataField());
    }

    private static JsonNode number(long value) {
        return JsonNodeFactory.instance.numberNode(value);
    }
}
