import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A balancer for trying out: gives each connection to the next node that says it is ready, and knows no sticky sessions.
 * In production a balancer that reads HTTP takes its place.
 *
 * <p>java Balancer.java 8080 8081 8082
 */
public class Balancer {

    private static final int LOOK_MILLIS = 500;
    private static final int ANSWER_MILLIS = 2_000;

    private final List<Integer> nodes;
    private final Set<Integer> ready = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private Balancer(List<Integer> nodes) {
        this.nodes = nodes;
    }

    public static void main(String[] arguments) throws IOException {
        List<Integer> ports = Arrays.stream(arguments).map(Integer::valueOf).toList();
        new Balancer(ports.subList(1, ports.size())).listen(ports.get(0));
    }

    private void listen(int port) throws IOException {
        try (ServerSocket door = new ServerSocket(port, 1_000, InetAddress.getByName("127.0.0.1"))) {
            nodes.forEach(node -> threads.execute(() -> look(node)));
            while (true) {
                Socket visitor = door.accept();
                threads.execute(() -> pass(visitor));
            }
        }
    }

    /** A node that stops says so before it closes its door, so that it gets no more visitors. */
    private void look(int node) {
        while (true) {
            try {
                HttpURLConnection health = (HttpURLConnection) URI.create("http://127.0.0.1:" + node + "/health/ready")
                        .toURL().openConnection();
                health.setConnectTimeout(ANSWER_MILLIS);
                health.setReadTimeout(ANSWER_MILLIS);
                if (health.getResponseCode() == 200) {
                    ready.add(node);
                } else {
                    ready.remove(node);
                }
            } catch (IOException gone) {
                ready.remove(node);
            }
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException end) {
                return;
            }
        }
    }

    private void pass(Socket visitor) {
        try (visitor; Socket node = connect()) {
            visitor.setTcpNoDelay(true);
            threads.execute(() -> copy(visitor, node));
            copy(node, visitor);
        } catch (IOException nobody) {
            System.err.println("A visitor is turned away: " + nobody.getMessage());
        }
    }

    /** Tries the others when one does not answer, also before its health has told. */
    private Socket connect() throws IOException {
        List<Integer> order = new ArrayList<>(nodes);
        Collections.rotate(order, turn.incrementAndGet() % nodes.size());
        for (int node : order) {
            if (ready.contains(node)) {
                Socket socket = new Socket();
                try {
                    socket.connect(new InetSocketAddress("127.0.0.1", node), ANSWER_MILLIS);
                    socket.setTcpNoDelay(true);
                    return socket;
                } catch (IOException gone) {
                    socket.close();
                    ready.remove(node);
                }
            }
        }
        throw new IOException("no node is ready");
    }

    /** Until one side has said all; then the other is told so. */
    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[16_384];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
                out.flush();
            }
            to.shutdownOutput();
        } catch (IOException gone) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            // It is closed already.
        }
    }
}
