package org.conversions.report;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;
import org.conversions.platform.Word;

/** The properties that clicks, leads and sales can be chosen by. */
public enum Trait {
    LINK("linkId", Owner.FACT, 40),
    CUSTOMER("customerId", Owner.FACT, 40),
    TAG("tagIds", Owner.FACT, 40),
    /** The group that the partner is in now, and the tags that the partner has now. */
    GROUP("groupId", Owner.LINK, 40),
    PARTNER_TAG("partnerTagId", Owner.LINK, 40),

    /** Lets neither clicks nor leads through, and of a sale the parts of these products. */
    PRODUCT("productId", Owner.SALE, 255, ProductFigures.COLUMN, text -> text.equals(ProductFigures.NOT_NAMED) ? "" : text),

    DOMAIN("domain", Owner.LINK, TextColumn.LENGTH_MAX, "l.domain", Trait::lower),
    KEY("key", Owner.LINK, TextColumn.LENGTH_MAX, "l.link_key", same()),
    ROOT("root", Owner.LINK, TextColumn.LENGTH_MAX, "l.link_key", same()),
    EXTERNAL_ID("externalId", Owner.LINK, TextColumn.LENGTH_MAX + 4, "l.external_id",
            text -> text.startsWith("ext_") ? text.substring(4) : text),
    TENANT("tenantId", Owner.LINK, TextColumn.LENGTH_MAX, "l.tenant_id", same()),
    FOLDER("folderId", Owner.LINK, 40, "l.folder_id", same()),
    PROGRAM("programId", Owner.LINK, 40, "l.program_id", same()),
    PARTNER("partnerId", Owner.LINK, 40, "l.partner_id", same()),

    COUNTRY("country", Owner.CLICK, 40, "c.country", Trait::place),
    CITY("city", Owner.CLICK, 100, "lower(c.city)", Trait::word),
    /** ISO 3166-2: with its country (US-CA) or without (CA). */
    REGION("region", Owner.CLICK, 40, "c.region", Trait::place),
    CONTINENT("continent", Owner.CLICK, 40, "c.continent", Trait::place),
    DEVICE("device", Owner.CLICK, 60, "lower(c.device)", Trait::word),
    BROWSER("browser", Owner.CLICK, 60, "lower(c.browser)", Trait::word),
    OS("os", Owner.CLICK, 60, "lower(c.os)", Trait::word),
    TRIGGER("trigger", Owner.CLICK, 16, "c.cause", Trait::trigger),
    QR("qr", Owner.CLICK, 16, "c.cause", same()),
    REFERER("referer", Owner.CLICK, TextColumn.LENGTH_MAX, "lower(c.referer)", Trait::lower),
    REFERER_URL("refererUrl", Owner.CLICK, 2_000, "c.referer_url", Trait::refererUrl),
    URL("url", Owner.CLICK, 2_000, "left(c.url, 2000)", same()),
    UTM_SOURCE("utm_source", Owner.CLICK, TextColumn.LENGTH_MAX, "c.utm_source", same()),
    UTM_MEDIUM("utm_medium", Owner.CLICK, TextColumn.LENGTH_MAX, "c.utm_medium", same()),
    UTM_CAMPAIGN("utm_campaign", Owner.CLICK, TextColumn.LENGTH_MAX, "c.utm_campaign", same()),
    UTM_TERM("utm_term", Owner.CLICK, TextColumn.LENGTH_MAX, "c.utm_term", same()),
    UTM_CONTENT("utm_content", Owner.CLICK, TextColumn.LENGTH_MAX, "c.utm_content", same());

    /** The owner of a property: the link, the click that a lead or sale goes back to, the fact itself, or a sale. */
    enum Owner { LINK, CLICK, FACT, SALE }

    /** Stands for a place, device, browser or system that is not known; in the database it is empty. */
    public static final String UNKNOWN = "Unknown";
    private static final int REFERER_URL_STORED = 500;
    private static final Pattern COMMA = Pattern.compile(",");
    /** An address may have commas of its own. */
    private static final Pattern COMMA_BEFORE_ADDRESS = Pattern.compile(",(?=-?https?://)");

    private final String parameter;
    private final Owner owner;
    private final int lengthMax;
    private final String column;
    private final UnaryOperator<String> spelling;

    Trait(String parameter, Owner owner, int lengthMax) {
        this(parameter, owner, lengthMax, null, same());
    }

    Trait(String parameter, Owner owner, int lengthMax, String column, UnaryOperator<String> spelling) {
        this.parameter = parameter;
        this.owner = owner;
        this.lengthMax = lengthMax;
        this.column = column;
        this.spelling = spelling;
    }

    /**
     * @param texts of the caller; see {@link Choice}
     * @return null when nothing is given
     * @throws RequestRefused unprocessable for a text that cannot be
     */
    public Choice choice(List<String> texts) {
        return Choice.of(parameter, texts, this == URL || this == REFERER_URL ? COMMA_BEFORE_ADDRESS : COMMA, lengthMax,
                spelling);
    }

    /** @return its name in a question */
    public String parameter() {
        return parameter;
    }

    /** @return the name of the parameter that has the values that are wanted of it */
    String wanted() {
        return "wanted" + ordinal();
    }

    Owner owner() {
        return owner;
    }

    /** @return the property of a link or click, in SQL */
    String column() {
        return column;
    }

    private static UnaryOperator<String> same() {
        return UnaryOperator.identity();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String word(String text) {
        return text.equalsIgnoreCase(UNKNOWN) ? "" : lower(text);
    }

    private static String place(String text) {
        return text.equalsIgnoreCase(UNKNOWN) ? "" : text.toUpperCase(Locale.ROOT);
    }

    private static String refererUrl(String text) {
        return text.equals(VisitDetails.DIRECT) ? "" : TextColumn.cut(text, REFERER_URL_STORED);
    }

    private static String trigger(String text) {
        return Word.find(ClickTrigger.class, lower(text)).map(ClickTrigger::text).orElseThrow(() ->
                RequestRefused.unprocessable("field_value_unknown",
                        "trigger: must be one of " + Stream.of(ClickTrigger.values())
                        .map(ClickTrigger::text).collect(Collectors.joining(", "))));
    }
}
