package org.conversions.link;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.conversions.address.Destination;
import org.conversions.address.LinkKey;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/** The rules for links. It gives a draft back as it is stored: addresses encoded, tags and domain found. */
final class LinkCheck {

    static final int EXTERNAL_ID_MAX = TextColumn.LENGTH_MAX;
    static final int COMMENTS_MAX = 10_000;
    /** All that a click may need is kept in memory, so one link must not take the place of thousands. */
    static final int ADDRESSES_MAX = 64 * 1024;
    static final int PASSWORD_MIN = 4;
    static final int PASSWORD_MAX = 128;
    static final int TITLE_MAX = 1_000;
    static final int DESCRIPTION_MAX = 2_000;
    static final int VARIANTS_MIN = 2;
    static final int VARIANTS_MAX = 4;
    static final int PERCENTAGE_MIN = 10;
    static final int PERCENTAGE_MAX = 90;

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern LONELY_SURROGATE =
            Pattern.compile("[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private final References known;
    private final Instant now;

    /** @param known what the drafts to come may refer to */
    LinkCheck(References known, Instant now) {
        this.known = known;
        this.now = now;
    }

    /**
     * @param before the link as it is, or an empty draft for a new one: what stays is not judged again
     * @return the draft as it is stored; its key is null when it has to be a random one
     * @throws RequestRefused unprocessable, with the rule that is broken
     */
    LinkDraft checked(LinkDraft draft, LinkDraft before) {
        LinkRules rules = rules(draft.rules(), draft.trackConversion());
        if (rules.password() != null && rules.password().length() < PASSWORD_MIN
                && !rules.password().equals(before.rules().password())) {
            throw refused("field_too_short", "password", "must be at least " + PASSWORD_MIN + " characters");
        }
        String domain = draft.domain() != null && draft.domain().equals(before.domain())
                ? draft.domain() : known.domain(draft.domain());
        if (draft.folderId() != null && !draft.folderId().equals(before.folderId())) {
            known.refuseUnknownFolder(draft.folderId());
        }
        String key = draft.key() == null || draft.key().equals(before.key())
                ? draft.key() : LinkKey.chosen(draft.key());
        if (!domain.equals(before.domain()) || !Objects.equals(key, before.key())) {
            known.refuseFrontPage(domain, key);
        }
        LinkDraft result = new LinkDraft(Destination.check("url", draft.url(), known.sharedDomain()), domain, key,
                draft.prefix(), draft.keyLength(), name("externalId", draft.externalId()),
                name("tenantId", draft.tenantId()), text("comments", draft.comments(), COMMENTS_MAX),
                draft.trackConversion(), draft.archived(), draft.folderId(),
                draft.tags().equals(before.tags()) ? draft.tags() : known.tags(draft.tags()), rules);
        if (result.addressesLength() > ADDRESSES_MAX && !result.addresses().equals(before.addresses())) {
            throw refused("field_too_long", "url, expiredUrl, ios, android, geo, testVariants",
                    "must not be longer than " + ADDRESSES_MAX + " characters together");
        }
        result.addresses().stream().filter(address -> !before.addresses().contains(address))
                .forEach(known::refuseLoop);
        return result;
    }

    private LinkRules rules(LinkRules rules, boolean trackConversion) {
        return new LinkRules(rules.expiresAt(), address("expiredUrl", rules.expiredUrl()), rules.disabledAt(),
                text("password", rules.password(), PASSWORD_MAX), preview(rules.preview()), rules.rewrite(), rules.doIndex(),
                rules.publicStats(), address("ios", rules.ios()), address("android", rules.android()), geo(rules.geo()),
                experiment(rules.experiment(), trackConversion));
    }

    private static LinkPreview preview(LinkPreview preview) {
        return new LinkPreview(text("title", preview.title(), TITLE_MAX),
                text("description", preview.description(), DESCRIPTION_MAX), picture("image", preview.image()),
                picture("video", preview.video()), preview.proxy());
    }

    private LinkExperiment experiment(LinkExperiment experiment, boolean trackConversion) {
        List<TestVariant> variants = variants(experiment.variants(), trackConversion);
        Instant startedAt = variants.isEmpty() || experiment.startedAt() != null ? experiment.startedAt() : now;
        if (!variants.isEmpty() && experiment.completedAt() == null) {
            throw refused("field_missing", "testCompletedAt", "is required: a test must have an end");
        }
        if (startedAt != null && experiment.completedAt() != null && !experiment.completedAt().isAfter(startedAt)) {
            throw refused("field_out_of_range", "testCompletedAt", "must be after testStartedAt");
        }
        return new LinkExperiment(variants, startedAt, experiment.completedAt());
    }

    private Map<String, String> geo(Map<String, String> geo) {
        Map<String, String> countries = new TreeMap<>();
        geo.forEach((country, url) -> {
            if (!COUNTRIES.contains(country)) {
                throw refused("field_value_unknown", "geo", "must name countries by the two capital letters of ISO 3166");
            }
            countries.put(country, Destination.check("geo." + country, url, known.sharedDomain()));
        });
        return countries;
    }

    private List<TestVariant> variants(List<TestVariant> variants, boolean trackConversion) {
        if (variants.isEmpty()) {
            return variants;
        }
        if (variants.size() < VARIANTS_MIN || variants.size() > VARIANTS_MAX) {
            throw refused("field_count_invalid", "testVariants", "must be " + VARIANTS_MIN + " to " + VARIANTS_MAX);
        }
        if (!trackConversion) {
            throw refused("fields_conflicting", "testVariants", "a test needs trackConversion: true");
        }
        return variants.stream().map(variant -> {
            if (variant.percentage() < PERCENTAGE_MIN || variant.percentage() > PERCENTAGE_MAX) {
                throw refused("field_out_of_range", "testVariants.percentage",
                        "must be from " + PERCENTAGE_MIN + " to " + PERCENTAGE_MAX);
            }
            return new TestVariant(Destination.check("testVariants.url", variant.url(), known.sharedDomain()),
                    variant.percentage());
        }).toList();
    }

    private String address(String field, String url) {
        return url == null || url.isEmpty() ? null : Destination.check(field, url, known.sharedDomain());
    }

    private static String picture(String field, String url) {
        return url == null || url.isEmpty() ? null : Destination.check(field, url);
    }

    private static String name(String field, String text) {
        if (text != null && text.isEmpty()) {
            throw refused("field_length_invalid", field, "must be 1 to " + EXTERNAL_ID_MAX + " characters");
        }
        return text(field, text, EXTERNAL_ID_MAX);
    }

    /** @return null for an empty text: it asks for nothing */
    private static String text(String field, String text, int lengthMax) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > lengthMax) {
            throw refused("field_too_long", field, "must be at most " + lengthMax + " characters");
        }
        if (LONELY_SURROGATE.matcher(text).find()) {
            throw refused("field_malformed", field, "must not contain half a character");
        }
        return text;
    }

    private static RequestRefused refused(String reason, String field, String rule) {
        return RequestRefused.unprocessable(reason, field + ": " + rule);
    }
}
