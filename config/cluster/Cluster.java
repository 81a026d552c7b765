import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cluster on one machine: MySQL, a broker, two nodes of Conversions and a balancer before them, each in a process of its
 * own, from what the build has brought. A process that ends is started again. It keeps everything below data/cluster, with a
 * log and the process id of each, and stops them in the right order at Ctrl+C or SIGTERM.
 *
 * <p>mvn -q -DskipTests -Pcluster verify &amp;&amp; java config/cluster/Cluster.java [port, 8080]
 */
public class Cluster {

    private static final Path BUILD = Path.of("conversions-ear", "target").toAbsolutePath();
    private static final Path CONFIG = Path.of("config").toAbsolutePath();
    private static final Path DATA = Path.of("data", "cluster").toAbsolutePath();
    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final int START_SECONDS = 180;
    private static final int STOP_SECONDS = 70;

    /** Those that start together, in the order in which they start; they stop in the other. */
    private final List<List<Member>> stages = new ArrayList<>();
    private volatile boolean stopping;

    /** A process of the cluster. @param ready is true when the next ones can start */
    private record Part(String name, List<String> command, Map<String, String> environment, Ready ready) {
    }

    private interface Ready {
        boolean now() throws IOException;
    }

    private static final class Member {
        private final Part part;
        private Process process;

        private Member(Part part) {
            this.part = part;
        }
    }

    public static void main(String[] arguments) throws Exception {
        new Cluster().run(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080);
    }

