package org.conversions.report.stream;

import java.util.Locale;
import java.util.stream.Stream;
import org.conversions.platform.Word;

/** The kinds of events in the stream. */
public enum StreamKind implements Word {

    CLICK('c'), LEAD('l'), SALE('s'),
    /** Money of a sale that went back, by a refund or a dispute, or came again. */
    REFUND('r'),
    /** A partner earned, or had something taken back. */
    COMMISSION('k'),
    /** The last subscription of a customer ended. */
    CHURN('x');

    private final char letter;

    StreamKind(char letter) {
        this.letter = letter;
    }

    /** Returns what stands before the id in a note. */
    char letter() {
        return letter;
    }

    static StreamKind of(char letter) {
        return Stream.of(values()).filter(kind -> kind.letter == letter).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind " + letter));
    }

    @Override
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
