package org.conversions.exchange;

import org.conversions.money.Money;

public record Converted(Money amount, AppliedRate rate) {
}
