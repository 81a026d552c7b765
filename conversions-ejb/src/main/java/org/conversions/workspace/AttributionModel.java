package org.conversions.workspace;

import org.conversions.platform.Word;

/** The choice which of a customer's clicks a sale or a lead goes back to. */
public enum AttributionModel implements Word {

    LAST_CLICK("last-click"), FIRST_CLICK("first-click");

    private final String text;

    AttributionModel(String text) {
        this.text = text;
    }

    @Override
    public String text() {
        return text;
    }
}
