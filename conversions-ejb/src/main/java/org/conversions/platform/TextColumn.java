package org.conversions.platform;

/** The columns that keep names and ids from outside, and are searched by. */
public final class TextColumn {

    /** Width in characters: as many of four bytes each as an index of MySQL holds beside an id. */
    public static final int LENGTH_MAX = 190;

    private TextColumn() {
    }

    /** @return the beginning of a text, of at most so many characters */
    public static String cut(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }
}
