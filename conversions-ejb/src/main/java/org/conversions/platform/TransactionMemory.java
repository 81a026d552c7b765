package org.conversions.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;

/** Holds the rows that a transaction knows, for as long as it lasts. Each room remembers its own. */
@ApplicationScoped
public class TransactionMemory {

    /** Names some rows: of a kind, in a workspace and so on. */
    private record Name(Class<?> kind, List<Object> within) {
    }

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /**
     * @param kind   the class of the rows
     * @param within what tells rows of the same kind apart whose names are alike: the workspace, the mode, what the names are
     */
    public <K, V> KnownRows<K, V> of(Class<?> kind, Object... within) {
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return new KnownRows<>();
        }
        Name name = new Name(kind, List.of(within));
        @SuppressWarnings("unchecked")
        KnownRows<K, V> known = (KnownRows<K, V>) transaction.getResource(name);
        if (known == null) {
            known = new KnownRows<>();
            transaction.putResource(name, known);
        }
        return known;
    }
}
