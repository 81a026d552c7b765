package org.conversions.report.stream;

import static org.conversions.platform.UtcTime.column;
import static org.conversions.platform.UtcTime.instant;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.conversions.platform.database.InList;
import org.conversions.report.stream.StreamPosition.Span;
import org.hibernate.query.NativeQuery;

/** Reads and removes the notes. There is always one: the first comes with the schema, and the newest is never removed. */
@Dependent
class StreamRows implements StreamWalk.Notes {

    /** Few notes are missing one by one; a wider gap is asked for as a range. */
    private static final int LISTED_MAX = 64;
    private static final int PAGE = 5_000;
    private static final String SELECT = "select n.id as id, n.noted_at as noted_at, n.refs as refs from stream_note n ";
    private static final String ENDS = "select n.id as id, n.noted_at as noted_at from stream_note n ";

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    @Override
    public List<StreamRow> of(List<Span> gaps) {
        List<StreamRow> found = new ArrayList<>();
        List<Long> listed = new ArrayList<>();
        for (Span gap : gaps) {
            if (gap.size() > LISTED_MAX) {
                found.addAll(rows(database.createNativeQuery(SELECT + "where n.id between :first and :last order by n.id")
                        .setParameter("first", gap.first()).setParameter("last", gap.last())));
            } else {
                LongStream.rangeClosed(gap.first(), gap.last()).forEach(listed::add);
            }
        }
        for (List<Long> some : InList.<Long>parts(listed)) {
            found.addAll(rows(database.createNativeQuery(SELECT + "where n.id in (:ids)").unwrap(NativeQuery.class)
                    .setParameterList("ids", some)));
        }
        found.sort((one, other) -> Long.compare(one.id(), other.id()));
        return found;
    }

    @Override
    public List<StreamRow> after(long id, int max) {
        return rows(database.createNativeQuery(SELECT + "where n.id > :id order by n.id").setParameter("id", id).setMaxResults(max));
    }

    @Override
    public Optional<Long> notedAt(long id) {
        return ends(database.createNativeQuery(ENDS + "where n.id = :id").setParameter("id", id)).stream()
                .map(StreamRow::notedAt).findFirst();
    }

    /** @return the position of who has seen all notes that are there: its gaps are those among the notes since a moment */
    StreamPosition end(Instant since) {
        List<Span> gaps = new ArrayList<>();
        StreamRow newest = null;
        long above = Long.MAX_VALUE;
        List<StreamRow> page;
        boolean recent = true;
        do {
            page = ends(database.createNativeQuery(ENDS + "where n.id < :above order by n.id desc").setParameter("above", above)
                    .setMaxResults(PAGE));
            for (StreamRow row : page) {
                if (newest == null) {
                    newest = row;
                } else if (recent && row.id() < above - 1) {
                    gaps.add(0, new Span(row.id() + 1, above - 1));
                }
                above = row.id();
                recent &= row.notedAt() >= since.toEpochMilli();
            }
        } while (recent && page.size() == PAGE);
        if (newest == null) {
            throw new IllegalStateException("There is no note, not even the first");
        }
        return StreamPosition.at(newest.id(), newest.notedAt(), gaps);
    }

    /** Removes notes of before, but not the newest of all. @return the number that were removed */
    int remove(Instant before, int max) {
        List<StreamRow> oldest = ends(database.createNativeQuery(ENDS + "order by n.id").setMaxResults(max + 1));
        long last = 0;
        for (StreamRow row : oldest.subList(0, Math.max(0, oldest.size() - 1))) {
            if (row.notedAt() >= before.toEpochMilli()) {
                break;
            }
            last = row.id();
        }
        return last == 0 ? 0 : database.createNativeQuery("delete from stream_note where id <= :last and noted_at < :before")
                .setParameter("last", last).setParameter("before", column(before)).executeUpdate();
    }

    private static List<StreamRow> rows(Query query) {
        List<?> rows = query.unwrap(NativeQuery.class).addScalar("id", Long.class).addScalar("noted_at", LocalDateTime.class)
                .addScalar("refs", String.class).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new StreamRow((Long) row[0],
                instant((LocalDateTime) row[1]).toEpochMilli(), NoteText.read((String) row[2]))).toList();
    }

    private static List<StreamRow> ends(Query query) {
        List<?> rows = query.unwrap(NativeQuery.class).addScalar("id", Long.class).addScalar("noted_at", LocalDateTime.class)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new StreamRow((Long) row[0],
                instant((LocalDateTime) row[1]).toEpochMilli(), List.of())).toList();
    }
}
