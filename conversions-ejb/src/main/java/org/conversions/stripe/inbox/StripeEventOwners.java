package org.conversions.stripe.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.id.ConnectionId;
import org.conversions.stripe.connect.Connected;
import org.conversions.stripe.connect.ConnectionFinder;
import org.conversions.stripe.connect.Owner;

/** Finds the owners of the events of a batch, in two queries for all of them. */
@ApplicationScoped
class StripeEventOwners {

    @Inject
    ConnectionFinder connections;

    /** @return the owner of each event, by its id */
    Map<String, Owner> of(Collection<StoredEvent> events) {
        Set<String> accounts = new LinkedHashSet<>();
        Set<ConnectionId> bound = new LinkedHashSet<>();
        for (StoredEvent event : events) {
            if (event.connectionId != null) {
                bound.add(event.connectionId);
            } else if (!event.accountId.isEmpty()) {
                accounts.add(event.accountId);
            }
        }
        Map<ConnectionId, Connected> byId = new HashMap<>();
        connections.ofIds(bound).forEach(found -> byId.put(found.connectionId(), found));
        Map<String, List<Connected>> byAccount = connections.ofAccounts(accounts).stream()
                .collect(Collectors.groupingBy(found -> found.accountId() + ':' + found.mode().text()));
        Map<String, Owner> owners = new HashMap<>();
        for (StoredEvent event : events) {
            owners.put(event.id, event.connectionId != null
                    ? Owner.of(byId.get(event.connectionId), event.occurredAt)
                    : Owner.of(byAccount.getOrDefault(event.accountId + ':' + event.mode, List.of()), event.occurredAt));
        }
        return owners;
    }
}
