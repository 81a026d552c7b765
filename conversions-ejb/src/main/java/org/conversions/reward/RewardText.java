package org.conversions.reward;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.conversions.money.Currencies;

/** Says in a sentence what a reward promises. Pure. */
public final class RewardText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private RewardText() {
    }

    /**
     * @param event    sale or lead
     * @param currency of flat amounts
     * @return for instance: 25 % of each sale for 12 months; 40 % if the customer's country is US or CA
     */
    public static String of(String event, RewardTerms terms, String currency) {
        List<String> parts = new ArrayList<>();
        RewardLimits limits = terms.limits();
        parts.add(amount(event, terms.amount(), currency) + duration(limits.maxDuration())
                + (limits.maxSales() == null ? "" : ", at most " + count(limits.maxSales(), "sale") + " of a customer"));
        for (Modifier modifier : terms.modifiers()) {
            parts.add(bare(modifier.amount(), currency) + (modifier.duration() == null ? "" : modifier.duration().months() == null
                    ? " for ever" : duration(modifier.duration().months())) + " if " + modifier.conditions().stream()
                    .map(RewardText::condition).collect(Collectors.joining(modifier.all() ? " and " : " or ")));
        }
        if (limits.spendLimit() != null) {
            parts.add("at most " + money(limits.spendLimit().amount(), currency) + switch (limits.spendLimit().interval()) {
                case ALL -> " in all";
                case DAY -> " a day";
                case WEEK -> " a week";
                case MONTH -> " a month";
            });
        }
        return String.join("; ", parts);
    }

    private static String amount(String event, RewardAmount amount, String currency) {
        return bare(amount, currency) + (amount.basisPoints() != null ? " of each " : " for each ") + event;
    }

    private static String bare(RewardAmount amount, String currency) {
        return amount.basisPoints() != null ? amount.percentage().toPlainString() + " %" : money(amount.flat(), currency);
    }

    private static String money(long minor, String currency) {
        return BigDecimal.valueOf(minor, Currencies.digits(currency)).toPlainString() + ' ' + currency.toUpperCase(Locale.ROOT);
    }

    private static String duration(Integer months) {
        return months == null ? "" : months == 0 ? ", for a customer's first one only" : " for " + count(months, "month");
    }

    private static String count(int count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }

    private static String condition(Condition condition) {
        String values = condition.label() != null && condition.values().size() == 1 ? condition.label()
                : condition.values().stream().map(value -> value(condition, value)).collect(Collectors.joining(" or "));
        return subject(condition.fact()) + ' ' + verb(condition) + ' ' + values;
    }

    private static String subject(Fact fact) {
        return switch (fact.attribute()) {
            case CUSTOMER_COUNTRY -> "the customer's country";
            case CUSTOMER_SOURCE -> "the customer's source";
            case CUSTOMER_SIGNUP_DATE -> "the customer signed up";
            case CUSTOMER_SUBSCRIPTION_DURATION -> "the customer's months since the first sale";
            case CUSTOMER_SUBSCRIPTION_START -> "the customer's first sale";
            case PARTNER_COUNTRY -> "the partner's country";
            case PARTNER_CLICKS -> "the partner's clicks";
            case PARTNER_LEADS -> "the partner's leads";
            case PARTNER_CONVERSIONS -> "the partner's conversions";
            case PARTNER_SALE_AMOUNT -> "the partner's sales so far";
            case PARTNER_COMMISSIONS -> "the partner's commissions so far";
            case SALE_PRODUCT -> "the product";
            case SALE_AMOUNT -> "the sale's amount";
            case SALE_TYPE -> "the sale";
            case SALE_METADATA -> "the sale's " + fact.metadataField();
            case LEAD_METADATA -> "the lead's " + fact.metadataField();
        };
    }

    private static String verb(Condition condition) {
        boolean date = condition.fact().attribute().kind() == Attribute.Kind.DATE;
        boolean plural = switch (condition.fact().attribute()) {
            case PARTNER_CLICKS, PARTNER_LEADS, PARTNER_CONVERSIONS, PARTNER_SALE_AMOUNT, PARTNER_COMMISSIONS,
                 CUSTOMER_SUBSCRIPTION_DURATION -> true;
            default -> false;
        };
        String is = plural ? "are" : condition.fact().attribute() == Attribute.CUSTOMER_SUBSCRIPTION_START ? "was" : "is";
        String when = condition.fact().attribute() == Attribute.CUSTOMER_SIGNUP_DATE ? "" : is + " ";
        return switch (condition.operator()) {
            case EQUALS_TO, IN -> is;
            case NOT_EQUALS, NOT_IN -> is + " not";
            case STARTS_WITH -> "starts with";
            case ENDS_WITH -> "ends with";
            case CONTAINS -> "contains";
            case NOT_CONTAINS -> "does not contain";
            case GREATER_THAN -> date ? when + "after" : is + " more than";
            case GREATER_THAN_OR_EQUAL -> date ? when + "on or after" : is + " at least";
            case LESS_THAN -> date ? when + "before" : is + " less than";
            case LESS_THAN_OR_EQUAL -> date ? when + "on or before" : is + " at most";
        };
    }

    private static String value(Condition condition, JsonNode value) {
        if (condition.fact().attribute().kind() == Attribute.Kind.DATE) {
            return DAY.format(Instant.ofEpochMilli(value.longValue()));
        }
        return value.isTextual() ? value.textValue() : value.decimalValue().toPlainString();
    }
}
