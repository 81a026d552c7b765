package org.conversions.sale.product;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The part that a product has of a sale, as a piece of a whole: the pieces of all products lie side by side and fill it. Pure.
 *
 * @param from the beginning of the piece, 0 or more
 * @param to   its end, more than the beginning
 */
record ProductPart(String productId, long from, long to) {

    /**
     * Divides an amount among the products of its lines as their amounts are, to the cent by largest remainder. A product that
     * comes to nothing, or to a credit, has no part: what it takes off is taken off the others as theirs are.
     *
     * @param whole more than 0
     * @return none when no product is named
     */
    static List<ProductPart> of(Collection<SaleLine> lines, long whole) {
        Map<String, Long> sums = new LinkedHashMap<>();
        lines.forEach(line -> sums.merge(line.productId(), line.amount(), Long::sum));
        sums.values().removeIf(sum -> sum <= 0);
        if (sums.keySet().stream().allMatch(String::isEmpty)) {
            return List.of();
        }
        List<Long> amounts = divided(whole, List.copyOf(sums.values()));
        List<ProductPart> parts = new ArrayList<>();
        long from = 0;
        int number = 0;
        for (String productId : sums.keySet()) {
            long amount = amounts.get(number++);
            if (amount > 0) {
                parts.add(new ProductPart(productId, from, from + amount));
                from += amount;
            }
        }
        return parts;
    }

    private static List<Long> divided(long whole, List<Long> weights) {
        BigInteger sum = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger[]> quotients = weights.stream()
                .map(weight -> BigInteger.valueOf(whole).multiply(BigInteger.valueOf(weight)).divideAndRemainder(sum)).toList();
        long left = whole - quotients.stream().mapToLong(quotient -> quotient[0].longValueExact()).sum();
        List<Integer> first = IntStream.range(0, weights.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> quotients.get(i)[1]).reversed()).limit(left).toList();
        return IntStream.range(0, weights.size())
                .mapToObj(i -> quotients.get(i)[0].longValueExact() + (first.contains(i) ? 1 : 0)).toList();
    }
}
