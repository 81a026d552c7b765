package org.conversions.platform.query;

import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.conversions.platform.id.WorkspaceId;

/**
 * The conditions of a list, in SQL or JPQL. It holds only those that are asked for, so that each list finds its index.
 * The first one names the workspace.
 */
public final class Conditions {

    private final StringBuilder where;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** @param condition of the workspace, as {@code l.workspaceId = :workspace} */
    public Conditions(String condition, WorkspaceId workspaceId) {
        where = new StringBuilder(" where ").append(condition);
        parameters.put("workspace", workspaceId);
    }

    /** Begins with a condition of what belongs to no workspace. */
    public static Conditions ofNoWorkspace(String condition) {
        Conditions conditions = new Conditions(condition, null);
        conditions.parameters.clear();
        return conditions;
    }

    /** Adds a condition without a parameter. */
    public Conditions and(String condition) {
        where.append(" and ").append(condition);
        return this;
    }

    /** Adds a condition. @param value null leaves it out */
    public Conditions and(String condition, String parameter, Object value) {
        if (value != null) {
            and(condition);
            with(parameter, value);
        }
        return this;
    }

    /**
     * Adds a condition that finds a text anywhere, in any case.
     *
     * @param condition compares small letters: {@code lower(l.url) like :search escape '!'}
     * @param search    null leaves it out
     */
    public Conditions andContains(String condition, String parameter, String search) {
        return and(condition, parameter, containing(search));
    }

    /** Gives a parameter that stands in the statement outside of the conditions. */
    public Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** @return all of it, beginning with {@code where} */
    public String text() {
        return where.toString();
    }

    /** Gives a query all parameters. */
    public <Q extends Query> Q bind(Q query) {
        parameters.forEach(query::setParameter);
        return query;
    }

    /** @return the pattern of a text that is found anywhere, in small letters, with {@code !} before what has a meaning */
    public static String containing(String search) {
        return search == null ? null : '%' + search.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + '%';
    }
}
