package org.conversions.platform.secret;

import java.nio.charset.StandardCharsets;

/**
 * The place of a secret. The column says which key it is sealed under, and the whole place is sealed with it: moved into
 * another row or column, it does not open.
 *
 * @param row its name, unique in all tables of that name for ever
 */
public record SealedPlace(String table, String column, String row) {

    String purpose() {
        return table + '.' + column;
    }

    byte[] bytes() {
        return (table + '\n' + column + '\n' + row).getBytes(StandardCharsets.UTF_8);
    }
}
