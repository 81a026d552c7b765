package org.conversions.attribution;

import java.util.Comparator;

/** A rule that chooses one of a buyer's clicks for a sale. */
public enum AttributionModel {
    LAST_CLICK("last-click"), FIRST_CLICK("first-click");

    static final Comparator<Touch> BY_TIME = Comparator.comparing(Touch::clickedAt).thenComparing(Touch::clickId);

    private final String text;

    AttributionModel(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** @throws IllegalArgumentException for an unknown name: the workspace only stores known ones */
    public static AttributionModel of(String text) {
        for (AttributionModel model : values()) {
            if (model.text.equals(text)) {
                return model;
            }
        }
        throw new IllegalArgumentException("Unknown attribution model: " + text);
    }
}
