package org.conversions.exchange;

import org.conversions.money.Money;

/** An amount after its conversion. @param amount in the wanted currency. @param rate that it was converted at */
public record Converted(Money amount, AppliedRate rate) {
}
