package org.conversions.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommissionBasesTest {

    private final CommissionBases bases = CommissionBases.NET
            .change(CommissionBase.NET_WITHOUT_SHIPPING, Instant.parse("2026-02-01T10:00:00.700Z"))
            .change(CommissionBase.NET_WITHOUT_FEES, Instant.parse("2026-03-01T10:00:00Z"));

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z, NET", "2026-02-01T09:59:59Z, NET", "2026-02-01T10:00:00Z, NET_WITHOUT_SHIPPING",
        "2026-02-28T00:00:00Z, NET_WITHOUT_SHIPPING", "2026-03-01T10:00:00Z, NET_WITHOUT_FEES", "2027-01-01T00:00:00Z, NET_WITHOUT_FEES"})
    void theBaseOfTheMomentCounts(Instant at, CommissionBase base) {
        assertThat(bases.at(at)).isEqualTo(base);
        assertThat(CommissionBases.parse(bases.today(), bases.text()).at(at)).isEqualTo(base);
    }

    @Test
    void theSameBaseIsNoChange() {
        assertThat(CommissionBases.NET.change(CommissionBase.NET, Instant.EPOCH)).isEqualTo(CommissionBases.NET);
        assertThat(CommissionBases.NET.text()).isNull();
        assertThat(CommissionBases.parse(CommissionBase.NET, null)).isEqualTo(CommissionBases.NET);
    }
}
