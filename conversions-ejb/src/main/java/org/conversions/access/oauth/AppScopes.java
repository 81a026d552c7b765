package org.conversions.access.oauth;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.conversions.access.Area;
import org.conversions.access.KeyHolder;

/** The scopes of apps: how they are written, which rights hold them, and what they mean to a person. */
public final class AppScopes {

    private static final String READ = ".read";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("links.read", "See the short links"),
            Map.entry("links.write", "Create, change and delete short links"),
            Map.entry("tags.read", "See the tags of links"),
            Map.entry("tags.write", "Create, change and delete tags of links"),
            Map.entry("folders.read", "See the folders of links"),
            Map.entry("folders.write", "Create, change and delete folders of links"),
            Map.entry("domains.read", "See the domains"),
            Map.entry("domains.write", "Add, change and delete domains"),
            Map.entry("customers.read", "See the customers, with their names and email addresses"),
            Map.entry("customers.write", "Create, change and delete customers"),
            Map.entry("conversions.read", "See leads and sales"),
            Map.entry("conversions.write", "Report leads and sales, and refund sales"),
            Map.entry("analytics.read", "See figures and events"),
            Map.entry("analytics.write", "Write notes on figures, save views of them, and share them by links"),
            Map.entry("partners.read", "See the partners, their links and rewards"),
            Map.entry("partners.write", "Enroll and change partners, their links and rewards"),
            Map.entry("commissions.read", "See the commissions"),
            Map.entry("commissions.write", "Change commissions, and report what was paid"),
            Map.entry("stripe.read", "See the connections to Stripe and what became of their events"),
            Map.entry("stripe.write", "Connect and disconnect Stripe, and process events again"),
            Map.entry("workspaces.read", "See the settings of the workspace"),
            Map.entry("workspaces.write", "Change the settings of the workspace"));

    private AppScopes() {
    }

    /** @param text scopes with spaces between them @return in alphabetical order */
    static Set<String> of(String text) {
        return new TreeSet<>(Stream.of(text.split(" ")).filter(scope -> !scope.isEmpty()).toList());
    }

    static String text(Set<String> scopes) {
        return String.join(" ", new TreeSet<>(scopes));
    }

    /** @return whether an app can have them all */
    static boolean areKnown(Set<String> scopes) {
        return Area.appScopes().containsAll(scopes);
    }

    /** @param held rights of a person or an app, in which who may write may read */
    static boolean covered(Set<String> wanted, Set<String> held) {
        return held.contains(KeyHolder.SCOPE_ALL) || wanted.stream().allMatch(scope -> held.contains(scope)
                || scope.endsWith(READ) && (held.contains(KeyHolder.SCOPE_READ)
                        || held.contains(scope.substring(0, scope.length() - READ.length()) + ".write")));
    }

    /** @return a sentence for the person who is asked, without its full stop */
    public static String explained(String scope) {
        return TEXTS.get(scope);
    }
}
