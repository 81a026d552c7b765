package org.conversions.web.error;

/** Thrown when a body is longer than its resource takes, and was not read any further: the answer is 413. */
public class ContentTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ContentTooLarge(long bytesMax) {
        super("The body must have at most " + bytesMax + " bytes.");
    }
}
