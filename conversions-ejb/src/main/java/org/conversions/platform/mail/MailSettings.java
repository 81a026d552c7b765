package org.conversions.platform.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Properties;
import org.conversions.address.EmailAddress;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The operator's mail server, from the settings {@code conversions.mail.*}; by default there is none. */
@ApplicationScoped
public class MailSettings {

    private static final String SETTING = "conversions.mail.";
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /** The ways to keep what is sent from being read on the way. */
    enum Tls {
        STARTTLS(587), IMPLICIT(465), NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }

        static Tls of(String text) {
            return switch (text) {
                case "starttls" -> STARTTLS;
                case "implicit" -> IMPLICIT;
                case "none" -> NONE;
                default -> throw new IllegalArgumentException(
                        SETTING + "tls must be starttls, implicit or none, not " + text);
            };
        }
    }

    private Optional<String> host = Optional.empty();
    private String from;
    private Optional<String> user = Optional.empty();
    private Optional<String> password = Optional.empty();
    private int port;
    private Tls tls;

    protected MailSettings() {
    }

    /** @throws IllegalArgumentException for settings that do not fit together */
    @Inject
    MailSettings(@ConfigProperty(name = SETTING + "host") Optional<String> host,
                 @ConfigProperty(name = SETTING + "port") Optional<Integer> port,
                 @ConfigProperty(name = SETTING + "user") Optional<String> user,
                 @ConfigProperty(name = SETTING + "password") Optional<String> password,
                 @ConfigProperty(name = SETTING + "from") Optional<String> from,
                 @ConfigProperty(name = SETTING + "tls", defaultValue = "starttls") String tls) {
        this.host = host;
        this.user = user;
        this.password = password;
        this.tls = Tls.of(tls);
        this.port = port.orElse(this.tls.usualPort);
        this.from = from.orElse(null);
        if (host.isPresent() && !EmailAddress.isAddress(this.from)) {
            throw new IllegalArgumentException(SETTING + "from must be the e-mail address that mails come from");
        }
        if (user.isPresent() != password.isPresent()) {
            throw new IllegalArgumentException(SETTING + "user and " + SETTING + "password belong together");
        }
    }

    /** Settings that cannot be stop the start. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object started) {
    }

    boolean configured() {
        return host.isPresent();
    }

    String from() {
        return from;
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    /** Returns the settings in the words of Jakarta Mail. A server whose certificate is not its own gets nothing. */
    Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.host", host.orElseThrow());
        properties.setProperty("mail.smtp.port", String.valueOf(port));
        properties.setProperty("mail.smtp.auth", String.valueOf(user.isPresent()));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        return properties;
    }
}
