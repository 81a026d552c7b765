package org.conversions.payout.file;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes texts in the characters that every bank of SEPA takes: the letters of English, digits and some marks. Letters with
 * accents lose them; Greek and Cyrillic ones are written as the European Payments Council recommends; what has no likeness
 * becomes a point. Pure.
 */
public final class SepaText {

    private static final String ALLOWED_MARKS = "/-?:().,'+ ";
    private static final char UNKNOWN = '.';
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Integer, String> LIKENESS = table(
            // Latin letters that are no letter with an accent.
            "ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ŋ n ŧ t ĸ k ſ s ə e "
            // Greek.
            + "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o "
            // Cyrillic.
            + "а a б b в v г g д d е e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х h ц ts ч ch ш sh щ sht ъ a"
            + " ь y ы y э e ё e ю yu я ya і i ї yi є ye ґ g ђ dj ј j љ lj њ nj ћ c џ dz ѓ g ќ k ѕ dz "
            // Marks.
            + "& + _ - \" ' ’ ' ‘ ' ‚ ' ´ ' ` ' “ ' ” ' „ ' « ' » ' – - — - ‐ - ~ - [ ( { ( < ( ] ) } ) > ) ; , \\ / | / ⁄ / € E");

    private SepaText() {
    }

    /** @param text anything @return its likeness, of at most so many characters, which neither begins nor ends with a slash */
    public static String of(String text, int lengthMax) {
        StringBuilder likeness = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> append(likeness, letter));
        String tidy = tidied(likeness.toString());
        return tidied(tidy.substring(0, Math.min(lengthMax, tidy.length())));
    }

    /** @return whether enough of a text is left that a bank's clerk could tell whose name it is */
    public static boolean isReadable(String text) {
        return of(text, Integer.MAX_VALUE).chars().anyMatch(Character::isLetterOrDigit);
    }

    /**
     * @param id of ours, which is made of letters, digits and an underscore
     * @return the same with a hyphen in the place of the underscore, which banks do not take
     * @throws IllegalArgumentException for one that is longer than a bank takes
     */
    static String id(String id) {
        String likeness = id.replace('_', '-');
        if (likeness.length() > 35 || !likeness.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("Not fit for a bank: " + id);
        }
        return likeness;
    }

    private static void append(StringBuilder likeness, int letter) {
        if (isAllowed(letter)) {
            likeness.appendCodePoint(letter);
        } else if (Character.isWhitespace(letter) || Character.isISOControl(letter) || Character.isSpaceChar(letter)) {
            likeness.append(' ');
        } else if (LIKENESS.containsKey(letter)) {
            likeness.append(LIKENESS.get(letter));
        } else {
            String parts = MARKS.matcher(Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD)).replaceAll("");
            if (parts.isEmpty() || parts.codePointAt(0) == letter) {
                likeness.append(parts.isEmpty() ? "" : String.valueOf(UNKNOWN));
            } else {
                parts.codePoints().forEach(part -> append(likeness, part));
            }
        }
    }

    private static boolean isAllowed(int letter) {
        return letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9'
                || ALLOWED_MARKS.indexOf(letter) >= 0;
    }

    private static String tidied(String text) {
        return text.replaceAll(" +", " ").replaceAll("/{2,}", "/").replaceAll("^[/ ]+|[/ ]+$", "");
    }

    /** @param pairs a letter and its likeness, and so on; capital letters have it too, with a capital at its beginning */
    private static Map<Integer, String> table(String pairs) {
        Map<Integer, String> table = new HashMap<>();
        String[] words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            int letter = words[i].codePointAt(0);
            table.put(letter, words[i + 1]);
            table.putIfAbsent(Character.toUpperCase(letter), words[i + 1].substring(0, 1).toUpperCase(Locale.ROOT)
                    + words[i + 1].substring(1));
        }
        table.put((int) 'ẞ', "SS");
        return Map.copyOf(table);
    }
}
