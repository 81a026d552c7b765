package org.conversions.payout.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.conversions.audit.AuditTrail;
import org.conversions.payout.profile.Payer;
import org.conversions.platform.Json;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.RetryOnConflict;
import org.conversions.platform.id.WorkspaceId;

/** Keeps who pays the partners of a workspace, and the columns of the files for Wise and others. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class PayoutSettings {

    /** @param payer null while none is named @param columns of the files for Wise and others */
    public record View(Payer payer, List<FileColumn> columns) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;
    @Inject
    private AuditTrail trail;

    /** Checks a change before anything is changed. @throws RequestRefused unprocessable, naming the field */
    public static void check(Payer.Draft payer, List<FileColumn.Draft> columns) {
        if (payer != null) {
            payer.checked();
        }
        FileColumn.checked(columns);
    }

    public View get(WorkspaceId workspaceId) {
        return Optional.ofNullable(database.find(StoredSettings.class, workspaceId)).map(PayoutSettings::view)
                .orElse(new View(null, FileColumn.USUAL));
    }

    /**
     * @param payer   null keeps it
     * @param columns null keeps them, an empty list brings the usual ones back
     * @throws RequestRefused unprocessable, naming the field
     */
    public View change(WorkspaceId workspaceId, Payer.Draft payer, List<FileColumn.Draft> columns) {
        Payer checkedPayer = payer == null ? null : payer.checked();
        List<FileColumn> checkedColumns = columns == null ? null : FileColumn.checked(columns);
        StoredSettings row = database.find(StoredSettings.class, workspaceId, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            if (payer == null && columns == null) {
                return new View(null, FileColumn.USUAL);
            }
            row = new StoredSettings();
            row.workspaceId = workspaceId;
            database.persist(row);
        }
        if (checkedPayer != null && !checkedPayer.equals(view(row).payer())) {
            row.payer = Json.write(checkedPayer.draft());
            trail.record(workspaceId, "payer_changed", null, Map.of("name", checkedPayer.name()));
        }
        if (checkedColumns != null) {
            row.fileColumns = columns.isEmpty() ? null : Json.write(checkedColumns.stream().map(FileColumn::draft).toList());
        }
        return view(row);
    }

    private static View view(StoredSettings row) {
        return new View(row.payer == null ? null : read(row.payer, new TypeReference<Payer.Draft>() { }).checked(),
                FileColumn.checked(row.fileColumns == null ? null
                        : read(row.fileColumns, new TypeReference<List<FileColumn.Draft>>() { })));
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return Json.MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored settings of payouts cannot be read", e);
        }
    }
}
