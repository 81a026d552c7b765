package org.conversions.stripe.refund;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.inject.Inject;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.conversions.platform.queue.Queues;
import org.conversions.stripe.event.QueuedStripeEvents;

/** Works off refunds and disputes, which take back a share of their sale and of its commission. */
@MessageDriven(activationConfig = {
    @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Queues.ADAPTER),
    @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
    @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.REFUNDS),
    // ActiveMQ
    @ActivationConfigProperty(propertyName = "maxSessions", propertyValue = Queues.SESSIONS),
    @ActivationConfigProperty(propertyName = "maximumRedeliveries", propertyValue = Queues.REDELIVERIES),
    @ActivationConfigProperty(propertyName = "initialRedeliveryDelay", propertyValue = Queues.REDELIVERY_DELAY),
    // OpenMQ
    @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = Queues.SESSIONS),
    @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts",
            propertyValue = Queues.REDELIVERIES),
    @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryInterval",
            propertyValue = Queues.REDELIVERY_DELAY)
})
public class RefundBean implements MessageListener {

    @Inject
    private QueuedStripeEvents events;

    @Override
    public void onMessage(Message message) {
        events.process(message);
    }
}
