package org.conversions.sale.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProductPartTest {

    @Test
    void eachProductHasItsPartToTheCent() {
        assertThat(ProductPart.of(List.of(line("a", 1), line("b", 1), line("c", 1)), 1_000)).containsExactly(
                new ProductPart("a", 0, 334), new ProductPart("b", 334, 667), new ProductPart("c", 667, 1_000));
        assertThat(ProductPart.of(List.of(line("a", 100), line("b", 200), line("a", 100)), 1_001)).containsExactly(
                new ProductPart("a", 0, 501), new ProductPart("b", 501, 1_001));
    }

    @Test
    void whatIsOfNoProductHasAPartBesideOthersOnly() {
        assertThat(ProductPart.of(List.of(line("", 300), line("a", 100)), 400)).containsExactly(
                new ProductPart("", 0, 300), new ProductPart("a", 300, 400));
        assertThat(ProductPart.of(List.of(line("", 300)), 300)).isEmpty();
        assertThat(ProductPart.of(List.of(), 300)).isEmpty();
    }

    @Test
    void aCreditIsTakenOffTheOthers() {
        assertThat(ProductPart.of(List.of(line("old", -500), line("new", 2_000), line("free", 0)), 1_500))
                .containsExactly(new ProductPart("new", 0, 1_500));
        assertThat(ProductPart.of(List.of(line("a", -500)), 100)).isEmpty();
    }

    @Property
    void thePartsLieSideBySideAndFillTheWholeAndNoneIsFurtherOffThanACent(
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = -100, max = 1_000_000_000_000L) Long> amounts,
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long whole) {
        List<SaleLine> lines = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            lines.add(line("prod_" + i % 5, amounts.get(i)));
        }
        Map<String, Long> sums = lines.stream().collect(Collectors.groupingBy(SaleLine::productId,
                Collectors.summingLong(SaleLine::amount)));
        double sum = sums.values().stream().filter(amount -> amount > 0).mapToDouble(Long::doubleValue).sum();
        List<ProductPart> parts = ProductPart.of(lines, whole);

        long end = 0;
        for (ProductPart part : parts) {
            assertThat(part.from()).isEqualTo(end);
            assertThat(part.to()).isGreaterThan(part.from());
            double exact = sums.get(part.productId()) / sum * whole;
            assertThat((double) part.to() - part.from()).isBetween(exact - 1 - whole * 1e-9, exact + 1 + whole * 1e-9);
            end = part.to();
        }
        assertThat(end).isEqualTo(sum > 0 ? whole : 0);
    }

    private static SaleLine line(String productId, long amount) {
        return new SaleLine(productId, null, amount);
    }
}