    private void run(int port) throws Exception {
        if (!Files.exists(BUILD.resolve("mysql/bin/mysqld"))) {
            throw new IllegalStateException("Build it first, in the project's folder: mvn -q -DskipTests -Pcluster verify");
        }
        Files.createDirectories(DATA, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        int database = freePort();
        int broker = freePort();
        start(List.of(mysql(database), broker(broker)));
        Map<String, String> settings = Map.of(
                "CONVERSIONS_DATASOURCE_URL", "jdbc:mysql://127.0.0.1:" + database + "/conversions",
                "CONVERSIONS_DATASOURCE_PASSWORD", secret("password"),
                "CONVERSIONS_JMS_URL", "tcp://127.0.0.1:" + broker,
                "CONVERSIONS_SECRET_KEY", secret("secret.key"),
                "CONVERSIONS_BASE_URL", "http://localhost:" + port);
        start(List.of(node(1, port + 1, settings), node(2, port + 2, settings)));
        start(List.of(new Part("balancer", List.of(JAVA, CONFIG.resolve("cluster/Balancer.java").toString(), "" + port,
                "" + (port + 1), "" + (port + 2)), Map.of(), () -> answers(port))));
        System.out.println("The cluster is running: http://localhost:" + port + "/app/ (its nodes: " + (port + 1) + ", "
                + (port + 2) + "). Stop it with Ctrl+C.");
        Matcher setUp = Pattern.compile("http://\\S+/app/setup/#token=\\w+").matcher(
                Files.readString(DATA.resolve("node1.log")));
        String address = "";
        while (setUp.find()) {
            address = setUp.group();
        }
        if (!address.isEmpty()) {
            System.out.println("Unless you have done so, set it up here: " + address);
        }
        watch();
    }

    /** MySQL as it is in production, but for the sizes: a machine of its own gives it most of its memory. */
    private Part mysql(int port) throws Exception {
        Path home = BUILD.resolve("mysql");
        Path data = DATA.resolve("mysql");
        List<String> common = List.of(home.resolve("bin/mysqld").toString(), "--no-defaults", "--basedir=" + home,
                "--datadir=" + data, "--user=" + System.getProperty("user.name"));
        if (!Files.exists(data)) {
            List<String> install = new ArrayList<>(common);
            install.add("--initialize-insecure");
            Process process = new ProcessBuilder(install).redirectErrorStream(true)
                    .redirectOutput(DATA.resolve("mysql-install.log").toFile()).start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("MySQL cannot be installed: " + Files.readString(DATA.resolve("mysql-install.log")));
            }
        }
        Path first = DATA.resolve("mysql-first.sql");
        Files.writeString(first, "create database if not exists conversions character set utf8mb4 collate utf8mb4_bin;\n"
                + "create user if not exists conversions identified by '" + secret("password") + "';\n"
                + "grant all on conversions.* to conversions;\n"
                + "alter user 'root'@'localhost' account lock;\n");
        List<String> command = new ArrayList<>(common);
        command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=mysql.sock", "--pid-file=mysqld.pid",
                "--mysqlx=OFF",
                "--init-file=" + first, "--innodb-buffer-pool-size=512M", "--max-connections=300"));
        return new Part("mysql", command, Map.of(), () -> answers(port));
    }

    private Part broker(int port) {
        return new Part("broker", List.of(JAVA, "-Xmx256m", "-cp", BUILD.resolve("amqra") + "/*:" + BUILD.resolve("broker") + "/*",
                CONFIG.resolve("cluster/Broker.java").toString(), "" + port, DATA.resolve("broker").toString()), Map.of(),
                () -> answers(port));
    }

    private Part node(int number, int port, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("CONVERSIONS_DATA_DIR", DATA.resolve("node" + number).toString());
        return new Part("node" + number, List.of(JAVA, "@" + CONFIG.resolve("java-options"), "-jar",
                BUILD.resolve("conversions.jar").toString(), "--port", "" + port), all, () -> isReady(port));
    }

    /** Starts some together, and waits until all of them are ready. */
    private void start(List<Part> parts) throws Exception {
        List<Member> stage = new ArrayList<>();
        synchronized (stages) {
            stages.add(stage);
            for (Part part : parts) {
                Member member = new Member(part);
                launch(member);
                stage.add(member);
            }
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        for (Part part : parts) {
            while (!stopping && !part.ready().now()) {
                if (System.nanoTime() > end) {
                    throw new IllegalStateException(part.name() + " does not start, see " + log(part));
                }
                Thread.sleep(200);
            }
        }
    }

    private void launch(Member member) throws IOException {
        // A session of its own: a Ctrl+C in the terminal reaches this program alone, which stops the others in order.
        List<String> command = new ArrayList<>(List.of("setsid"));
        command.addAll(member.part.command());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(member.part).toFile()));
        builder.environment().putAll(member.part.environment());
        member.process = builder.start();
        Files.writeString(DATA.resolve(member.part.name() + ".pid"), member.process.pid() + "\n");
    }

    /** Starts again what has ended, as a service manager does. */
    private void watch() throws Exception {
        while (!stopping) {
            Thread.sleep(1_000);
            synchronized (stages) {
                for (Member member : stages.stream().flatMap(List::stream).toList()) {
                    if (!stopping && !member.process.isAlive()) {
                        System.out.println(member.part.name() + " has ended with " + member.process.exitValue()
                                + " and is started again");
                        launch(member);
                    }
                }
            }
        }
    }

    /** Nodes finish what they have accepted while the database and the broker are there. */
    private void stop() {
        stopping = true;
        synchronized (stages) {
            for (int i = stages.size() - 1; i >= 0; i--) {
                stages.get(i).forEach(member -> member.process.destroy());
                for (Member member : stages.get(i)) {
                    try {
                        if (!member.process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                            member.process.destroyForcibly();
                        }
                    } catch (InterruptedException e) {
                        member.process.destroyForcibly();
                    }
                }
            }
        }
        System.out.println("The cluster has stopped.");
    }

    private static Path log(Part part) {
        return DATA.resolve(part.name() + ".log");
    }

    /** Random, the same at each start, and for its owner alone. */
    private static String secret(String name) throws IOException {
        Path file = DATA.resolve(name);
        if (!Files.exists(file)) {
            byte[] random = new byte[32];
            new SecureRandom().nextBytes(random);
            Files.writeString(file, Base64.getEncoder().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 1_000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean isReady(int port) {
        try {
            return ((HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/health/ready").toURL().openConnection())
                    .getResponseCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
