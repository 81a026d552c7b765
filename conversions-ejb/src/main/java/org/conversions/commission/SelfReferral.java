package org.conversions.commission;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The suspicion that a partner is the buyer, or sits next to the buyer. Pure. */
final class SelfReferral {

    static final String SAME_EMAIL = "same_email";
    static final String SAME_EMAIL_DOMAIN = "same_email_domain";

    /** Providers that give an address to anybody: those who share one need not know each other. */
    private static final Set<String> PUBLIC_PROVIDERS = Set.of("126.com", "163.com", "aim.com", "aol.com", "att.net", "bluewin.ch",
            "bol.com.br", "btinternet.com", "comcast.net", "cox.net", "daum.net", "email.com", "fastmail.com", "free.fr", "freenet.de",
            "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hanmail.net", "hey.com", "hotmail.co.uk",
            "hotmail.com", "hotmail.de", "hotmail.es", "hotmail.fr", "hotmail.it", "icloud.com", "interia.pl", "laposte.net", "libero.it",
            "live.co.uk", "live.com", "live.de", "live.fr", "live.nl", "mac.com", "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com",
            "naver.com", "o2.pl", "online.de", "orange.fr", "outlook.com", "outlook.de", "outlook.es", "outlook.fr", "pm.me", "posteo.de",
            "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "rocketmail.com", "sbcglobal.net", "seznam.cz", "sfr.fr", "sina.com",
            "sky.com", "t-online.de", "terra.com.br", "tuta.com", "tutanota.com", "uol.com.br", "verizon.net", "virgilio.it",
            "virginmedia.com", "wanadoo.fr", "web.de", "wp.pl", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk", "yahoo.com",
            "yahoo.com.br", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru", "ymail.com", "zoho.com");
    /** Those of whom it is known that dots in the name say nothing. */
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

    private SelfReferral() {
    }

    /** @return what is odd about the two addresses, as a word; empty when nothing is, or one of them is not known */
    static Optional<String> of(String partnerEmail, String buyerEmail) {
        String partner = plain(partnerEmail);
        String buyer = plain(buyerEmail);
        if (partner.isEmpty() || buyer.isEmpty()) {
            return Optional.empty();
        }
        if (partner.equals(buyer)) {
            return Optional.of(SAME_EMAIL);
        }
        String domain = domain(partner);
        return domain.equals(domain(buyer)) && !PUBLIC_PROVIDERS.contains(domain) ? Optional.of(SAME_EMAIL_DOMAIN) : Optional.empty();
    }

    /** @return the address without what its owner may add to it: a part behind a plus sign, and dots where they say nothing */
    private static String plain(String email) {
        String address = email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
        int at = address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return "";
        }
        int plus = address.indexOf('+');
        String name = plus > 0 && plus < at ? address.substring(0, plus) : address.substring(0, at);
        String domain = address.substring(at + 1);
        return (WITHOUT_DOTS.contains(domain) ? name.replace(".", "") : name) + '@' + domain;
    }

    private static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1);
    }
}
