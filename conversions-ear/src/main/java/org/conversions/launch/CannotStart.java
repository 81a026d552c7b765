package org.conversions.launch;

/** Ends the start with a sentence that an operator can act on. */
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }
}
