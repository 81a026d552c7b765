package org.conversions.stripe.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.stripe.connect.Connected;
import org.conversions.stripe.connect.ConnectionFinder;
import org.conversions.stripe.connect.Owner;
import org.conversions.workspace.Mode;

/**
 * Guesses the workspaces of events at their receipt, so that their rows are born where the workspace's indexes have them.
 * What it knows of an account may be a second old: the event's owner is found when it is worked off.
 */
@ApplicationScoped
class ReceivedEventOwners {

    private static final Duration KNOWN_FOR = Duration.ofSeconds(1);
    private static final int ACCOUNTS_MAX = 10_000;

    /** The connections of each account, in every mode; none for one that is not connected. */
    private final Cache<String, List<Connected>> byAccount = Caffeine.newBuilder().maximumSize(ACCOUNTS_MAX)
            .expireAfterWrite(KNOWN_FOR).build();

    @Inject
    ConnectionFinder connections;

    /** @return the workspaces of the deliveries that come by an endpoint of all workspaces, by their id, as far as they are known */
    Map<String, WorkspaceId> of(List<InboxStore.Delivery> deliveries) {
        List<InboxStore.Delivery> unbound = deliveries.stream().filter(delivery -> delivery.workspaceId() == null
                && !delivery.envelope().accountId().isEmpty()).toList();
        Map<String, List<Connected>> known = byAccount.getAll(unbound.stream().map(delivery -> delivery.envelope().accountId())
                .collect(Collectors.toSet()), this::load);
        Map<String, WorkspaceId> workspaces = new HashMap<>();
        for (InboxStore.Delivery delivery : unbound) {
            Mode mode = Mode.of(delivery.mode());
            List<Connected> history = known.get(delivery.envelope().accountId()).stream()
                    .filter(connected -> connected.mode() == mode).toList();
            if (Owner.of(history, delivery.occurredAt()) instanceof Owner.Of owner) {
                workspaces.put(delivery.id(), owner.connection().workspaceId());
            }
        }
        return workspaces;
    }

    private Map<String, List<Connected>> load(Set<? extends String> accounts) {
        Map<String, List<Connected>> loaded = new HashMap<>();
        accounts.forEach(account -> loaded.put(account, List.of()));
        loaded.putAll(connections.ofAccounts(Set.copyOf(accounts)).stream().collect(Collectors.groupingBy(Connected::accountId)));
        return loaded;
    }
}
