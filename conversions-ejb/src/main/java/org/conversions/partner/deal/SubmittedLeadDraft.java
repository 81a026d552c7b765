package org.conversions.partner.deal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.conversions.address.EmailAddress;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * A person whom a partner submits. Pure.
 *
 * @param company  null for none
 * @param formData answers to the program's questions, as {@code [{label, value}]}; null for none
 */
public record SubmittedLeadDraft(String name, String email, String company, JsonNode formData) {

    /** @return the same without blanks around it @throws RequestRefused unprocessable, naming the field */
    SubmittedLeadDraft checked() {
        if (!EmailAddress.isAddress(email == null ? null : email.strip())) {
            throw RequestRefused.unprocessable("field_malformed", "email: must be an email address");
        }
        return new SubmittedLeadDraft(text("name", name, true), email.strip(), text("company", company, false), formData);
    }

    private static String text(String field, String text, boolean required) {
        if (text == null || text.isBlank()) {
            if (required) {
                throw RequestRefused.unprocessable("field_missing", field + ": is required");
            }
            return null;
        }
        if (text.strip().length() > TextColumn.LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_too_long", field + ": must have at most " + TextColumn.LENGTH_MAX + " characters");
        }
        return text.strip();
    }

    /** @return the email as a person is recognised by it */
    String emailKey() {
        return email.toLowerCase(Locale.ROOT);
    }
}
