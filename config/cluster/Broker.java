import java.nio.file.Path;
import org.apache.activemq.broker.BrokerService;

/**
 * An ActiveMQ Classic broker with a journal of its own, in a process of its own: what conversions.jms.url names. It keeps its
 * messages over a restart. See Cluster.java, which starts it with the libraries that it needs.
 */
public class Broker {

    private static final long JOURNAL_BYTES_MAX = 1L << 30;

    public static void main(String[] arguments) throws Exception {
        BrokerService broker = new BrokerService();
        broker.setBrokerName("cluster");
        broker.setDataDirectoryFile(Path.of(arguments[1]).toFile());
        broker.setUseJmx(false);
        broker.getSystemUsage().getStoreUsage().setLimit(JOURNAL_BYTES_MAX);
        broker.addConnector("tcp://127.0.0.1:" + arguments[0]);
        broker.start();
        broker.waitUntilStopped();
    }
}
