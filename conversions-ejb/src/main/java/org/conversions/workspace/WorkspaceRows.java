package org.conversions.workspace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;
import org.conversions.platform.Ids;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.secret.TokenHash;

/** Makes the rows of a workspace in the caller's transaction: at the first start, and whenever the operator asks. */
@ApplicationScoped
class WorkspaceRows {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Event<WorkspaceCreated> created;

    /**
     * @param stripeAccount the account to connect in live mode
     * @throws RequestRefused conflict for a slug or a key that another workspace has
     */
    WorkspaceView create(NewWorkspace draft, Optional<String> stripeAccount) {
        if (exists("Workspace", "slug", draft.slug())) {
            throw RequestRefused.conflict("slug: there is a workspace " + draft.slug());
        }
        Workspace workspace = new Workspace();
        workspace.set(WorkspaceView.created(Ids.next("ws", clock), draft, clock.instant()));
        database.persist(workspace);
        FirstKeys keys = draft.keys();
        keep(workspace.id, "apiKey", "First secret key", KeyKind.SECRET, Mode.LIVE, keys.secret());
        keep(workspace.id, "publishableKey", "First publishable key", KeyKind.PUBLISHABLE, Mode.LIVE, keys.publishable());
        keep(workspace.id, "testApiKey", "First secret test key", KeyKind.SECRET, Mode.TEST, keys.testSecret());
        keep(workspace.id, "testPublishableKey", "First publishable test key", KeyKind.PUBLISHABLE, Mode.TEST,
                keys.testPublishable());
        created.fire(new WorkspaceCreated(workspace.id, stripeAccount));
        return workspace.view();
    }

    private void keep(String workspaceId, String field, String name, KeyKind kind, Mode mode, Optional<String> given) {
        given.ifPresent(key -> {
            if (exists("ApiKey", "keyHash", TokenHash.sha256(key))) {
                throw RequestRefused.conflict(field + ": is a key of this server already");
            }
            database.persist(ApiKey.of(workspaceId, new NewKey(name, kind, mode, null, null), key, clock));
        });
    }

    private boolean exists(String entity, String attribute, String value) {
        return !database.createQuery("select e.id from " + entity + " e where e." + attribute + " = :value", String.class)
                .setParameter("value", value).getResultList().isEmpty();
    }
}
