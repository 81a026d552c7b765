package org.conversions.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** See {@link RetryOnConflict}. Its priority is before that of {@code @Transactional}, so each run is a transaction of its own. */
@RetryOnConflict
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetryOnConflictInterceptor {

    @Inject
    private BusinessComponent component;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
        return Contention.joined() ? component.call(call::proceed)
                : Contention.retriedCall(() -> component.call(call::proceed));
    }
}
