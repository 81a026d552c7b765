package org.conversions.web.api.session;

import java.time.Instant;
import java.util.List;
import org.conversions.account.LoginSession;
import org.conversions.account.PersonView;
import org.conversions.account.Role;
import org.conversions.web.openapi.Required;
import org.conversions.workspace.WorkspaceView;

/**
 * A login session, or that there is none.
 *
 * @param person     null without a session
 * @param workspace  the one that is worked in; null when none is chosen
 * @param workspaces all that the person belongs to
 * @param csrfToken  to be sent back as X-CSRF-Token with every write
 */
public record SessionAnswer(Person person, Workspace workspace, List<Choice> workspaces, String csrfToken, Instant expiresAt) {

    static final SessionAnswer NONE = new SessionAnswer(null, null, null, null, null);

    /** @param operator whether the server is theirs to operate @param totp whether there is a second factor */
    public record Person(@Required String id, @Required String email, @Required String name, boolean operator, boolean totp) {

        static Person of(PersonView view) {
            return new Person(view.id(), view.email(), view.name(), view.operator(), view.totp());
        }
    }

    public record Workspace(@Required String id, @Required String slug, @Required String name, @Required String plan,
                            @Required String currency, @Required String timezone, @Required String vocabulary,
                            @Required String role) {

        static Workspace of(WorkspaceView view, Role role) {
            return new Workspace(view.id().value(), view.slug(), view.name(), view.plan().plan().text(),
                    view.currency(), view.timezone().getId(), view.vocabulary().text(), role.text());
        }
    }

    public record Choice(@Required String id, @Required String slug, @Required String name, @Required String role) {

        public static Choice of(WorkspaceView view, Role role) {
            return new Choice(view.id().value(), view.slug(), view.name(), role.text());
        }
    }

    static SessionAnswer of(LoginSession session, Workspace workspace, List<Choice> workspaces, String csrfToken) {
        return new SessionAnswer(Person.of(session.person()), workspace, workspaces, csrfToken, session.expiresAt());
    }
}
