package org.conversions.platform;

import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/** Gathers values of a transaction, which are written at once just before its commit. */
public final class BeforeCommit {

    private BeforeCommit() {
    }

    /**
     * @param type  of the collection: a transaction has one of each
     * @param made  makes an empty one at the first call of a transaction
     * @param write writes it. No component is at work then by which a persistence unit could be looked up: it uses a session
     *              that it got before
     * @param ended gets the status that the transaction ended with, see {@link jakarta.transaction.Status}
     * @return the one of the transaction that is under way
     */
    public static <T> T gather(TransactionSynchronizationRegistry transaction, Class<T> type, Supplier<T> made,
                               Consumer<T> write, IntConsumer ended) {
        return gather(transaction, type, made, write, (gathered, status) -> ended.accept(status));
    }

    /** Does the same. @param ended gets what was gathered, too, also when it was not written because of a rollback */
    public static <T> T gather(TransactionSynchronizationRegistry transaction, Class<T> type, Supplier<T> made,
                               Consumer<T> write, ObjIntConsumer<T> ended) {
        T known = type.cast(transaction.getResource(type));
        if (known != null) {
            return known;
        }
        T gathered = made.get();
        transaction.putResource(type, gathered);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                write.accept(gathered);
            }

            @Override
            public void afterCompletion(int status) {
                ended.accept(gathered, status);
            }
        });
        return gathered;
    }
}
