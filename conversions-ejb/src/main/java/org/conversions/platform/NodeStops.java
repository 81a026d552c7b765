package org.conversions.platform;

/**
 * The event that this node is about to stop: no request will come any more, and everything that the work needs is still
 * there. Who observes it ends its own work before it returns. A server that only undeploys the application does not tell.
 *
 * <p>A bean that has resources of the server injected observes it with {@code IF_EXISTS}: it cannot be made for this
 * event, which comes from none of the application's threads, and had nothing to do so far.
 */
public record NodeStops() {
}
