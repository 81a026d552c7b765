package org.conversions.link;

import org.conversions.platform.RequestRefused;

/**
 * Which part of a list, the newest links first: by number, or by the id of the last or the first link that the caller
 * has. An id wins over a number.
 *
 * @param number from 1
 */
public record LinkPage(int number, int size, String startingAfter, String endingBefore) {

    public static final int SIZE_MAX = 100;
    private static final int NUMBER_MAX = 1_000_000;

    /** @throws RequestRefused unprocessable when out of bounds */
    public LinkPage {
        if (size < 1 || size > SIZE_MAX) {
            throw RequestRefused.unprocessable("pageSize: must be 1 to " + SIZE_MAX);
        }
        if (number < 1 || number > NUMBER_MAX) {
            throw RequestRefused.unprocessable("page: must be 1 to " + NUMBER_MAX);
        }
        if (startingAfter != null && endingBefore != null) {
            throw RequestRefused.unprocessable("startingAfter: cannot be combined with endingBefore");
        }
    }
}
