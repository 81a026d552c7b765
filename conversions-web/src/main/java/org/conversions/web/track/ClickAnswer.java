package org.conversions.web.track;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import org.conversions.partner.PartnerView;

/**
 * The answer to a click.
 *
 * @param partner  whose link it is; left out when it is nobody's
 * @param discount what the partner's customers are promised; null for nothing
 */
public record ClickAnswer(
        @NotNull String clickId, @JsonInclude(JsonInclude.Include.NON_NULL) Partner partner, Object discount) {

    /** The partner as visitors may see one. */
    public record Partner(String id, String name, String image, String groupId, String tenantId) {
    }

    static ClickAnswer of(String clickId, PartnerView partner) {
        return new ClickAnswer(clickId, partner == null ? null
                : new Partner(partner.id(), partner.name(), partner.image(), null, partner.tenantId()), null);
    }
}
