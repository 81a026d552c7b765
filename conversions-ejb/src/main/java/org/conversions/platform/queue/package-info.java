/**
 * Messages on queues: each says that a row waits in the database, and carries nothing but its id.
 *
 * <p>Two brokers do this work. The executable jar runs ActiveMQ's resource adapter, named {@code amqra}, with a broker
 * inside or an external one; on Payara Server it is the built-in OpenMQ, named {@code jmsra}. The setting
 * {@code conversions.jms.adapter} names the adapter, queues are known by their physical names, and everything else that
 * differs is below. A message-driven bean looks like this:
 *
 * <pre>{@code
 * @MessageDriven(activationConfig = {
 *     @ActivationConfigProperty(propertyName = "resourceAdapter", propertyValue = Queues.ADAPTER),
 *     @ActivationConfigProperty(propertyName = "destinationType", propertyValue = "jakarta.jms.Queue"),
 *     @ActivationConfigProperty(propertyName = "destination", propertyValue = Queues.REFUNDS),
 *     // ActiveMQ
 *     @ActivationConfigProperty(propertyName = "maxSessions", propertyValue = Queues.SESSIONS),
 *     @ActivationConfigProperty(propertyName = "maximumRedeliveries", propertyValue = Queues.REDELIVERIES),
 *     @ActivationConfigProperty(propertyName = "initialRedeliveryDelay", propertyValue = Queues.REDELIVERY_DELAY),
 *     // OpenMQ
 *     @ActivationConfigProperty(propertyName = "endpointPoolMaxSize", propertyValue = Queues.SESSIONS),
 *     @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryAttempts", propertyValue = Queues.REDELIVERIES),
 *     @ActivationConfigProperty(propertyName = "endpointExceptionRedeliveryInterval", propertyValue = Queues.REDELIVERY_DELAY)
 * })
 * public class RefundBean implements MessageListener {
 * }</pre>
 *
 * <p>Each adapter ignores the other's properties. The bean keeps the default transaction attribute: the receipt of the
 * message is then the only resource of its transaction, an exception rolls it back, and the message comes again until
 * it has been delivered four times and ends in the broker's dead-letter queue ({@code ActiveMQ.DLQ},
 * {@code mq.sys.dmq}). With {@code NOT_SUPPORTED}, ActiveMQ's adapter would acknowledge what the bean threw away. The
 * bean itself touches no database: it calls a {@code REQUIRES_NEW} method.
 */
package org.conversions.platform.queue;
