package org.conversions.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.address.LinkKey;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Gives new links their keys, and refuses those whose key or external id is taken, also by an earlier one among them. */
@ApplicationScoped
class FreeAddresses {

    private static final int RANDOM_KEY_ATTEMPTS_MAX = 10;

    private record Address(String domain, String key) {
    }

    @PersistenceContext(unitName = "conversions")
    private EntityManager database;

    void give(WorkspaceId workspaceId, List<LinkCandidate> candidates) {
        refuseTakenExternalIds(workspaceId, open(candidates));
        Set<Address> given = new HashSet<>();
        List<LinkCandidate> chosen = open(candidates).stream().filter(candidate -> candidate.checked.key() != null).toList();
        Set<Address> taken = taken(chosen.stream().map(FreeAddresses::address).collect(Collectors.toSet()));
        for (LinkCandidate candidate : chosen) {
            if (taken.contains(address(candidate)) || !given.add(address(candidate))) {
                candidate.refuse(LinkRows.keyTaken());
            }
        }
        giveRandomKeys(open(candidates).stream().filter(candidate -> candidate.checked.key() == null).toList(), given);
    }

    private void refuseTakenExternalIds(WorkspaceId workspaceId, List<LinkCandidate> candidates) {
        Set<String> wanted = candidates.stream().map(candidate -> candidate.checked.externalId()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>(database.createQuery("select l.externalId from Link l"
                        + " where l.workspaceId = :workspace and l.externalId in :wanted and l.live is not null",
                        String.class)
                .setParameter("workspace", workspaceId).setParameter("wanted", List.copyOf(wanted)).getResultList());
        for (LinkCandidate candidate : candidates) {
            if (candidate.checked.externalId() != null && !taken.add(candidate.checked.externalId())) {
                candidate.refuse(LinkRows.externalIdTaken());
            }
        }
    }

    private void giveRandomKeys(List<LinkCandidate> candidates, Set<Address> given) {
        List<LinkCandidate> without = candidates;
        for (int attempt = 0; attempt < RANDOM_KEY_ATTEMPTS_MAX && !without.isEmpty(); attempt++) {
            for (LinkCandidate candidate : without) {
                try {
                    candidate.checked = candidate.checked.withKey(
                            LinkKey.random(candidate.checked.prefix(), candidate.checked.keyLength()));
                } catch (RequestRefused e) {
                    candidate.refuse(e);
                }
            }
            List<LinkCandidate> tried = open(without);
            Set<Address> taken = taken(tried.stream().map(FreeAddresses::address).collect(Collectors.toSet()));
            without = tried.stream()
                    .filter(candidate -> taken.contains(address(candidate)) || !given.add(address(candidate))).toList();
        }
        without.forEach(candidate -> candidate.refuse(RequestRefused.conflict("keys_exhausted",
                "keyLength: nearly all keys of this length are taken, ask for a longer one")));
    }

    /** Asks for what is not null where it means what is true: H2 looks up a list of names only where no constant comes before it. */
    private Set<Address> taken(Set<Address> wanted) {
        return wanted.isEmpty() ? Set.of() : database.createQuery("select l.domain, l.key from Link l"
                        + " where l.domain in :domains and l.key in :keys and l.live is not null", Object[].class)
                .setParameter("domains", wanted.stream().map(Address::domain).distinct().toList())
                .setParameter("keys", wanted.stream().map(Address::key).distinct().toList())
                .getResultStream().map(row -> new Address((String) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    private static List<LinkCandidate> open(List<LinkCandidate> candidates) {
        return candidates.stream().filter(LinkCandidate::open).toList();
    }

    private static Address address(LinkCandidate candidate) {
        return new Address(candidate.checked.domain(), candidate.checked.key());
    }
}
