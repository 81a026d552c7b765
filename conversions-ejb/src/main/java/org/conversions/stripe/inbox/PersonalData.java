package org.conversions.stripe.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.conversions.platform.Json;

/**
 * Takes personal data out of an event as Stripe sent it: name, email, phone, address, and what a merchant has noted
 * beside. Ids, amounts and times stay, and with them all that the books rest on. Pure.
 */
public final class PersonalData {

    private static final Set<String> FIELDS = Set.of("name", "email", "phone", "address", "metadata", "shipping",
            "shipping_details", "shipping_address", "billing_details", "billing_address", "collected_information",
            "custom_fields", "customer_name", "customer_email", "customer_email_address", "customer_phone",
            "customer_address", "customer_shipping", "customer_signature", "customer_purchase_ip", "customer_tax_ids",
            "individual_name", "business_name", "account_holder_name", "owner_name", "owner_email", "payer_name",
            "payer_email", "verified_name", "verified_email", "verified_address", "receipt_email", "receipt_url",
            "hosted_invoice_url", "invoice_pdf", "ip_address", "ip", "client_ip", "customer_ip", "tax_ids", "first_name", "last_name",
            "dob", "cardholder_name", "client_secret", "description");

    /** Erased with the person, but shown as long as they are there: what Stripe and merchants need to find their way. */
    private static final Set<String> SHOWN = Set.of("metadata", "description", "country");
    private static final String MASK = "•••";
    /** An email within a text, as in what merchants note beside. */
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"',;:()]+@[^\\s@<>\"',;:()]+\\.\\p{Alpha}{2,}");

    private PersonalData() {
    }

    /** @return the event with null where it was */
    static byte[] erased(byte[] payload) {
        JsonNode event = Envelope.tree(payload);
        erase(event);
        return Json.write(event).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Masks what the books do not rest on.
     *
     * @return the event with a mask in the place of each name, email, phone, address and link; noted metadata stay, but not
     *         the emails in them
     */
    public static JsonNode masked(JsonNode event) {
        return masked(event, false);
    }

    private static JsonNode masked(JsonNode node, boolean personal) {
        if (node instanceof ObjectNode object) {
            ObjectNode masked = object.objectNode();
            object.properties().forEach(field -> masked.set(field.getKey(),
                    masked(field.getValue(), !SHOWN.contains(field.getKey()) && (personal || FIELDS.contains(field.getKey())))));
            return masked;
        } else if (node instanceof ArrayNode list) {
            ArrayNode masked = list.arrayNode();
            list.forEach(item -> masked.add(masked(item, personal)));
            return masked;
        }
        if (personal && !node.isNull() && !node.isBoolean()) {
            return TextNode.valueOf(MASK);
        }
        return node.isTextual() ? TextNode.valueOf(EMAIL.matcher(node.textValue()).replaceAll(MASK)) : node;
    }

    private static void erase(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> personal = new ArrayList<>();
            object.fieldNames().forEachRemaining(name -> {
                if (FIELDS.contains(name)) {
                    personal.add(name);
                }
            });
            personal.forEach(object::putNull);
        }
        node.forEach(PersonalData::erase);
    }
}
