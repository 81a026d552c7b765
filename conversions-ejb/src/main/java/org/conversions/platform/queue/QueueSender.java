package org.conversions.platform.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends messages to queues, each of which says that a row waits. It is called after the commit that made the row visible: the
 * message joins no transaction, and its reader may be faster than the caller.
 */
@ApplicationScoped
public class QueueSender {

    private static final Logger LOG = Logger.getLogger(QueueSender.class.getName());

    @Resource(lookup = QueueDefinition.CONNECTIONS)
    private ConnectionFactory connections;

    /**
     * Sends a persistent message that carries the id.
     *
     * @throws QueueUnavailable when the broker cannot take it now
     */
    public void send(String queue, String id) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            producer.send(session.createTextMessage(id));
        } catch (JMSException | RuntimeException e) {
            throw new QueueUnavailable(queue, e);
        }
    }

    /** @return whether the broker answers now. A temporary queue is the smallest thing that it must confirm */
    public boolean answers() {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE)) {
            session.createTemporaryQueue().delete();
            return true;
        } catch (JMSException | RuntimeException e) {
            LOG.log(Level.FINE, "The broker does not answer", e);
            return false;
        }
    }
}
