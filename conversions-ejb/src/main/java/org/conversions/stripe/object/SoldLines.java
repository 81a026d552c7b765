package org.conversions.stripe.object;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conversions.sale.product.SaleLine;

/**
 * Reads what an invoice or a checkout session was paid for, before and after basil. Stripe sends the first lines of an invoice
 * only; the rest is a line of no product. A session has lines only where somebody has asked Stripe for them. Lines that cannot
 * be read are none: what a sale is of decides nothing about it.
 */
public final class SoldLines {

    /** How Stripe describes a line of a subscription: "2 × Gold (at $10.00 / month)". */
    private static final Pattern OF_SUBSCRIPTION = Pattern.compile("[\\d.,]+ × (.+?)(?: \\(at .+\\))?");
    private static final List<String> PRODUCTS = List.of("pricing.price_details.product", "price.product", "plan.product",
            "pricing.price_details.price.product");

    private SoldLines() {
    }

    public static List<SaleLine> of(StripeObject object) {
        try {
            return "invoice".equals(object.text("object")) ? ofInvoice(object)
                    : object.elements("line_items").stream().map(line -> line(line, ofSession(line))).toList();
        } catch (MalformedObject e) {
            return List.of();
        }
    }

    private static List<SaleLine> ofInvoice(StripeObject invoice) {
        List<SaleLine> lines = new ArrayList<>();
        long listed = 0;
        for (StripeObject line : invoice.elements("lines")) {
            lines.add(line(line, ofInvoiceLine(line)));
            listed += line.signedAmount("amount").orElse(0L);
        }
        if (invoice.json().path("lines").path("has_more").asBoolean()) {
            lines.add(new SaleLine("", null, invoice.signedAmount("subtotal").orElse(listed) - listed));
        }
        return lines;
    }

    private static SaleLine line(StripeObject line, long amount) {
        String productId = PRODUCTS.stream().map(line::id).filter(id -> id != null).findFirst().orElse("");
        return new SaleLine(productId, productId.isEmpty() ? null : name(line), amount);
    }

    /** @return what counts of a line: without discounts, and without the tax that is in its amount */
    private static long ofInvoiceLine(StripeObject line) {
        long discounts = sum(line.elements("discount_amounts"), "amount");
        return line.signedAmount("amount_excluding_tax").orElseGet(() -> line.signedAmount("amount").orElse(0L)
                - sum(line.elements("tax_amounts").stream().filter(tax -> tax.json().path("inclusive").asBoolean()).toList(), "amount")
                - sum(line.elements("taxes").stream().filter(tax -> "inclusive".equals(tax.text("tax_behavior"))).toList(), "amount"))
                - discounts;
    }

    private static long ofSession(StripeObject line) {
        return line.signedAmount("amount_total").orElse(0L) - line.signedAmount("amount_tax").orElse(0L);
    }

    private static long sum(List<StripeObject> parts, String path) {
        return parts.stream().mapToLong(part -> part.signedAmount(path).orElse(0L)).sum();
    }

    /** @return the product's own name, else the one in the description of the line; null for a part of a period, described as such */
    private static String name(StripeObject line) {
        String own = PRODUCTS.stream().map(product -> line.at(product).isObject() ? line.text(product + ".name") : null)
                .filter(name -> name != null).findFirst().orElse(null);
        boolean prorated = Stream.of("", "parent.subscription_item_details.", "parent.invoice_item_details.")
                .anyMatch(place -> line.at(place + "proration").asBoolean());
        String description = line.text("description");
        if (own != null || prorated || description == null) {
            return own;
        }
        Matcher ofSubscription = OF_SUBSCRIPTION.matcher(description);
        return ofSubscription.matches() ? ofSubscription.group(1) : description;
    }
}
