package org.conversions.reward;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a condition may look at, in the words of the API. */
public enum Attribute {

    CUSTOMER_COUNTRY("customer", "country", Kind.TEXT, Reward.CLICK, Reward.LEAD, Reward.SALE),
    CUSTOMER_SOURCE("customer", "source", Kind.WORD, Reward.LEAD, Reward.SALE),
    /** When the buyer became known, in milliseconds since 1970. */
    CUSTOMER_SIGNUP_DATE("customer", "signupDate", Kind.DATE, Reward.SALE),
    /** Full months since the buyer's first sale by this partner: 0 for that one. */
    CUSTOMER_SUBSCRIPTION_DURATION("customer", "subscriptionDurationMonths", Kind.NUMBER, Reward.SALE),
    /** When the first sale was paid; nothing for that one itself. */
    CUSTOMER_SUBSCRIPTION_START("customer", "subscriptionStartDate", Kind.DATE, Reward.SALE),
    PARTNER_COUNTRY("partner", "country", Kind.TEXT, Reward.LEAD, Reward.SALE),
    PARTNER_CLICKS("partner", "totalClicks", Kind.NUMBER, Reward.LEAD, Reward.SALE),
    PARTNER_LEADS("partner", "totalLeads", Kind.NUMBER, Reward.LEAD, Reward.SALE),
    PARTNER_CONVERSIONS("partner", "totalConversions", Kind.NUMBER, Reward.LEAD, Reward.SALE),
    PARTNER_SALE_AMOUNT("partner", "totalSaleAmount", Kind.NUMBER, Reward.LEAD, Reward.SALE),
    PARTNER_COMMISSIONS("partner", "totalCommissions", Kind.NUMBER, Reward.LEAD, Reward.SALE),
    SALE_PRODUCT("sale", "productId", Kind.TEXT, Reward.SALE),
    SALE_AMOUNT("sale", "amount", Kind.NUMBER, Reward.SALE),
    /** Several words: new or recurring, and beside it expansion or one-time. */
    SALE_TYPE("sale", "type", Kind.WORD, Reward.SALE),
    SALE_METADATA("sale", "metadata", Kind.METADATA, Reward.SALE),
    LEAD_METADATA("lead", "metadata", Kind.METADATA, Reward.LEAD);

    /** How the value of an attribute is compared. */
    enum Kind {
        TEXT, WORD, NUMBER, DATE, METADATA
    }

    private final String entity;
    private final String attribute;
    private final Kind kind;
    private final Set<String> events;

    Attribute(String entity, String attribute, Kind kind, String... events) {
        this.entity = entity;
        this.attribute = attribute;
        this.kind = kind;
        this.events = Set.of(events);
    }

    static Optional<Attribute> find(String entity, String attribute) {
        return Stream.of(values()).filter(value -> value.entity.equals(entity) && value.attribute.equals(attribute)).findFirst();
    }

    /** @return the attributes that rewards for an event know, as {@code entity.attribute} */
    static String namesOf(String event) {
        return Stream.of(values()).filter(value -> value.isOf(event)).map(Attribute::text).collect(Collectors.joining(", "));
    }

    String entity() {
        return entity;
    }

    String attribute() {
        return attribute;
    }

    Kind kind() {
        return kind;
    }

    boolean isOf(String event) {
        return events.contains(event);
    }

    /** @return the words that it may be; empty for any text */
    Set<String> words() {
        return switch (this) {
            case CUSTOMER_SOURCE -> Set.of("submitted", "tracked", "trial");
            case SALE_TYPE -> Set.of("new", "recurring", "expansion", "one-time");
            default -> Set.of();
        };
    }

    /** @return true for what is of the partner or the buyer, and stays as it was when it was looked at first */
    public boolean isKept() {
        return switch (this) {
            case CUSTOMER_COUNTRY, CUSTOMER_SOURCE, CUSTOMER_SIGNUP_DATE, PARTNER_COUNTRY -> true;
            default -> isTotal();
        };
    }

    /** @return true for what is counted of the partner */
    public boolean isTotal() {
        return entity.equals("partner") && kind == Kind.NUMBER;
    }

    /** @return true for what follows from what the buyer bought before */
    boolean isOfHistory() {
        return this == CUSTOMER_SUBSCRIPTION_DURATION || this == CUSTOMER_SUBSCRIPTION_START || this == SALE_TYPE;
    }

    String text() {
        return entity + '.' + attribute;
    }

    @Override
    public String toString() {
        return text().toLowerCase(Locale.ROOT);
    }
}
