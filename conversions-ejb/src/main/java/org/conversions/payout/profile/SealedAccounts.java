package org.conversions.payout.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.conversions.platform.Json;
import org.conversions.platform.secret.SealedPlace;
import org.conversions.platform.secret.SecretBox;

/** Opens and seals the accounts of rows. */
@ApplicationScoped
class SealedAccounts {

    @Inject
    private SecretBox box;

    ProfileState state(StoredProfile row) {
        return new ProfileState(opened(row.placeOfAccount(), row.account), row.since,
                row.nextAccount == null ? null : opened(row.placeOfNextAccount(), row.nextAccount), row.nextAt);
    }

    void store(StoredProfile row, ProfileState state) {
        row.account = sealed(row.placeOfAccount(), state.account());
        row.since = state.since();
        row.nextAccount = state.next() == null ? null : sealed(row.placeOfNextAccount(), state.next());
        row.nextAt = state.nextAt();
    }

    private String sealed(SealedPlace place, PayoutAccount account) {
        return box.encrypt(place, Json.write(account.draft()));
    }

    private PayoutAccount opened(SealedPlace place, String sealed) {
        try {
            return Json.MAPPER.readValue(box.decrypt(place, sealed), PayoutAccount.Draft.class).checked();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored account cannot be read"); // without the cause, whose text quotes it
        }
    }
}
