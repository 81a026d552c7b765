package org.conversions.platform.queue;

import jakarta.ejb.Singleton;
import jakarta.resource.ConnectionFactoryDefinition;
import jakarta.resource.spi.TransactionSupport.TransactionSupportLevel;

/**
 * Defines the connections that the {@link QueueSender} sends through. They take part in no transaction: a row whose message
 * is lost is found again by a timer, so a message may not cost a two-phase commit.
 */
@ConnectionFactoryDefinition(
        name = QueueDefinition.CONNECTIONS,
        interfaceName = "jakarta.jms.ConnectionFactory",
        resourceAdapter = Queues.ADAPTER,
        transactionSupport = TransactionSupportLevel.NoTransaction,
        minPoolSize = 0,
        maxPoolSize = 32,
        properties = "org.glassfish.connector-connection-pool.max-wait-time-in-millis=5000")
@Singleton
public class QueueDefinition {

    static final String CONNECTIONS = "java:app/jms/conversions";
}
