package org.conversions.reward;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.conversions.platform.Word;

/** The comparison of a condition, in the words of the API. */
public enum Operator implements Word {

    EQUALS_TO, NOT_EQUALS, IN, NOT_IN, STARTS_WITH, ENDS_WITH, CONTAINS, NOT_CONTAINS,
    GREATER_THAN, GREATER_THAN_OR_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL;

    private static final Set<Operator> ORDERED = EnumSet.of(GREATER_THAN, GREATER_THAN_OR_EQUAL, LESS_THAN, LESS_THAN_OR_EQUAL);
    private static final Set<Operator> WHOLE = EnumSet.of(EQUALS_TO, NOT_EQUALS, IN, NOT_IN);

    /** @return those that make sense for values of a kind */
    static Set<Operator> of(Attribute.Kind kind) {
        return switch (kind) {
            case TEXT -> EnumSet.range(EQUALS_TO, ENDS_WITH);
            case WORD -> WHOLE;
            case NUMBER -> union(WHOLE, ORDERED);
            case DATE -> ORDERED;
            case METADATA -> union(EnumSet.of(EQUALS_TO, NOT_EQUALS, STARTS_WITH, ENDS_WITH, CONTAINS, NOT_CONTAINS), ORDERED);
        };
    }

    private static Set<Operator> union(Set<Operator> some, Set<Operator> more) {
        Set<Operator> all = EnumSet.copyOf(some);
        all.addAll(more);
        return all;
    }

    boolean takesList() {
        return this == IN || this == NOT_IN;
    }

    /** @return true when it compares with whole values of the attribute, not with parts of them */
    boolean comparesWhole() {
        return WHOLE.contains(this);
    }

    /** @return true when it asks which of two is the greater */
    boolean isOrdered() {
        return ORDERED.contains(this);
    }

    /** @return true when it holds where the comparison does not */
    boolean isNegated() {
        return this == NOT_EQUALS || this == NOT_IN || this == NOT_CONTAINS;
    }

    boolean holds(String fact, String value) {
        return switch (this) {
            case STARTS_WITH -> fact.startsWith(value);
            case ENDS_WITH -> fact.endsWith(value);
            case CONTAINS, NOT_CONTAINS -> fact.contains(value);
            default -> fact.equals(value);
        };
    }

    /** @param order of the fact and the value: negative, 0 or positive */
    boolean holds(int order) {
        return switch (this) {
            case GREATER_THAN -> order > 0;
            case GREATER_THAN_OR_EQUAL -> order >= 0;
            case LESS_THAN -> order < 0;
            case LESS_THAN_OR_EQUAL -> order <= 0;
            default -> order == 0;
        };
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
