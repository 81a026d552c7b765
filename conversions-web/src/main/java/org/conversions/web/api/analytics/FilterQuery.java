package org.conversions.web.api.analytics;

import static org.conversions.web.api.ListQuery.given;

import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conversions.address.LinkKey;
import org.conversions.address.UrlQuery;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.report.Choice;
import org.conversions.report.FiguresFilter;
import org.conversions.report.MetadataQuery;
import org.conversions.report.SaleType;
import org.conversions.report.Trait;
import org.conversions.web.security.Caller;
import org.conversions.workspace.Mode;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The clicks, leads and sales that figures and the feed are about. Most filters take a value, a list of values with
 * commas or by repeating the parameter, and either after a {@code -}, which excludes them.
 */
public class FilterQuery {

    @QueryParam("mode")
    private String mode;
    @QueryParam("linkId")
    private List<String> linkId;
    @QueryParam("domain")
    private List<String> domain;
    @QueryParam("key")
    private List<String> key;
    @QueryParam("externalId")
    @Parameter(description = "The link's id in the caller's database, with or without ext_.")
    private List<String> externalId;
    @QueryParam("tenantId")
    private List<String> tenantId;
    @QueryParam("programId")
    private List<String> programId;
    @QueryParam("partnerId")
    private List<String> partnerId;
    @QueryParam("partnerTagId")
    @Parameter(description = "Partners have no tags here: one that is asked for finds nothing.")
    private List<String> partnerTagId;
    @QueryParam("groupId")
    @Parameter(description = "Partners are in no groups here: one that is asked for finds nothing.")
    private List<String> groupId;
    @QueryParam("folderId")
    private List<String> folderId;
    @QueryParam("tagId")
    private List<String> tagId;
    @QueryParam("tagIds")
    @Parameter(description = "Links with one of these tags, or with none of them after a -.")
    private List<String> tagIds;
    @QueryParam("customerId")
    @Parameter(description = "Leads and sales of these customers, and the clicks that brought them.")
    private List<String> customerId;
    @QueryParam("root")
    @Parameter(description = "true: only the link at the root of a domain. false: only the others.")
    private Boolean root;
    @QueryParam("country")
    @Parameter(description = "ISO 3166-1, such as DE; Unknown for clicks from nowhere.")
    private List<String> country;
    @QueryParam("city")
    private List<String> city;
    @QueryParam("region")
    @Parameter(description = "ISO 3166-2, with its country (US-CA) or without (CA).")
    private List<String> region;
    @QueryParam("continent")
    @Parameter(description = "AF, AN, AS, EU, NA, OC or SA.")
    private List<String> continent;
    @QueryParam("device")
    private List<String> device;
    @QueryParam("browser")
    private List<String> browser;
    @QueryParam("os")
    private List<String> os;
    @QueryParam("trigger")
    @Parameter(description = "link, qr, pageview or deeplink.")
    private List<String> trigger;
    @QueryParam("qr")
    @Parameter(description = "true: only what came by a QR code. false: only the rest.")
    private Boolean qr;
    @QueryParam("referer")
    @Parameter(description = "The host of the page before; (direct) for none.")
    private List<String> referer;
    @QueryParam("refererUrl")
    @Parameter(description = "The address of the page before; (direct) for none.")
    private List<String> refererUrl;
    @QueryParam("url")
    @Parameter(description = "Where visitors were sent.")
    private List<String> url;
    @QueryParam("utm_source")
    private List<String> utmSource;
    @QueryParam("utm_medium")
    private List<String> utmMedium;
    @QueryParam("utm_campaign")
    private List<String> utmCampaign;
    @QueryParam("utm_term")
    private List<String> utmTerm;
    @QueryParam("utm_content")
    private List<String> utmContent;
    @QueryParam("productId")
    @Parameter(description = "Stripe's ids of products; (not named) for what is of none. Of a sale of several products the parts"
            + " of these count. Neither clicks nor leads are of a product.")
    private List<String> productId;
    @QueryParam("saleType")
    @Parameter(description = "new: purchases of their own, first payments of subscriptions, and of the sales that the API told"
            + " the first of each buyer and link. recurring: later ones."
            + " Neither clicks nor leads are of a type.")
    private String saleType;
    @QueryParam("query")
    @Parameter(description = "Metadata of leads and sales, such as metadata['cart']['items']>2 and metadata['plan']:'pro';"
            + " with : > < >= <= !=, and, or, parentheses. Clicks have none.")
    private String query;

