package org.conversions.platform.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
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

    /** Sends one message. @throws QueueUnavailable when the broker cannot take it now */
    public void send(String queue, String id) {
        send(List.of(new QueueMessage(queue, id, null)));
    }

    /**
     * Sends persistent messages over one session, which joins no transaction: a server lets nobody begin one of the broker's
     * own.
     *
     * @throws QueueUnavailable when the broker cannot take one of them now; those before it are sent
     */
    public void send(List<QueueMessage> messages) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
                MessageProducer producer = session.createProducer(null)) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (QueueMessage message : messages) {
                TextMessage text = session.createTextMessage(message.id());
                if (message.group() != null) {
                    text.setStringProperty(QueueMessage.GROUP, message.group());
                }
                producer.send(session.createQueue(message.queue()), text);
            }
        } catch (JMSException | RuntimeException e) {
            throw new QueueUnavailable(e);
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
