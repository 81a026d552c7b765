package org.conversions.link;

import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conversions.address.LinkKey;
import org.conversions.platform.RequestRefused;

/**
 * Gives new links their keys, and refuses those whose key or external id is taken, also by an earlier one among them.
 */
final class FreeAddresses {

    private static final int RANDOM_KEY_ATTEMPTS_MAX = 10;

    private record Address(String domain, String key) {
    }

    private final EntityManager database;

    FreeAddresses(EntityManager database) {
        this.database = database;
    }

    void give(String workspaceId, List<LinkCandidate> wishes) {
        refuseTakenExternalIds(workspaceId, open(wishes));
        Set<Address> given = new HashSet<>();
        List<LinkCandidate> chosen = open(wishes).stream().filter(wish -> wish.checked.key() != null).toList();
        Set<Address> taken = taken(chosen.stream().map(FreeAddresses::address).collect(Collectors.toSet()));
        for (LinkCandidate wish : chosen) {
            if (taken.contains(address(wish)) || !given.add(address(wish))) {
                wish.refuse(keyTaken());
            }
        }
        giveRandomKeys(open(wishes).stream().filter(wish -> wish.checked.key() == null).toList(), given);
    }

    static RequestRefused keyTaken() {
        return RequestRefused.conflict("key: another link has it");
    }

    static RequestRefused externalIdTaken() {
        return RequestRefused.conflict("externalId: another link has it");
    }

    private void refuseTakenExternalIds(String workspaceId, List<LinkCandidate> wishes) {
        Set<String> wanted = wishes.stream().map(wish -> wish.checked.externalId()).filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return;
        }
        Set<String> taken = new HashSet<>(database.createQuery("select l.externalId from Link l"
                        + " where l.workspaceId = :workspace and l.externalId in :wanted and l.live = true",
                        String.class)
                .setParameter("workspace", workspaceId).setParameter("wanted", List.copyOf(wanted)).getResultList());
        for (LinkCandidate wish : wishes) {
            if (wish.checked.externalId() != null && !taken.add(wish.checked.externalId())) {
                wish.refuse(externalIdTaken());
            }
        }
    }

    private void giveRandomKeys(List<LinkCandidate> wishes, Set<Address> given) {
        List<LinkCandidate> without = wishes;
        for (int attempt = 0; attempt < RANDOM_KEY_ATTEMPTS_MAX && !without.isEmpty(); attempt++) {
            for (LinkCandidate wish : without) {
                try {
                    wish.checked = wish.checked.withKey(
                            LinkKey.random(wish.checked.prefix(), wish.checked.keyLength()));
                } catch (RequestRefused e) {
                    wish.refuse(e);
                }
            }
            List<LinkCandidate> tried = open(without);
            Set<Address> taken = taken(tried.stream().map(FreeAddresses::address).collect(Collectors.toSet()));
            without = tried.stream()
                    .filter(wish -> taken.contains(address(wish)) || !given.add(address(wish))).toList();
        }
        without.forEach(wish -> wish.refuse(RequestRefused.conflict(
                "keyLength: nearly all keys of this length are taken, ask for a longer one")));
    }

    private Set<Address> taken(Set<Address> wanted) {
        return wanted.isEmpty() ? Set.of() : database.createQuery("select l.domain, l.key from Link l"
                        + " where l.domain in :domains and l.key in :keys and l.live = true", Object[].class)
                .setParameter("domains", wanted.stream().map(Address::domain).distinct().toList())
                .setParameter("keys", wanted.stream().map(Address::key).distinct().toList())
                .getResultStream().map(row -> new Address((String) row[0], (String) row[1]))
                .collect(Collectors.toSet());
    }

    private static List<LinkCandidate> open(List<LinkCandidate> wishes) {
        return wishes.stream().filter(LinkCandidate::open).toList();
    }

    private static Address address(LinkCandidate wish) {
        return new Address(wish.checked.domain(), wish.checked.key());
    }
}