    /** Reads the filters in the query of an address; what is no filter is left out. */
    public static FilterQuery of(String search) {
        Map<String, List<String>> given = UrlQuery.parametersOf(search.startsWith("?") ? search.substring(1) : search).stream()
                .collect(Collectors.groupingBy(UrlQuery::name, Collectors.mapping(UrlQuery::value, Collectors.toList())));
        FilterQuery filters = new FilterQuery();
        for (Field field : FilterQuery.class.getDeclaredFields()) {
            QueryParam parameter = field.getAnnotation(QueryParam.class);
            if (parameter != null) {
                filters.set(field, parameter.value(), given.getOrDefault(parameter.value(), List.of()));
            }
        }
        return filters;
    }

    /** @return the mode that is asked for @see Caller#mode(String) */
    public Mode mode(Caller caller) {
        return caller.mode(mode);
    }

    /** @throws RequestRefused unprocessable for a filter that cannot be */
    FiguresFilter filter(Caller caller) {
        return filter(caller.workspaceId(), mode(caller));
    }

    /** @param figures the mode, whichever is asked for @throws RequestRefused unprocessable for a filter that cannot be */
    public FiguresFilter filter(WorkspaceId workspaceId, Mode figures) {
        Map<Trait, Choice> choices = new EnumMap<>(Trait.class);
        Map<Trait, List<String>> texts = new EnumMap<>(Trait.class);
        texts.put(Trait.LINK, linkId);
        texts.put(Trait.CUSTOMER, customerId);
        texts.put(Trait.TAG, Stream.concat(tagId.stream(), tagIds.stream()).toList());
        texts.put(Trait.GROUP, groupId);
        texts.put(Trait.PARTNER_TAG, partnerTagId);
        texts.put(Trait.DOMAIN, domain);
        texts.put(Trait.KEY, key);
        texts.put(Trait.EXTERNAL_ID, externalId);
        texts.put(Trait.TENANT, tenantId);
        texts.put(Trait.FOLDER, folderId);
        texts.put(Trait.PROGRAM, programId);
        texts.put(Trait.PARTNER, partnerId);
        texts.put(Trait.PRODUCT, productId);
        texts.put(Trait.COUNTRY, country);
        texts.put(Trait.CITY, city);
        texts.put(Trait.REGION, region);
        texts.put(Trait.CONTINENT, continent);
        texts.put(Trait.DEVICE, device);
        texts.put(Trait.BROWSER, browser);
        texts.put(Trait.OS, os);
        texts.put(Trait.TRIGGER, trigger);
        texts.put(Trait.REFERER, referer);
        texts.put(Trait.REFERER_URL, refererUrl);
        texts.put(Trait.URL, url);
        texts.put(Trait.UTM_SOURCE, utmSource);
        texts.put(Trait.UTM_MEDIUM, utmMedium);
        texts.put(Trait.UTM_CAMPAIGN, utmCampaign);
        texts.put(Trait.UTM_TERM, utmTerm);
        texts.put(Trait.UTM_CONTENT, utmContent);
        texts.forEach((trait, given) -> put(choices, trait, trait.choice(given)));
        put(choices, Trait.ROOT, root == null ? null : Choice.of(LinkKey.ROOT, root));
        put(choices, Trait.QR, qr == null ? null : Choice.of("qr", qr));
        return new FiguresFilter(workspaceId, figures, choices,
                given(saleType) == null ? null : SaleType.of(saleType),
                given(query) == null ? null : MetadataQuery.of(query), false);
    }

    private void set(Field field, String name, List<String> values) {
        String first = values.isEmpty() || values.get(0).isEmpty() ? null : values.get(0);
        try {
            if (field.getType() == Boolean.class) {
                if (first != null && !Set.of("true", "false").contains(first)) {
                    throw RequestRefused.unprocessable("field_malformed", name + ": must be true or false");
                }
                field.set(this, first == null ? null : Boolean.valueOf(first));
            } else {
                field.set(this, field.getType() == String.class ? first : values);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(Map<Trait, Choice> choices, Trait trait, Choice choice) {
        if (choice != null) {
            choices.put(trait, choice);
        }
    }
}
