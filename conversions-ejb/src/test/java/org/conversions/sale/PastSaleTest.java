package org.conversions.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PastSaleTest {

    private static final Instant PAID = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant BACK = Instant.parse("2026-01-10T00:00:00Z");
    private static final Instant AGAIN = Instant.parse("2026-01-20T00:00:00Z");

    private static PastSale sale(PastSale.Change... changes) {
        return new PastSale(new SaleId("sale_1"), new LinkId("link_1"), PAID, List.of(changes));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-09T23:59:59Z, true", "2026-01-10T00:00:00Z, false", "2026-01-19T23:59:59Z, false", "2026-01-20T00:00:00Z, true"})
    void aSaleThatIsAllBackFreesItsPlaceFromThatMomentOn(Instant at, boolean counts) {
        assertThat(sale(new PastSale.Change(PAID, 1_000), new PastSale.Change(BACK, -1_000), new PastSale.Change(AGAIN, 1_000))
                .countsAt(at)).isEqualTo(counts);
    }

    @Test
    void aPartThatIsBackFreesNothing() {
        assertThat(sale(new PastSale.Change(PAID, 1_000), new PastSale.Change(BACK, -999)).countsAt(AGAIN)).isTrue();
        assertThat(sale().countsAt(AGAIN)).isTrue();
    }

    @Test
    void atTheSameMomentTheIdsDecide() {
        assertThat(sale().isBefore(new SaleId("sale_0"), PAID)).isFalse();
        assertThat(sale().isBefore(new SaleId("sale_2"), PAID)).isTrue();
        assertThat(sale().isBefore(new SaleId("sale_1"), PAID)).isFalse();
        assertThat(sale().isBefore(new SaleId("sale_0"), PAID.plusSeconds(1))).isTrue();
    }
}
