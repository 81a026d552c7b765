package org.conversions.web.ops;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A request that has a permit of the {@link Intake} until it is answered, which may be long after the filters have
 * returned: then it ends when its answer is completed, or with the dispatch that writes the answer.
 *
 * <p>No AsyncListener, because Payara begins a request in CDI for every one that it calls, inside of another.
 */
class RequestInHand extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = RequestInHand.class.getName();

    private final Semaphore permits;
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile boolean async;
    private volatile AsyncContext context;

    RequestInHand(HttpServletRequest request, Semaphore permits) {
        super(request);
        this.permits = permits;
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The one that a request belongs to that was dispatched for its answer; null when it has not come by this way. */
    static RequestInHand of(ServletRequest request) {
        return (RequestInHand) request.getAttribute(ATTRIBUTE);
    }

    /** Returns whether the answer is given later. */
    boolean isAsync() {
        return async;
    }

    /** Gives the permit back, once. */
    void end() {
        if (ended.compareAndSet(false, true)) {
            permits.release();
        }
    }

    @Override
    public AsyncContext startAsync() {
        return watched(super.startAsync());
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
        return watched(super.startAsync(request, response));
    }

    /** Returns the one that is watched, also to who did not start it. */
    @Override
    public AsyncContext getAsyncContext() {
        return context == null ? super.getAsyncContext() : context;
    }

    private AsyncContext watched(AsyncContext started) {
        async = true;
        context = (AsyncContext) Proxy.newProxyInstance(RequestInHand.class.getClassLoader(),
                new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> call(started, method, arguments));
        return context;
    }

    private Object call(AsyncContext started, Method method, Object[] arguments) throws Throwable {
        boolean last = method.getName().equals("complete");
        try {
            return method.invoke(started, arguments);
        } catch (InvocationTargetException e) {
            // What cannot be dispatched any more gets no answer.
            last |= method.getName().equals("dispatch");
            throw e.getCause();
        } finally {
            if (last) {
                end();
            }
        }
    }
}
