package org.conversions.web.api.write;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.util.Set;
import org.conversions.platform.database.DurableCommits;

/**
 * Keeps a successful answer to a write back until its commit is durable. Reads do not wait, and an error promises
 * nothing. When it cannot be made durable, the answer is that error: the write may have happened or not.
 */
@Provider
@ApplicationScoped
@Priority(DurableAnswers.PRIORITY)
public class DurableAnswers implements ContainerResponseFilter {

    /** The priority after {@link IdempotencyFilter}, which commits: filters of answers go from high to low. */
    static final int PRIORITY = Priorities.USER - 100;

    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    private ResourceInfo resource;
    @Context
    private Providers providers;
    @Inject
    private DurableCommits durable;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (READING.contains(request.getMethod()) || response.getStatus() >= 400 || isDurable()) {
            return;
        }
        try {
            durable.await();
        } catch (RuntimeException e) {
            LateErrors.answer(providers, response, e);
        }
    }

    private boolean isDurable() {
        Class<?> type = resource.getResourceClass();
        return type != null && type.isAnnotationPresent(AnswersWhenDurable.class);
    }
}
