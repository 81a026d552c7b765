package org.conversions.reward;

/**
 * A fact that conditions look at.
 *
 * @param metadataField the field of metadata; null for other attributes
 */
public record Fact(Attribute attribute, String metadataField) {

    /** @return the name under which it is kept */
    String key() {
        return metadataField == null ? attribute.text() : attribute.text() + '.' + metadataField;
    }
}
