package org.conversions.click.redirect;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.conversions.click.visit.Uncounted;
import org.conversions.link.LinkRules;
import org.conversions.link.TestVariant;
import org.conversions.link.directory.LinkDomain;
import org.conversions.link.directory.LinkTarget;
import org.conversions.platform.secret.TokenHash;

/**
 * Decides the answer to a visitor. The first rule that holds wins: nothing there, or disabled; password; expired; a
 * program's preview; a frame; the address for the visitor's device; the one for the visitor's country; the link's own,
 * or in its place one of a test that is running.
 */
public final class RedirectPolicy {

    private static final int VARIANT_LENGTH = 12;
    private static final Pattern IOS = Pattern.compile("iphone|ipad|ipod");
    /** Windows phones called themselves Android too. */
    private static final Pattern ANDROID = Pattern.compile("^(?!.*windows phone).*android");

    private RedirectPolicy() {
    }

    /**
     * The visitor that comes.
     *
     * @param userAgent as the browser sent it, or null
     * @param why       the reason why the visit does not count, or null
     * @param country   two capital letters, or empty
     * @param unlocked  whether the visitor has shown to know the link's password
     * @param variant   which of a test's destinations the visitor has seen before, or null
     * @param chance    a random number, not negative, that chooses one otherwise
     */
    public record Visitor(String userAgent, Uncounted why, String country, boolean unlocked, String variant,
                        int chance) {
    }

    public static RedirectDecision decide(Visitor visitor, LinkTarget target, LinkDomain domain, Instant now) {
        LinkRules rules = target.rules();
        if (rules.disabled()) {
            return new RedirectDecision.NotFound(domain.notFoundUrl());
        }
        if (rules.password() != null && !visitor.unlocked()) {
            return new RedirectDecision.Locked();
        }
        if (rules.expired(now)) {
            return new RedirectDecision.Expired(rules.expiredUrl() != null ? rules.expiredUrl() : domain.expiredUrl());
        }
        if (rules.preview().proxy() && visitor.why() == Uncounted.BOT) {
            return new RedirectDecision.Preview(target.url());
        }
        // A visitor who is not counted takes no part in a test.
        boolean tested = visitor.why() == null && rules.experiment().runs(now);
        String own = tested ? variant(rules.experiment().variants(), visitor).url() : target.url();
        String variant = tested ? name(own) : null;
        if (rules.rewrite()) {
            return new RedirectDecision.Framed(own, variant);
        }
        String chosen = forVisitor(visitor, rules);
        return chosen == null ? new RedirectDecision.SentOn(own, variant) : new RedirectDecision.SentOn(chosen, null);
    }

    /** @return the address for the visitor's device or country, or null */
    private static String forVisitor(Visitor visitor, LinkRules rules) {
        if (rules.ios() == null && rules.android() == null) {
            return rules.geo().get(visitor.country());
        }
        String agent = visitor.userAgent() == null ? "" : visitor.userAgent().toLowerCase(Locale.ROOT);
        if (rules.ios() != null && IOS.matcher(agent).find()) {
            return rules.ios();
        }
        if (rules.android() != null && ANDROID.matcher(agent).find()) {
            return rules.android();
        }
        return rules.geo().get(visitor.country());
    }

    private static TestVariant variant(List<TestVariant> variants, Visitor visitor) {
        for (TestVariant variant : variants) {
            if (name(variant.url()).equals(visitor.variant())) {
                return variant;
            }
        }
        int all = variants.stream().mapToInt(TestVariant::percentage).sum();
        int left = all == 0 ? 0 : visitor.chance() % all;
        for (TestVariant variant : variants) {
            left -= variant.percentage();
            if (left < 0) {
                return variant;
            }
        }
        return variants.get(0);
    }

    /** @return the name of a destination in a cookie, which becomes another one when the destination changes */
    private static String name(String url) {
        return TokenHash.sha256(url).substring(0, VARIANT_LENGTH);
    }
}
