package org.conversions.launch;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.ClusterCommandResult;
import fish.payara.micro.boot.AdminCommandRunner;
import fish.payara.micro.boot.PayaraMicroBoot;
import fish.payara.micro.boot.PayaraMicroLauncher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Logger;

/**
 * Payara Micro, booted from this jar as its own main class does it, except that its commands stay at hand: that class
 * offers no way to be told of them before it boots.
 */
final class Server extends PayaraMicroLauncher {

    private static final Logger LOG = Logger.getLogger("PayaraMicro");

    private final Listener listener;
    private AdminCommandRunner commands;
    private PayaraMicroBoot micro;

    private Server(Listener listener) {
        this.listener = listener;
    }

    /** Boots Payara Micro with its port closed, and deploys what is in this jar. */
    static Server booted(List<String> options, Listener listener) {
        System.setProperty("fish.payara.micro.BootJar",
                Server.class.getProtectionDomain().getCodeSource().getLocation().toString());
        Server server = new Server(listener);
        try {
            server.launch("create", options.toArray(String[]::new));
        } catch (Exception e) {
            throw new CannotStart(FirstFailure.or(e.toString()));
        }
        return server;
    }

    /** Takes hold of the server before its entry point is called. */
    @Override
    protected Object launch(String entryPoint, String[] arguments, String mainClass, ClassLoader loader)
            throws Exception {
        Thread.currentThread().setContextClassLoader(loader);
        micro = (PayaraMicroBoot) loader.loadClass(mainClass).getMethod("getInstance").invoke(null);
        micro.setPreBootHandler(runner -> {
            commands = runner;
            listener.close(this);
        });
        micro.setPostBootHandler(runner -> commands = runner);
        return super.launch(entryPoint, arguments, mainClass, loader);
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
