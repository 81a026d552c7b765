package org.conversions.setup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.conversions.access.ApiKeys;
import org.conversions.access.FirstKeys;
import org.conversions.account.Memberships;
import org.conversions.account.Role;
import org.conversions.platform.RequestRefused;
import org.conversions.workspace.NewWorkspace;
import org.conversions.workspace.WorkspaceView;
import org.conversions.workspace.Workspaces;

/** Makes workspaces with their first keys: at the first start, whenever the operator asks, and of people. */
@Stateless
public class NewWorkspaces {

    @Inject
    private Workspaces workspaces;
    @Inject
    private ApiKeys keys;
    @Inject
    private Memberships memberships;

    /**
     * Makes a workspace with a secret and a publishable key in either mode.
     *
     * @param given those that are brought; the others are made
     * @throws RequestRefused conflict for a slug or a key that another workspace has
     */
    public CreatedWorkspace create(NewWorkspace draft, FirstKeys given) {
        return create(draft, given.completed(), Optional.empty());
    }

    /**
     * Makes a workspace of a person, who becomes its owner. It has no keys yet: the owner makes them.
     *
     * @throws RequestRefused conflict for a slug that another workspace has; forbidden when the person has as many as they
     *                        may have
     */
    public WorkspaceView createFor(String personId, NewWorkspace draft) {
        WorkspaceView made = workspaces.create(draft, Optional.empty());
        memberships.add(made.id(), personId, Role.OWNER);
        return made;
    }

    /** @param all the keys to make it with; it gets no others */
    public CreatedWorkspace create(NewWorkspace draft, FirstKeys all, Optional<String> stripeAccount) {
        CreatedWorkspace made = new CreatedWorkspace(workspaces.create(draft, stripeAccount), all);
        keys.keep(made.workspace().id(), all);
        return made;
    }
}
