package org.conversions.platform.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Hands a mail to the operator's mail server. */
final class SmtpMessage {

    private final MailSettings settings;

    SmtpMessage(MailSettings settings) {
        this.settings = settings;
    }

    /** @throws MessagingException when the mail server does not take it */
    void send(Mail mail, Instant now) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(settings.properties(), login()));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), StandardCharsets.UTF_8.name());
        message.setText(mail.text(), StandardCharsets.UTF_8.name());
        message.setHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
        // Answering machines leave it alone.
        message.setHeader("Auto-Submitted", "auto-generated");
        Transport.send(message);
    }

    private Authenticator login() {
        return settings.user().<Authenticator>map(user -> new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, settings.password().orElseThrow());
            }
        }).orElse(null);
    }
}
