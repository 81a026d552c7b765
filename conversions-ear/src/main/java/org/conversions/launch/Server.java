package org.conversions.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Payara Micro, booted as its own main class does it, except that its libraries are unpacked already, and that its commands
 * stay at hand: that class offers no way to be told of them before it boots.
 */
final class Server {

    private static final Logger LOG = Logger.getLogger("PayaraMicro");
    private static final String MICRO = "fish.payara.micro.impl.PayaraMicroImpl";

    private final Listener listener;
    private AdminCommandRunner commands;
    private PayaraMicroBoot micro;

    private Server(Listener listener) {
        this.listener = listener;
    }

    /** Boots Payara Micro with its port closed, and deploys the application. */
    static Server booted(List<String> options, Listener listener, Path jar, Installation installation) {
        System.setProperty("fish.payara.micro.BootJar", jar.toUri().toString());
        System.setProperty("fish.payara.micro.UnpackDir", installation.folder().toString());
        Server server = new Server(listener);
        try {
            server.boot(options, installation);
        } catch (InvocationTargetException e) {
            throw new CannotStart(FirstFailure.or(e.getCause().toString()));
        } catch (ReflectiveOperationException e) {
            throw new CannotStart(FirstFailure.or(e.toString()));
        }
        return server;
    }

    /** Takes hold of the server before its entry point is called. */
    private void boot(List<String> options, Installation installation) throws ReflectiveOperationException {
        ClassLoader classes = installation.classes();
        Thread.currentThread().setContextClassLoader(classes);
        Class<?> type = classes.loadClass(MICRO);
        micro = (PayaraMicroBoot) type.getMethod("getInstance").invoke(null);
        micro.setPreBootHandler(runner -> {
            commands = runner;
            listener.close(this);
        });
        micro.setPostBootHandler(runner -> {
            commands = runner;
            deploy("amqra", installation);
            deploy("ROOT", installation, "--contextroot=/");
        });
        type.getMethod("create", String[].class).invoke(null, (Object) options.toArray(String[]::new));
    }

    /**
     * Says to the server what to run; it begins to when all has been said. What goes wrong is in the log, and seen when
     * the application is not there.
     */
    private void deploy(String name, Installation installation, String... more) {
        String[] arguments = Stream.of(Stream.of("--loadOnly=true", "--name=" + name), Stream.of(more),
                Stream.of(installation.application(name).toString())).flatMap(part -> part).toArray(String[]::new);
        commands.run("deploy", arguments);
    }

    /** Changes an attribute of the configuration; dotted names as those of asadmin. */
    void set(String attribute, Object value) {
        ClusterCommandResult result = commands.run("set", attribute + "=" + value);
        if (result.getExitStatus() == ClusterCommandResult.ExitStatus.FAILURE) {
            throw new IllegalStateException(
                    attribute + " cannot be set to " + value + ": " + result.getOutput(), result.getFailureCause());
        }
    }

    /** Stops the applications, then the connection pools and the broker, then the rest. */
    void stop() throws BootstrapException {
        // Its connector runtime prints a list of its resources then, which no log level turns off.
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream()));
        try {
            micro.shutdown();
        } finally {
            System.setOut(out);
        }
        // Its shutdown hook has nothing left to do, and would say so.
        LOG.setFilter(entry -> false);
    }
}
