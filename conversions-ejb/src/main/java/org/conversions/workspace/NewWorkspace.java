package org.conversions.workspace;

import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.platform.RequestRefused;

/**
 * The draft of a workspace.
 *
 * @param slug     its name in addresses: small letters, digits and hyphens; null for one made of the name
 * @param currency as Stripe writes it; null for usd
 * @param plan     null for the one that new workspaces have on this server
 */
public record NewWorkspace(String name, String slug, String currency, Plan plan) {

    private static final int SLUG_MAX = 48;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9](?:[a-z0-9-]*[a-z0-9])?");

    /** @throws RequestRefused unprocessable_entity, naming the first field that cannot be */
    public NewWorkspace {
        WorkspaceView.checkName("name", name);
        if (slug == null) {
            slug = slugOf(name);
        } else if (slug.length() > SLUG_MAX || !SLUG.matcher(slug).matches()) {
            throw RequestRefused.unprocessable("field_malformed", "slug: must have 1 to " + SLUG_MAX
                    + " small letters, digits and hyphens, with no hyphen at either end");
        }
        currency = WorkspaceView.currency(currency == null ? WorkspaceView.CURRENCY : currency);
    }

    public NewWorkspace(String name, String slug, String currency) {
        this(name, slug, currency, null);
    }

    private static String slugOf(String name) {
        String words = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String slug = words.substring(0, Math.min(words.length(), SLUG_MAX)).replaceAll("^-|-$", "");
        return slug.isEmpty() ? "workspace" : slug;
    }
}
