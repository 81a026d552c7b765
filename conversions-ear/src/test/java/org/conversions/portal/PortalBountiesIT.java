package org.conversions.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.conversions.api.Errors;
import org.conversions.api.Merchant;
import org.conversions.server.Api;
import org.conversions.server.ConversionsServer;
import org.junit.jupiter.api.Test;

/** The bounties that a partner's people see, and what they hand in. */
class PortalBountiesIT {

    private final Api merchant = Merchant.of(PortalBountiesIT.class).api();

    @Test
    void aPartnerSeesWhatIsForItHandsInAndReadsWhatBecameOfItAndNothingOfOthers() {
        String group = merchant.post("/api/groups", object("name", unique("Writers "))).expect(201).path("id").asText();
        String partnerId = PartnersPerson.enroll(merchant, "Pat");
        merchant.patch("/api/partners/" + partnerId, object("groupId", group)).expect(200);
        String bounty = bounty("name", "Write", "type", "submission", "rewardAmount", 5_000, "groupIds", List.of(group));
        String later = bounty("name", "Later", "type", "submission", "startsAt", "2999-01-01T00:00:00Z");
        PartnersPerson pat = PartnersPerson.join(ConversionsServer.shared(), merchant, partnerId, "member");
        PartnersPerson other = PartnersPerson.join(ConversionsServer.shared(), merchant, PartnersPerson.enroll(merchant, "Alex"), "owner");
        assertThat(other.get("/bounties").expect(200).findValuesAsText("id")).doesNotContain(bounty, later);
        JsonNode open = of(pat, bounty);
        assertThat(open.path("open").booleanValue()).isTrue();
        assertThat(open.path("left").asInt()).isEqualTo(1);
        assertThat(pat.get("/bounties").expect(200).findValuesAsText("id")).doesNotContain(later);

        String path = "/bounties/" + bounty + "/submissions";
        Errors.isError(pat.post(path, object()), 422);
        Errors.isError(pat.post(path, object("urls", List.of("javascript:x"))), 422);
        Errors.isError(pat.post("/bounties/" + later + "/submissions", object("description", "x")), 400);
        Errors.isError(other.post(path, object("description", "x")), 400);
        JsonNode made = pat.post(path, object("description", "My review", "urls", List.of("https://blog.example/"))).expect(201);
        assertThat(made.path("status").asText()).isEqualTo("submitted");
        assertThat(of(pat, bounty).path("left").asInt()).isZero();
        merchant.post("/api/bounties/" + bounty + "/submissions/" + made.path("id").asText() + "/reject",
                object("rejectionReason", "invalidProof", "rejectionNote", "The page is empty.")).expect(200);
        JsonNode rejected = of(pat, bounty);
        assertThat(rejected.path("left").asInt()).isEqualTo(1);
        assertThat(rejected.at("/submissions/0/rejectionNote").asText()).isEqualTo("The page is empty.");
        merchant.delete("/api/bounties/" + bounty).expect(200);
        assertThat(of(pat, bounty).path("open").booleanValue()).as("one that is over stays for who had a part in it").isFalse();
        assertThat(other.get("/bounties").expect(200).toString()).doesNotContain(bounty, "My review");
    }

    private String bounty(Object... fields) {
        return merchant.post("/api/bounties", object(fields)).expect(201).path("id").asText();
    }

    private static JsonNode of(PartnersPerson person, String bounty) {
        for (JsonNode one : person.get("/bounties").expect(200)) {
            if (one.path("id").asText().equals(bounty)) {
                return one;
            }
        }
        throw new AssertionError("The bounty is not shown");
    }
}
