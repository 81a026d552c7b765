package org.conversions.share;

import java.time.Instant;
import org.conversions.overview.ShortText;
import org.conversions.overview.ViewQuery;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.Mode;

/**
 * The view that is to be shared, and how.
 *
 * @param name      null for none
 * @param query     what the address of the page has after its question mark: its filters hold for whoever has the link
 * @param mode      of the figures
 * @param money     whether amounts are shown
 * @param expiresAt null for never
 */
public record ShareDraft(String name, String query, Mode mode, boolean money, Instant expiresAt) {

    static final int NAME_LENGTH_MAX = 60;

    /** @throws RequestRefused unprocessable for a name or query that cannot be */
    public ShareDraft {
        name = name == null || name.isBlank() ? null : ShortText.checked("name", name, NAME_LENGTH_MAX);
        query = ViewQuery.checked(query);
    }
}
