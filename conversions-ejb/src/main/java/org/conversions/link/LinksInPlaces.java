package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import org.conversions.link.domain.DomainReleased;
import org.conversions.link.domain.DomainRenaming;
import org.conversions.link.folder.FolderDeleted;
import org.conversions.platform.RequestRefused;

/** Keeps links in order when the domain or the folder that they are in changes. */
@ApplicationScoped
class LinksInPlaces {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;

    /** @throws RequestRefused conflict while there are links: under the new name they lead nowhere until that is proved */
    void renaming(@Observes DomainRenaming event) {
        if (!database.createQuery("select l.id from Link l where l.domain = :domain and l.workspaceId = :workspace"
                        + " and l.live = true", String.class)
                .setParameter("domain", event.slug()).setParameter("workspace", event.workspaceId())
                .setMaxResults(1).getResultList().isEmpty()) {
            throw RequestRefused.conflict("domain_in_use", "slug: there are links on " + event.slug()
                    + ": add the new domain beside it and move them");
        }
    }

    /** Deletes the links of the domain; what they have earned stays. */
    void released(@Observes DomainReleased event) {
        database.createQuery("update Link l set l.live = null, l.updatedAt = :now where l.domain = :domain"
                        + " and l.workspaceId = :workspace and l.live = true")
                .setParameter("now", clock.instant()).setParameter("domain", event.slug())
                .setParameter("workspace", event.workspaceId()).executeUpdate();
    }

    /** Keeps the links of the folder, outside of any folder. */
    void deleted(@Observes FolderDeleted event) {
        database.createQuery("update Link l set l.folderId = null where l.folderId = :folder"
                        + " and l.workspaceId = :workspace")
                .setParameter("folder", event.folderId()).setParameter("workspace", event.workspaceId()).executeUpdate();
    }
}
