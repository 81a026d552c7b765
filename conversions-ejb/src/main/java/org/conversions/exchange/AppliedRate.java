package org.conversions.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;

public record AppliedRate(BigDecimal rate, LocalDate asOf, String source) {
}
