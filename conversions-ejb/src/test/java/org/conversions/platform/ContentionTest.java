package org.conversions.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ContentionTest {

    private final AtomicInteger runs = new AtomicInteger();

    static Stream<SQLException> lostRaces() {
        return Stream.of(new SQLIntegrityConstraintViolationException("duplicate key of MySQL", "23000", 1062),
                new BatchUpdateException("duplicate key of H2", "23505", new int[0]),
                new BatchUpdateException("deadlock", "40001", new int[0]),
                new BatchUpdateException("lock timeout of H2", "HYT00", new int[0]),
                new BatchUpdateException("lock wait timeout of MySQL", "41000", new int[0]),
                new SQLTransactionRollbackException("deadlock", "40001"), new SQLTransientException("lock wait timeout"));
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void aTransactionThatLostARaceIsRunAgain(SQLException lost) {
        assertThat(Contention.retried(failing(1, wrapped(lost)))).isEqualTo("stored");
        assertThat(runs).hasValue(2);
    }

    @Test
    void whatGoesWellRunsOnce() {
        assertThat(Contention.retried(failing(0, null))).isEqualTo("stored");
        assertThat(runs).hasValue(1);
    }

    @Test
    void afterEightTriesTheCallerGetsTheFailure() {
        RuntimeException lost = wrapped(new SQLTransactionRollbackException("deadlock"));
        assertThatThrownBy(() -> Contention.retried(failing(8, lost))).isSameAs(lost);
        assertThat(runs).hasValue(8);
    }

    @Test
    void theEighthTryMayStillWin() {
        assertThat(Contention.retried(failing(7, wrapped(new SQLTransactionRollbackException("deadlock"))))).isEqualTo("stored");
    }

    @ParameterizedTest
    @CsvSource({Status.STATUS_NO_TRANSACTION + ", false", Status.STATUS_ACTIVE + ", true", Status.STATUS_MARKED_ROLLBACK + ", true"})
    void theTransactionOfACallerIsSeen(int status, boolean joined) {
        TransactionSynchronizationRegistry caller = (TransactionSynchronizationRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {TransactionSynchronizationRegistry.class},
                (proxy, method, arguments) -> status);
        assertThat(Contention.joined(caller)).isEqualTo(joined);
    }

    static Stream<RuntimeException> otherFailures() {
        return Stream.of(wrapped(new SQLSyntaxErrorException("no such column", "42S22")),
                wrapped(new SQLIntegrityConstraintViolationException("null in H2", "23502")),
                wrapped(new SQLIntegrityConstraintViolationException("null in MySQL", "23000", 1048)), RequestRefused.conflict("key_taken", "key: is taken"),
                new IllegalStateException("a fault of ours"));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void anyOtherFailureIsNotTriedAgain(RuntimeException failure) {
        assertThatThrownBy(() -> Contention.retried(failing(1, failure))).isSameAs(failure);
        assertThat(runs).hasValue(1);
    }

    private Supplier<String> failing(int times, RuntimeException failure) {
        return () -> {
            if (runs.incrementAndGet() <= times) {
                throw failure;
            }
            return "stored";
        };
    }

    /** Wraps an exception as the container hands it on. */
    private static RuntimeException wrapped(SQLException error) {
        return new EJBException(new RuntimeException("could not execute statement", error));
    }
}
