package org.conversions.platform;

/**
 * The part of a list that is asked for. A cursor wins over a page number.
 *
 * @param number        from 1
 * @param size          1 to {@link #SIZE_MAX}
 * @param startingAfter the id of the last row seen, or null
 * @param endingBefore  the id of the first row seen, or null
 */
public record Page(int number, int size, String startingAfter, String endingBefore) {

    public static final int SIZE_MAX = 100;
    public static final int NUMBER_MAX = 1_000;

    /** @throws RequestRefused unprocessable for a page that is none */
    public Page {
        if (number < 1 || number > NUMBER_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "page: must be from 1 to " + NUMBER_MAX);
        }
        if (size < 1 || size > SIZE_MAX) {
            throw RequestRefused.unprocessable("field_out_of_range", "pageSize: must be from 1 to " + SIZE_MAX);
        }
    }

    public boolean byCursor() {
        return startingAfter != null || endingBefore != null;
    }

    public int offset() {
        return byCursor() ? 0 : (number - 1) * size;
    }
}
