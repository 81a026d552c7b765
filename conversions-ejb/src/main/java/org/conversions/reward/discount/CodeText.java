package org.conversions.reward.discount;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.conversions.platform.RequestRefused;

/** The texts of discount codes, which buyers type in any case. Pure. */
public final class CodeText {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^A-Z0-9]");
    private static final int NAME_MAX = 40;
    private static final String NOBODY = "FRIEND";
    private static final int CANDIDATES = 20;

    private CodeText() {
    }

    /** @throws RequestRefused unprocessable for what is no code */
    static String checked(String code) {
        if (!FORM.matcher(code.strip()).matches()) {
            throw RequestRefused.unprocessable("field_malformed", "code: must be 1 to 100 letters, digits, hyphens and underscores");
        }
        return code.strip();
    }

    /** @return a code as it is recognised, in whatever case it is typed */
    public static String key(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /**
     * @param partner  the name
     * @param discount of the group; null for none
     * @return codes for a partner, the best first: ANNA20OFF, and should that be taken ANNA20OFF2 and so on
     */
    static List<String> candidates(String partner, DiscountDraft discount) {
        String plain = MARKS.matcher(Normalizer.normalize(partner.strip(), Normalizer.Form.NFD)).replaceAll("").toUpperCase(Locale.ROOT);
        String first = NO_LETTER.matcher(plain.split("\\s+", 2)[0]).replaceAll("");
        String name = first.isEmpty() ? NOBODY : first.substring(0, Math.min(NAME_MAX, first.length()));
        String base = name + (discount == null ? "" : discount.said()) + "OFF";
        return IntStream.rangeClosed(1, CANDIDATES).mapToObj(number -> number == 1 ? base : base + number).toList();
    }
}
