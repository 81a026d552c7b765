package org.conversions.overview;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.conversions.platform.Ids;
import org.conversions.platform.Page;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.query.Conditions;

/** The notes on the chart of a workspace: those of all, and for each person their own. */
@Stateless
public class Notes {

    static final int PER_WORKSPACE_MAX = 5_000;
    static final int TEXT_LENGTH_MAX = 200;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private Clock clock;
    @Inject
    private Authors authors;

    /**
     * Lists what somebody may see.
     *
     * @param from null for the first
     * @param to   null for the last
     */
    public List<Note> list(Teammate who, Instant from, Instant to, boolean ascending, Page page) {
        Conditions where = new Conditions("n.workspaceId = :workspace", who.workspaceId())
                .and("n.at >= :from", "from", from).and("n.at < :to", "to", to);
        if (who.personId() == null) {
            where.and("n.shared = true");
        } else {
            where.and("(n.shared = true or n.authorId = :person)", "person", who.personId());
        }
        String direction = ascending ? " asc" : " desc";
        List<StoredNote> found = where.bind(database.createQuery("select n from StoredNote n" + where.text()
                        + " order by n.workspaceId" + direction + ", n.at" + direction + ", n.id" + direction, StoredNote.class))
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        Authors.Known known = authors.of(found.stream().map(note -> note.authorId));
        return found.stream().map(note -> note.view(known.author(note.authorId))).toList();
    }

    /**
     * @param shared null for a note that all see
     * @throws RequestRefused unprocessable for a text that cannot be; forbidden when there are as many as there may be, and for
     *                        who may write for themselves only
     */
    public Note create(Teammate who, String text, Instant at, Boolean shared) {
        StoredNote note = new StoredNote();
        note.id = Ids.next("note", clock);
        note.workspaceId = who.workspaceId();
        note.text = ShortText.checked("text", text, TEXT_LENGTH_MAX);
        note.at = at;
        note.shared = who.shares(shared);
        note.authorId = who.personId();
        note.createdAt = clock.instant();
        if (database.createQuery("select count(n) from StoredNote n where n.workspaceId = :workspace", Long.class)
                .setParameter("workspace", who.workspaceId()).getSingleResult() >= PER_WORKSPACE_MAX) {
            throw RequestRefused.forbidden("limit_reached", "A workspace has at most " + PER_WORKSPACE_MAX + " notes.");
        }
        database.persist(note);
        return view(note);
    }

    /** Changes what is not null. @throws RequestRefused as {@link #create}; not found */
    public Note update(Teammate who, String noteId, String text, Instant at, Boolean shared) {
        StoredNote note = locked(who, noteId);
        note.shared = who.changes(note.shared, note.authorId, shared);
        note.text = text == null ? note.text : ShortText.checked("text", text, TEXT_LENGTH_MAX);
        note.at = at == null ? note.at : at;
        return view(note);
    }

    /** @throws RequestRefused not found; forbidden for who may not change what all see */
    public String delete(Teammate who, String noteId) {
        StoredNote note = locked(who, noteId);
        who.changes(note.shared, note.authorId, null);
        database.remove(note);
        return noteId;
    }

    private Note view(StoredNote note) {
        return note.view(authors.of(note.authorId));
    }

    private StoredNote locked(Teammate who, String noteId) {
        return database.createQuery("select n from StoredNote n where n.workspaceId = :workspace and n.id = :id", StoredNote.class)
                .setParameter("workspace", who.workspaceId()).setParameter("id", noteId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream()
                .filter(note -> note.shared || note.authorId.equals(who.personId())).findFirst()
                .orElseThrow(() -> RequestRefused.notFound("note_not_found", "The note was not found."));
    }
}
