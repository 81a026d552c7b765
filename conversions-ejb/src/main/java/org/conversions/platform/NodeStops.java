package org.conversions.platform;

/**
 * CDI event: this node is about to stop. No request will come any more, and everything that the work needs is still
 * there. An observer ends its own work before it returns. A server that only undeploys the application fires none.
 *
 * <p>A bean that has resources of the server injected observes it with {@code IF_EXISTS}: it cannot be made for this
 * event, which comes from none of the application's threads, and had nothing to do so far.
 */
public record NodeStops() {
}
