package org.conversions.sample;

import java.util.Arrays;
import java.util.List;
import org.conversions.address.Utm;
import org.conversions.click.ClickTrigger;

/** A link of the shop: where it stands, how often it is clicked, and how many of those who come sign up. */
enum SampleLink {

    NEWSLETTER("news", "newsletter", "email", "autumn-roast", null, 26, 20, false, "mail.google.com", null, null),
    INSTAGRAM("insta", "instagram", "social", "bio", null, 22, 8, false, "instagram.com", "l.instagram.com", null),
    SEARCH("search", "google", "cpc", "coffee", "coffee subscription", 18, 9, false, "google.com", "google.com", "bing.com"),
    PACKAGE("box", "packaging", "qr", "inside-the-box", null, 8, 16, false, null, null, null),
    BLOG("brewblog", "brewblog", "affiliate", "gear-guide", null, 14, 15, true, "brewblog.example", "brewblog.example", null),
    VIDEO("pourover", "youtube", "affiliate", "pour-over", null, 12, 12, true, "youtube.com", "youtube.com", null);

    private static final String SHOP = "https://sample-shop.example/";

    /** The beginning of its key. */
    final String word;
    final Utm utm;
    /** How many of a hundred clicks are its. */
    final int weight;
    /** How many of a hundred visitors sign up. */
    final int signUps;
    /** Whether it is of the shop's partner. */
    final boolean partners;
    /** The hosts that visitors come from; null for none. */
    final List<String> referers;

    SampleLink(String word, String source, String medium, String campaign, String term, int weight, int signUps, boolean partners,
               String first, String second, String third) {
        this.word = word;
        this.utm = new Utm(source, medium, campaign, term, null);
        this.weight = weight;
        this.signUps = signUps;
        this.partners = partners;
        this.referers = Arrays.asList(first, second, third);
    }

    ClickTrigger trigger() {
        return this == PACKAGE ? ClickTrigger.QR : ClickTrigger.LINK;
    }

    String url() {
        return SHOP + "beans?utm_source=" + utm.source() + "&utm_medium=" + utm.medium() + "&utm_campaign=" + utm.campaign()
                + (utm.term() == null ? "" : "&utm_term=" + utm.term().replace(" ", "%20"));
    }
}
