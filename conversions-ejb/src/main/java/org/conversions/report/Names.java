package org.conversions.report;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.workspace.Mode;
import org.hibernate.query.NativeQuery;

/** Finds the names of the folders, tags and products that figures are split by. */
@Stateless
public class Names {

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    /** A tag on a row of figures. */
    public record TagName(String id, String name, String color) {
    }

    /** A folder on a row of figures. */
    public record FolderName(String id, String name) {
    }

    /** A product on a row of figures. */
    public record ProductName(String id, String name) {
    }

    /** @return the products whose names are known, by id */
    public Map<String, ProductName> products(WorkspaceId workspaceId, Mode mode, Collection<String> ids) {
        Map<String, ProductName> products = new HashMap<>();
        rows("select id, name, mode from product", workspaceId, ids).stream().filter(row -> row[2].equals(mode.text()))
                .forEach(row -> products.put((String) row[0], new ProductName((String) row[0], (String) row[1])));
        return products;
    }

    /** @return the tags that there are, by id */
    public Map<String, TagName> tags(WorkspaceId workspaceId, Collection<String> ids) {
        Map<String, TagName> tags = new HashMap<>();
        rows("select id, name, color from tag", workspaceId, ids)
                .forEach(row -> tags.put((String) row[0], new TagName((String) row[0], (String) row[1], (String) row[2])));
        return tags;
    }

    /** @return the folders that there are, by id */
    public Map<String, FolderName> folders(WorkspaceId workspaceId, Collection<String> ids) {
        Map<String, FolderName> folders = new HashMap<>();
        rows("select id, name from folder", workspaceId, ids)
                .forEach(row -> folders.put((String) row[0], new FolderName((String) row[0], (String) row[1])));
        return folders;
    }

    private List<Object[]> rows(String select, WorkspaceId workspaceId, Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        NativeQuery<?> query = database.createNativeQuery(select + " where workspace_id = :workspace and id in (:ids)")
                .unwrap(NativeQuery.class).setParameter("workspace", workspaceId).setParameterList("ids", List.copyOf(ids));
        return query.getResultList().stream().map(Object[].class::cast).toList();
    }
}
