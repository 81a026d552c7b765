package org.conversions.web.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Set;
import org.conversions.access.Area;
import org.conversions.link.domain.ShortDomain;
import org.conversions.platform.Word;
import org.conversions.report.stream.StreamEvent;
import org.conversions.web.openapi.Required;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The data of an event of the stream: a row of a list. What does not belong to its kind, or is not known, is left out.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StreamAnswer(
        @Required @Schema(enumeration = {"click", "lead", "sale", "refund", "commission", "churn"}) String kind,
        @Required @Schema(description = "Of the click, lead or sale, of the entry that moved the money of a sale or a commission,"
                + " or of the customer") String id,
        @Required @Schema(description = "Its own time, which may be before it was recorded") Instant at,
        @Schema(description = "Left out of a click, which is seen in every mode") String mode,
        Link link, Customer customer, Partner partner,
        @Schema(description = "Minor units: of a sale as sold; of a refund negative, unless the money came again; of a commission"
                + " what the partner earned, negative when it was taken back") Long amount,
        String currency, String eventName,
        @Schema(description = "Of a refund: refund, dispute or reversal. Of a commission: what it is for") String type,
        String saleId, String commissionId,
        @Schema(description = "Of the visitor, or else of the customer") String country,
        String city, String device, String browser, String referer, String trigger) {

    /** The link that brought it. */
    public record Link(@Required String id, @Required String domain, @Required String key, @Required String shortLink) {
    }

    /** The buyer, by id alone for whoever may not read customers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Customer(@Required String id, String name, String email, String externalId) {
    }

    /** The partner, by id alone for whoever may not read partners. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Partner(@Required String id, String name) {
    }

    /** @param readable the areas that the reader may read */
    static StreamAnswer of(StreamEvent event, ShortDomain domain, Set<Area> readable) {
        StreamEvent.Link link = event.link();
        StreamEvent.Customer buyer = event.customer();
        StreamEvent.Partner partner = event.partner();
        StreamEvent.Visit visit = event.visit();
        boolean known = readable.contains(Area.CUSTOMERS);
        return new StreamAnswer(event.kind().text(), event.id(), event.at(), text(event.mode()),
                link == null ? null : new Link(link.id(), link.domain(), link.key(), domain.shortLink(link.domain(), link.key())),
                buyer == null ? null : new Customer(buyer.id(), known ? buyer.name() : null, known ? buyer.email() : null,
                        known ? buyer.externalId() : null),
                partner == null ? null : new Partner(partner.id(), readable.contains(Area.PARTNERS) ? partner.name() : null),
                event.amount(), event.currency(), event.name(), event.type(), event.saleId(), event.commissionId(),
                visit != null && given(visit.country()) != null ? visit.country() : buyer == null ? null : given(buyer.country()),
                visit == null ? null : given(visit.city()), visit == null ? null : given(visit.device()),
                visit == null ? null : given(visit.browser()), visit == null ? null : given(visit.referer()),
                visit == null ? null : given(visit.trigger()));
    }

    private static String text(Word word) {
        return word == null ? null : word.text();
    }

    private static String given(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
