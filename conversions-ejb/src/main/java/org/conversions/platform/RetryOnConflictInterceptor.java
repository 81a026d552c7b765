package org.conversions.platform;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** See {@link RetryOnConflict}. Its priority is before that of {@code @Transactional}, so each run is a transaction of its own. */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryOnConflictInterceptor {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        return Contention.joined(transaction) ? call.proceed() : Contention.retriedCall(call::proceed);
    }
}
