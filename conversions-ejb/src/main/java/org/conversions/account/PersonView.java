package org.conversions.account;

import java.time.Instant;

/**
 * A person without secrets.
 *
 * @param email    in small letters
 * @param operator whether the server is theirs to operate
 * @param totp     whether a second factor is asked for
 */
public record PersonView(String id, String email, String name, boolean operator, boolean totp, Instant createdAt) {
}
