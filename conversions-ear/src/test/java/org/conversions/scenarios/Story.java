package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.conversions.server.Api;

/** One buyer's story: a partner's link to a payment link, the buyer who comes by it, and what is left of all that. */
final class Story extends StripeBuyer {

    final String linkId;
    final String partnerId;
    private final Merchant merchant;
    private final String path;

    Story(Merchant merchant, Vocabulary words) {
        super(words);
        this.merchant = merchant;
        partnerId = Merchant.created(merchant.api().post("/api/partners",
                Api.object("email", "pat." + name + "@partners.example", "name", "Pat"))).path("id").asText();
        JsonNode link = Merchant.created(merchant.api().post("/api/partners/links", Api.object("partnerId", partnerId,
                "url", "https://buy.stripe.com/" + name + "?" + words.marker + "=1")));
        linkId = link.path("id").asText();
        path = "/" + link.path("key").asText();
    }

    /** The buyer opens the link. @return the {@code client_reference_id} that the payment link gets */
    String reference() {
        return reference(merchant);
    }

    private String reference(Merchant node) {
        String location = node.open(path).toString();
        assertThat(location).contains("client_reference_id=" + words.prefix).doesNotContain(words.marker);
        return location.substring(location.indexOf("client_reference_id=") + "client_reference_id=".length());
    }

    /** The buyer opens the link. @return the click id */
    String click() {
        return idOf(reference());
    }

    /** The buyer opens the link at this node. @return the click id */
    String click(Merchant node) {
        return idOf(reference(node));
    }

    /** The click id in a {@code client_reference_id}. */
    String idOf(String reference) {
        return reference.substring(words.prefix.length());
    }

    /** Reports, as the merchant's server, that the buyer signed up. */
    void lead(String clickId) {
        lead(clickId, externalId);
    }

    void lead(String clickId, String customerExternalId) {
        Merchant.ok(merchant.api().post("/api/track/lead", Api.object("clickId", clickId, "eventName", "Sign up",
                "customerExternalId", customerExternalId)));
    }

    /** The same, and the buyer's email. */
    void leadWithEmail(String clickId, String told) {
        Merchant.ok(merchant.api().post("/api/track/lead", Api.object("clickId", clickId, "eventName", "Sign up",
                "customerExternalId", externalId, "customerEmail", told)));
    }

    /** The figures of the story's link, which the statistics must agree with. */
    Figures figures() {
        return figures("live");
    }

    Figures figures(String mode) {
        return figures(merchant, mode);
    }

    /** The same, as this node tells them. */
    Figures figures(Merchant node, String mode) {
        Figures figures = Figures.of(node.read("/api/links/" + linkId + "?mode=" + mode));
        Figures counted = Figures.of(node.read("/api/analytics?event=composite&interval=all&linkId=" + linkId
                + "&mode=" + mode));
        assertThat(counted.buyers(figures.buyers())).as("statistics of the link").isEqualTo(figures);
        return figures;
    }

    /** The buyer, under the merchant's id. */
    JsonNode buyer() {
        return merchant.read("/api/customers/ext_" + externalId);
    }

    /** Returns the buyer while the merchant's id is not known. */
    JsonNode buyerAtStripe() {
        return merchant.read("/api/customers/ext_" + customer);
    }

    /** Everybody who came by the story's link, in a mode. */
    List<JsonNode> buyers(String mode) {
        return list(merchant.read("/api/customers?linkId=" + linkId + "&mode=" + mode));
    }

    /** Returns the commissions of the story's partner, the newest first. */
    List<JsonNode> commissions() {
        return commissions("live");
    }

    List<JsonNode> commissions(String mode) {
        return list(merchant.read("/api/commissions?partnerId=" + partnerId + "&mode=" + mode));
    }

    /** Returns the earnings that the story's partner was left. */
    List<Long> earnings() {
        return commissions().stream().map(commission -> commission.path("earnings").asLong()).toList();
    }

    /** The sales of the link in the feed, the newest first. */
    List<JsonNode> sales() {
        return list(merchant.read("/api/events?event=sales&interval=all&linkId=" + linkId));
    }

    /** An invoice's sale as recorded. */
    JsonNode saleOfInvoice(int number) {
        return merchant.read("/api/sales/in_" + name + "_" + number);
    }

    /** The sale of the one-time payment as recorded. */
    JsonNode sale() {
        return merchant.read("/api/sales/cs_" + name);
    }

    /** The leads of the link in the feed, the newest first. */
    List<JsonNode> leads() {
        return list(merchant.read("/api/events?event=leads&interval=all&linkId=" + linkId));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
