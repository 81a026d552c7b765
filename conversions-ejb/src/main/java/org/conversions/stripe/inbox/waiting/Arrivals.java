package org.conversions.stripe.inbox.waiting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conversions.platform.Json;
import org.conversions.platform.id.WorkspaceId;

/**
 * The names of what one or several transactions have brought that events may wait for. It gathers them, and is text in between.
 */
final class Arrivals {

    private static final String KEYS = "keys";
    private static final String CUSTOMERS = "customers";
    private static final String ACCOUNTS = "accounts";
    private static final String RATES_OF = "ratesOf";

    /** Keys, by workspace; see {@link org.conversions.stripe.event.WaitingKey}. */
    final Map<WorkspaceId, Set<String>> keys = new TreeMap<>();
    /** Stripe customers, by workspace: events that wait for another of a customer's names can be placed as well. */
    final Map<WorkspaceId, Set<String>> customers = new TreeMap<>();
    /** Keys of accounts, whose events are of no workspace yet. */
    final Set<String> accounts = new TreeSet<>();
    /** The workspaces that got exchange rates. */
    final Set<WorkspaceId> ratesOf = new TreeSet<>();

    void key(WorkspaceId workspaceId, String key) {
        add(keys, workspaceId, Set.of(key));
    }

    void customer(WorkspaceId workspaceId, String stripeCustomerId) {
        add(customers, workspaceId, Set.of(stripeCustomerId));
    }

    /** Adds what others have brought. */
    void add(Arrivals more) {
        more.keys.forEach((workspace, names) -> add(keys, workspace, names));
        more.customers.forEach((workspace, names) -> add(customers, workspace, names));
        accounts.addAll(more.accounts);
        ratesOf.addAll(more.ratesOf);
    }

    private static void add(Map<WorkspaceId, Set<String>> names, WorkspaceId workspaceId, Set<String> more) {
        names.computeIfAbsent(workspaceId, workspace -> new TreeSet<>()).addAll(more);
    }

    String text() {
        ObjectNode text = Json.MAPPER.createObjectNode();
        keys.forEach((workspace, names) -> text.withObject(KEYS).putPOJO(workspace.value(), names));
        customers.forEach((workspace, names) -> text.withObject(CUSTOMERS).putPOJO(workspace.value(), names));
        text.putPOJO(ACCOUNTS, accounts);
        text.putPOJO(RATES_OF, ratesOf.stream().map(WorkspaceId::value).toList());
        return Json.write(text);
    }

    static Arrivals of(String text) {
        JsonNode stored = Json.read(text);
        Arrivals arrivals = new Arrivals();
        stored.path(KEYS).fields().forEachRemaining(of -> add(arrivals.keys, new WorkspaceId(of.getKey()), names(of.getValue())));
        stored.path(CUSTOMERS).fields().forEachRemaining(of -> add(arrivals.customers, new WorkspaceId(of.getKey()), names(of.getValue())));
        arrivals.accounts.addAll(names(stored.path(ACCOUNTS)));
        names(stored.path(RATES_OF)).forEach(workspace -> arrivals.ratesOf.add(new WorkspaceId(workspace)));
        return arrivals;
    }

    private static Set<String> names(JsonNode array) {
        Set<String> names = new TreeSet<>();
        array.forEach(name -> names.add(name.textValue()));
        return names;
    }

    /** @return all of it, to compare */
    List<Object> parts() {
        return List.of(keys, customers, accounts, ratesOf);
    }
}
