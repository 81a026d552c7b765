package org.conversions.portal;

import static org.conversions.server.Api.object;
import static org.conversions.server.TestWorkspace.unique;

import com.fasterxml.jackson.databind.JsonNode;
import org.conversions.people.Person;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.ConversionsServer;

/** A person of a partner at a browser. */
public record PartnersPerson(Person person, String partnerId) {

    /** Enrolls a partner. @return the id */
    public static String enroll(Api merchant, String name) {
        return merchant.post("/api/partners", object("email", unique("partner-") + "@partners.example", "name", name, "country", "AT"))
                .expect(201).path("id").asText();
    }

    /** Makes a person of a partner, by an invitation. @param merchant with a key of the workspace */
    public static PartnersPerson join(ConversionsServer server, Api merchant, String partnerId, String role) {
        JsonNode invitation = merchant.post("/api/partners/" + partnerId + "/invitations",
                object("email", unique("person-") + "@partners.example", "role", role)).expect(201);
        Person person = Person.at(server, invitation.path("email").asText());
        person.keep(person.post("/api/portal/invitations/" + token(invitation.path("url").asText()) + "/accept",
                object("name", "Pat", "password", Person.PASSWORD))).expect(200);
        return new PartnersPerson(person, partnerId);
    }

    /** Returns the last part of a link. */
    static String token(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    /** @param path below the partner's, with a slash in front, or empty */
    public Answer get(String path) {
        return person.get("/api/portal/" + partnerId + path);
    }

    /** @param path as in {@link #get} */
    public Answer post(String path, Object body) {
        return person.post("/api/portal/" + partnerId + path, body);
    }

    Answer patch(String path, Object body) {
        return person.patch("/api/portal/" + partnerId + path, body);
    }

    Answer put(String path, Object body) {
        return person.put("/api/portal/" + partnerId + path, body);
    }

    Answer delete(String path) {
        return person.delete("/api/portal/" + partnerId + path, null);
    }
}
