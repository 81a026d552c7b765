package org.conversions.link.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the DNS for TXT records, by the JDK's own client. A server that does not answer holds the thread that asks for some
 * seconds, and any name may have such a server: so only a few may ask at once.
 */
@ApplicationScoped
public class DnsTexts {

    static final int TIMEOUT_MILLIS = 2_000;
    static final int TRIES = 2;
    static final int VALUES_MAX = 20;
    static final int AT_ONCE_MAX = 8;
    private static final String TXT = "TXT";

    /** @param trouble why there is no answer; null when there is one, be it that nothing is there */
    public record Answer(List<String> values, String trouble) {
    }

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private Optional<String> servers;

    protected DnsTexts() {
    }

    /** @param servers {@code host[:port]} of the servers to be asked, with commas; empty for the system's */
    @Inject
    public DnsTexts(@ConfigProperty(name = "conversions.dns.servers") Optional<String> servers) {
        this.servers = servers;
    }

    public Answer of(String name) {
        if (!places.tryAcquire()) {
            return new Answer(List.of(), "too many ask at this moment");
        }
        try {
            return asked(name);
        } finally {
            places.release();
        }
    }

    private Answer asked(String name) {
        // Hashtable is what JNDI takes.
        Hashtable<String, String> settings = new Hashtable<>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, servers.stream().flatMap(list -> Stream.of(list.split(",")))
                .map(server -> "dns://" + server.strip()).collect(Collectors.joining(" ")));
        if (servers.isEmpty()) {
            settings.put(Context.PROVIDER_URL, "dns:");
        }
        settings.put("com.sun.jndi.dns.timeout.initial", String.valueOf(TIMEOUT_MILLIS));
        settings.put("com.sun.jndi.dns.timeout.retries", String.valueOf(TRIES));
        InitialDirContext context = null;
        try {
            context = new InitialDirContext(settings);
            return new Answer(values(context.getAttributes(name, new String[] {TXT}).get(TXT)), null);
        } catch (NameNotFoundException e) {
            return new Answer(List.of(), null);
        } catch (CommunicationException e) {
            return new Answer(List.of(), "no answer in time");
        } catch (NamingException e) {
            return new Answer(List.of(), e.getClass().getSimpleName());
        } finally {
            close(context);
        }
    }

    private static List<String> values(Attribute texts) throws NamingException {
        List<String> values = new ArrayList<>();
        for (int i = 0; texts != null && i < Math.min(texts.size(), VALUES_MAX); i++) {
            values.add(String.valueOf(texts.get(i)));
        }
        return values;
    }

    private static void close(InitialDirContext context) {
        try {
            if (context != null) {
                context.close();
            }
        } catch (NamingException e) {
            // It holds no connection that could stay open.
            return;
        }
    }
}
