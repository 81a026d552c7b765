package org.conversions.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import javax.naming.InitialContext;

/** See {@link RetryOnConflict}. Its priority is before that of {@code @Transactional}, so each run is a transaction of its own. */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryOnConflictInterceptor {

    /** Looked up at each call: it cannot be injected where the caller is the web module, see {@link BusinessComponent}. */
    private static final String TRANSACTION = "java:comp/TransactionSynchronizationRegistry";

    @Inject
    private BusinessComponent component;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        TransactionSynchronizationRegistry transaction = InitialContext.doLookup(TRANSACTION);
        return Contention.joined(transaction) ? component.call(call::proceed)
                : Contention.retriedCall(() -> component.call(call::proceed));
    }
}
