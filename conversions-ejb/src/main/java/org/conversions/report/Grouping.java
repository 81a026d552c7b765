package org.conversions.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.click.ClickTrigger;
import org.conversions.click.visit.VisitDetails;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.Word;

/** The properties that figures are split by: the keys of a row, and their SQL. */
public enum Grouping implements Word {
    COUNT("count"),
    TIMESERIES("timeseries"),
    /** Closed to clients: what is on no known continent is in no row. */
    CONTINENTS("continents", Trait.Owner.CLICK, "c.continent <> ''", column("continent", "c.continent")),
    COUNTRIES("countries", Trait.Owner.CLICK, null, known("country", "c.country")),
    REGIONS("regions", Trait.Owner.CLICK, null, known("country", "c.country"), known("region", "c.region")),
    CITIES("cities", Trait.Owner.CLICK, null, known("country", "c.country"), known("region", "c.region"),
            known("city", "c.city")),
    DEVICES("devices", Trait.Owner.CLICK, null, known("device", "c.device")),
    BROWSERS("browsers", Trait.Owner.CLICK, null, known("browser", "c.browser")),
    OS("os", Trait.Owner.CLICK, null, known("os", "c.os")),
    /** Closed to clients, as the continents are. */
    TRIGGERS("triggers", Trait.Owner.CLICK, "c.cause in (" + Stream.of(ClickTrigger.values()).map(trigger -> "'" + trigger.text() + "'")
                    .collect(Collectors.joining(", ")) + ")",
            column("trigger", "c.cause")),
    REFERERS("referers", Trait.Owner.CLICK, null, orElse("referer", "c.referer", VisitDetails.DIRECT)),
    REFERER_URLS("referer_urls", Trait.Owner.CLICK, null, orElse("refererUrl", "c.referer_url", VisitDetails.DIRECT)),
    UTM_SOURCES("utm_sources", Trait.Owner.CLICK, "c.utm_source <> ''", column("utm_source", "c.utm_source")),
    UTM_MEDIUMS("utm_mediums", Trait.Owner.CLICK, "c.utm_medium <> ''", column("utm_medium", "c.utm_medium")),
    UTM_CAMPAIGNS("utm_campaigns", Trait.Owner.CLICK, "c.utm_campaign <> ''", column("utm_campaign", "c.utm_campaign")),
    UTM_TERMS("utm_terms", Trait.Owner.CLICK, "c.utm_term <> ''", column("utm_term", "c.utm_term")),
    UTM_CONTENTS("utm_contents", Trait.Owner.CLICK, "c.utm_content <> ''", column("utm_content", "c.utm_content")),
    /** Addresses, distinguished by their first two thousand characters. */
    TOP_URLS("top_urls", Trait.Owner.CLICK, "c.url is not null", column("url", "left(c.url, 2000)")),
    /** Addresses without query and fragment. */
    TOP_BASE_URLS("top_base_urls", Trait.Owner.CLICK, "c.url is not null", column("baseUrl",
            "left(c.url, least(coalesce(nullif(locate('?', c.url), 0) - 1, 2000),"
                    + " coalesce(nullif(locate('#', c.url), 0) - 1, 2000)))")),
    TOP_LINKS("top_links", Trait.Owner.FACT, "{link} is not null", column("link", "{link}")),
    TOP_DOMAINS("top_domains", Trait.Owner.LINK, null, column("domain", "l.domain")),
    TOP_FOLDERS("top_folders", Trait.Owner.LINK, "l.folder_id is not null", column("folderId", "l.folder_id")),
    TOP_PARTNERS("top_partners", Trait.Owner.LINK, "l.partner_id is not null", column("partnerId", "l.partner_id")),
    /** A link with several tags counts for each of them. */
    TOP_LINK_TAGS("top_link_tags", Trait.Owner.FACT, null, column("tagId", "g.tag_id")),
    /** A sale of several products counts for each of them, with the part of its amount that the product has. */
    PRODUCTS("products", Trait.Owner.SALE, null, orElse("productId", "p.product_id", ProductFigures.NOT_NAMED)),
    /** The groups that partners are in now. */
    TOP_GROUPS("top_groups", Trait.Owner.LINK, null, column("groupId", "n.group_id")),
    /** A partner with several tags counts for each of them. */
    TOP_PARTNER_TAGS("top_partner_tags", Trait.Owner.LINK, null, column("partnerTagId", "v.tag_id"));

    /** A key of a row and its SQL. */
    record Column(String key, String sql) {
    }

    private final String text;
    private final Trait.Owner owner;
    private final String condition;
    private final List<Column> columns;

    Grouping(String text) {
        this(text, Trait.Owner.FACT, null);
    }

    Grouping(String text, Trait.Owner owner, String condition, Column... columns) {
        this.text = text;
        this.owner = owner;
        this.condition = condition;
        this.columns = List.of(columns);
    }

    /** @throws RequestRefused unprocessable for another name */
    public static Grouping of(String text) {
        String name = text.equals("trigger") ? "triggers" : text;
        return Word.find(Grouping.class, name)
                .orElseThrow(() -> RequestRefused.unprocessable("field_value_unknown", "groupBy: must be one of "
                        + Stream.of(values()).map(grouping -> grouping.text).collect(Collectors.joining(", "))));
    }

    @Override
    public String text() {
        return text;
    }

    public List<String> keys() {
        return columns.stream().map(Column::key).toList();
    }

    Trait.Owner owner() {
        return owner;
    }

    /** @return the condition for a fact to be in a row at all, or null */
    String condition() {
        return condition;
    }

    List<String> sql() {
        return columns.stream().map(Column::sql).toList();
    }

    private static Column column(String key, String sql) {
        return new Column(key, sql);
    }

    private static Column known(String key, String sql) {
        return orElse(key, sql, Trait.UNKNOWN);
    }

    private static Column orElse(String key, String sql, String otherwise) {
        return new Column(key, "coalesce(nullif(" + sql + ", ''), '" + otherwise + "')");
    }
}
