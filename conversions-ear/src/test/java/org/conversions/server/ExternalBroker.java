package org.conversions.server;

import org.apache.activemq.broker.BrokerService;

/** An ActiveMQ broker outside the server under test, which can be down when the server starts, and come and go. */
public final class ExternalBroker implements AutoCloseable {

    private final int port = BuildFolder.freePort();
    private BrokerService broker;

    /** The setting {@code conversions.jms.url} that leads here. */
    public String url() {
        return "tcp://localhost:" + port;
    }

    public void start() {
        broker = new BrokerService();
        broker.setBrokerName("external");
        broker.setPersistent(false);
        broker.setUseJmx(false);
        try {
            broker.addConnector(url());
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not start", e);
        }
    }

    public void stop() {
        try {
            broker.stop();
            broker.waitUntilStopped();
        } catch (Exception e) {
            throw new IllegalStateException("The broker does not stop", e);
        }
    }

    @Override
    public void close() {
        if (broker != null && broker.isStarted()) {
            stop();
        }
    }
}
