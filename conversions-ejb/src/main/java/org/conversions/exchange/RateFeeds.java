package org.conversions.exchange;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import org.conversions.platform.RequestRefused;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings in the rates of the whole server: the bundled ones and the operator's file at the start, and then by a timer the
 * file when it changes and the address when it is time. Every node does so for itself; what is there already changes
 * nothing. A source that cannot be used is named in the log once, and the rates stay as they are.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RateFeeds {

    static final String BUNDLED = "/META-INF/exchange-rates.json";
    static final Duration REFRESH_AFTER = Duration.ofHours(6);
    static final Duration RETRY_AFTER = Duration.ofMinutes(15);

    private static final System.Logger LOG = System.getLogger(RateFeeds.class.getName());
    private static final long TICK_FIRST_MILLIS = 1_000;
    private static final long TICK_MILLIS = 5_000;
    private static final String FILE_SETTING = "conversions.fx.file";
    private static final String URL_SETTING = "conversions.fx.url";

    @Resource
    private TimerService timers;
    @Inject
    private RateTable table;
    @Inject
    private RateHistory history;
    @Inject
    private Clock clock;
    @Inject
    @ConfigProperty(name = FILE_SETTING)
    private Optional<String> file;
    private final Optional<String> url = RateAddress.of(URL_SETTING);

    /** The look of the file when it was read last. */
    private String fileSeen = "";
    private Instant fetchAt = Instant.MIN;
    private String complaintOfUrl = "";
    private LocalDate ageLookedAt = LocalDate.MIN;

    @PostConstruct
    void begin() {
        // A release has been looked at, so what jumps in its file has been confirmed by the operator who installs it.
        RateFile bundled = bundled();
        table.store(StoredRate.WHOLE_SERVER, bundled.rates(), RateSource.BUNDLED, true);
        lookAtFile();
        timers.createIntervalTimer(TICK_FIRST_MILLIS, TICK_MILLIS, new TimerConfig(null, false));
    }

    /** Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    @Timeout
    void tick() {
        try {
            lookAtFile();
            refresh();
            lookAtAge();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The exchange rates cannot be brought up to date right now", e);
        }
    }

    /** @return the rates that come with the application, whatever day the clock says it is */
    static RateFile bundled() {
        try (InputStream stream = RateFeeds.class.getResourceAsStream(BUNDLED)) {
            return RateFile.read(stream.readAllBytes(), LocalDate.MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookAtFile() {
        if (file.isEmpty()) {
            return;
        }
        Path path = Path.of(file.get());
        String look = "";
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            look = attributes.lastModifiedTime() + ", " + attributes.size();
            if (look.equals(fileSeen)) {
                return;
            }
            try (InputStream stream = Files.newInputStream(path)) {
                RateFile rates = RateFile.read(stream.readNBytes(RateFile.BYTES_MAX + 1), today());
                take(rates, RateSource.FILE, FILE_SETTING, rates.confirmed());
            }
        } catch (RequestRefused | IOException e) {
            String complaint = e instanceof NoSuchFileException ? "is not there" : e instanceof RequestRefused
                    ? e.getMessage() : "cannot be read: " + e;
            look = look.isEmpty() ? complaint : look;
            if (!look.equals(fileSeen)) {
                LOG.log(Level.ERROR, "{0}: the file {1} is not used, the rates stay as they are: {2}", FILE_SETTING,
                        path, complaint);
            }
        }
        fileSeen = look;
    }

    private void refresh() {
        Instant now = clock.instant();
        if (url.isEmpty() || now.isBefore(fetchAt)) {
            return;
        }
        fetchAt = now.plus(RETRY_AFTER);
        try {
            take(RateFile.read(RateDownload.fetch(url.get()), today()), RateSource.URL, URL_SETTING, false);
            fetchAt = now.plus(REFRESH_AFTER);
            complaintOfUrl = "";
            history.fill(today());
        } catch (RequestRefused | IOException e) {
            String complaint = oneLine(e instanceof RequestRefused ? "the answer " + e.getMessage() : e.getClass()
                    .getSimpleName() + ": " + e.getMessage());
            if (!complaint.equals(complaintOfUrl)) {
                LOG.log(Level.WARNING, "{0}: nothing is taken from there, the newest rates are of {1}: {2}", URL_SETTING,
                        newest().map(LocalDate::toString).orElse("no day"), complaint);
                // One line is enough for today.
                ageLookedAt = today();
            }
            complaintOfUrl = complaint;
        }
    }

    private void take(RateFile rates, RateSource source, String setting, boolean confirmed) {
        RateTable.Stored stored = table.store(StoredRate.WHOLE_SERVER, rates.rates(), source, confirmed);
        LOG.log(Level.INFO, "{0}: rates of {1}, new for {2} currencies{3}", setting, rates.rates().asOf(),
                stored.accepted().size(), rates.leftOut().isEmpty() ? ""
                        : "; left out, being none: " + oneLine(String.join(", ", rates.leftOut())));
        if (!stored.held().isEmpty()) {
            LOG.log(Level.WARNING, "{0}: the rates of {1} differ from the last ones by more than {2} percent and are not"
                            + " used until they are confirmed", setting, String.join(", ", stored.held()),
                    JumpPolicy.PERCENT_MAX);
        }
    }

    /** Keeps a text from elsewhere from beginning a line of the log that looks like ours. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** Reports rates that are too old, once a day. */
    private void lookAtAge() {
        LocalDate today = today();
        if (today.equals(ageLookedAt)) {
            return;
        }
        ageLookedAt = today;
        Optional<LocalDate> newest = newest();
        newest.map(asOf -> RateAge.of(asOf, today)).filter(RateAge::stale).ifPresent(age -> LOG.log(Level.WARNING,
                "The newest exchange rates are of {0} and {1} days old. Set {2} to an address that they are refreshed"
                        + " from, or {3} to a file of newer ones.", newest.get(), age.days(), URL_SETTING, FILE_SETTING));
    }

    private Optional<LocalDate> newest() {
        return table.newest(StoredRate.WHOLE_SERVER, today()).values().stream().map(StoredRate::asOf)
                .max(Comparator.naturalOrder());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
