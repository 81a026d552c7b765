package org.conversions.partner;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.link.tag.Tags;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.TextColumn;

/**
 * The merchant's description of a group. Pure.
 *
 * @param slug              null for one that the name gives
 * @param color             one of {@link Tags#COLORS}; null for one that the name chooses
 * @param holdingPeriodDays how long after it was earned a commission is not due
 * @param autoApprove       whether who applies for the group is in it at once
 * @param maxPartnerLinks   how many links of the program a partner may have
 * @param moveRules         partners for whom all of these hold are moved into the group; none for by hand only
 */
public record GroupDraft(String name, String slug, String color, int holdingPeriodDays, boolean autoApprove, int maxPartnerLinks,
                         LinkDefaults linkDefaults, List<MoveRule> moveRules) {

    public GroupDraft {
        moveRules = List.copyOf(moveRules);
    }

    /** A group that partners come into by hand only. */
    public GroupDraft(String name, String slug, String color, int holdingPeriodDays, boolean autoApprove, int maxPartnerLinks,
                      LinkDefaults linkDefaults) {
        this(name, slug, color, holdingPeriodDays, autoApprove, maxPartnerLinks, linkDefaults, List.of());
    }

    /** Bounds the holding period, in days. */
    public static final int HOLDING_DAYS_MAX = 90;
    /** Bounds the links of a partner. */
    public static final int LINKS_MAX = 1_000;

    private static final int LINKS = 100;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern NO_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** A group that says nothing but its name. */
    public static GroupDraft named(String name) {
        return new GroupDraft(name, null, null, 0, false, LINKS, LinkDefaults.NONE).checked();
    }

    /** A group of which nothing is said yet. */
    public static final GroupDraft EMPTY = new GroupDraft(null, null, null, 0, false, LINKS, LinkDefaults.NONE);

    /** @return the same with slug and color @throws RequestRefused unprocessable, naming the field */
    GroupDraft checked() {
        if (name == null || name.isBlank() || name.length() > TextColumn.LENGTH_MAX) {
            throw RequestRefused.unprocessable("field_length_invalid",
                    "name: must have 1 to " + TextColumn.LENGTH_MAX + " characters");
        }
        if (holdingPeriodDays < 0 || holdingPeriodDays > HOLDING_DAYS_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "holdingPeriodDays: must be 0 to " + HOLDING_DAYS_MAX);
        }
        if (maxPartnerLinks < 1 || maxPartnerLinks > LINKS_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "maxPartnerLinks: must be 1 to " + LINKS_MAX);
        }
        String named = name.strip();
        return new GroupDraft(named, slug == null ? slugOf(named) : checkedSlug(), color == null ? colorOf(named) : checkedColor(),
                holdingPeriodDays, autoApprove, maxPartnerLinks, linkDefaults, moveRules);
    }

    private String checkedSlug() {
        if (slug.length() > TextColumn.LENGTH_MAX || !SLUG.matcher(slug).matches()) {
            throw RequestRefused.unprocessable("field_malformed",
                    "slug: must be small letters and digits with hyphens between, at most " + TextColumn.LENGTH_MAX);
        }
        return slug;
    }

    private String checkedColor() {
        if (!Tags.COLORS.contains(color)) {
            throw RequestRefused.unprocessable("field_value_unknown", "color: must be one of " + String.join(", ", Tags.COLORS));
        }
        return color;
    }

    private static String colorOf(String name) {
        return Tags.COLORS.get(Math.floorMod(name.hashCode(), Tags.COLORS.size()));
    }

    private static String slugOf(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
        String slug = NO_SLUG.matcher(plain).replaceAll("-").replaceAll("^-|-$", "");
        return slug.isEmpty() ? "group" : slug;
    }
}
