package org.conversions.access;

/** A key that has just been made. @param token the key itself: it cannot be shown again */
public record CreatedKey(KeyView key, String token) {
}
