package org.conversions.link.directory;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.conversions.platform.Ids;
import org.hibernate.query.NativeQuery;

/** Reads and removes the rows that say what changed of the directory. */
@Stateless
public class ChangeRows {

    private static final int REMOVED_MAX = 1_000;

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** @return the ids of the rows that were written since then */
    public List<String> since(Instant moment) {
        List<?> ids = database.createNativeQuery("select c.id from directory_change c where c.id >= :first", String.class)
                .setParameter("first", firstAt(moment)).getResultList();
        return ids.stream().map(String.class::cast).toList();
    }

    public List<DirectoryChange> read(Collection<String> ids) {
        List<?> texts = database.createNativeQuery("select c.changes from directory_change c where c.id in (:ids)", String.class)
                .unwrap(NativeQuery.class).setParameterList("ids", ids).getResultList();
        return texts.stream().flatMap(text -> DirectoryChange.of((String) text).stream()).toList();
    }

    /** Removes the rows of before, some of them when there are many. */
    public void remove(Instant before) {
        database.createNativeQuery("delete from directory_change where id < :first limit " + REMOVED_MAX)
                .setParameter("first", firstAt(before)).executeUpdate();
    }

    private static String firstAt(Instant moment) {
        return DirectoryChanges.PREFIX + '_' + Ids.sortable(moment.toEpochMilli(), 0);
    }
}
