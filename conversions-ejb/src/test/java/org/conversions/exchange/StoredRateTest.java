package org.conversions.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.conversions.platform.Word;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredRateTest {

    @ParameterizedTest
    @CsvSource({
        "ws_1, 2026-07-01, workspace, '', 2026-07-29, url",
        "ws_1, 2026-07-02, workspace, ws_1, 2026-07-01, workspace",
        "'', 2026-07-29, bundled, '', 2026-07-28, file",
        "'', 2026-07-29, file, '', 2026-07-29, url",
        "'', 2026-07-29, url, '', 2026-07-29, bundled",
    })
    void theFirstHoldsBeforeTheSecond(String owner, LocalDate asOf, String source, String otherOwner, LocalDate otherAsOf,
            String otherSource) {
        StoredRate first = new StoredRate(owner, "cad", asOf, Word.stored(RateSource.class, source), Quote.DOLLAR);
        StoredRate second = new StoredRate(otherOwner, "cad", otherAsOf, Word.stored(RateSource.class, otherSource), Quote.DOLLAR);
        assertThat(StoredRate.PRECEDENCE.compare(first, second)).isPositive();
        assertThat(StoredRate.PRECEDENCE.compare(second, first)).isNegative();
    }
}
