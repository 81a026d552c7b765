package org.conversions.web.api.oauth;

import java.util.List;
import org.conversions.access.oauth.AppScopes;
import org.conversions.access.oauth.Consent;
import org.conversions.access.oauth.OAuthError;
import org.conversions.web.openapi.Required;

/**
 * What a person is asked.
 *
 * @param redirectHost the host that the person is sent back to
 * @param workspaces   those of the person; which of them can be chosen is said with each
 * @param person       who is asked
 * @param mistake      what the app has done wrong, and then nothing can be granted; null for nothing
 * @param redirectTo   where the app is told of its mistake; null without one
 */
public record ConsentAnswer(@Required App client, @Required String redirectHost, @Required List<Scope> scopes,
                            @Required List<Choice> workspaces, @Required Person person, Mistake mistake, String redirectTo) {

    /** @param registeredBy the name of the workspace that the app is for; null for an app of the server */
    public record App(@Required String id, @Required String name, @Required String developer, String registeredBy) {
    }

    /** @param text what it means, for a person */
    public record Scope(@Required String scope, @Required String text) {
    }

    /** @param reason a word for why it cannot be chosen; null when it can @param explanation the same as a sentence */
    public record Choice(@Required String id, @Required String name, @Required String slug, @Required String role,
                         boolean allowed, String reason, String explanation) {
    }

    public record Person(@Required String email) {
    }

    /** @param error in OAuth's words */
    public record Mistake(@Required String error, @Required String description) {

        static Mistake of(OAuthError error) {
            return error == null ? null : new Mistake(error.code(), error.description());
        }
    }

    static ConsentAnswer of(Consent consent, String email) {
        return new ConsentAnswer(
                new App(consent.client().id(), consent.client().name(), consent.client().developer(), consent.registeredBy()),
                consent.redirectHost(),
                consent.scopes().stream().map(scope -> new Scope(scope, AppScopes.explained(scope))).toList(),
                consent.choices().stream().map(choice -> new Choice(choice.id(), choice.name(), choice.slug(),
                        choice.role().text(), choice.allowed(), choice.reason(), choice.explanation())).toList(),
                new Person(email), Mistake.of(consent.mistake()), consent.redirectTo());
    }
}
