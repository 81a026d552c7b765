package org.conversions.link.domain;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;

/**
 * Looks every week whether the record that proves a domain is still there, see {@link DomainCheck}. A DNS that does not
 * answer proves nothing: the domain is looked at again a day later. No transaction is open while the DNS is asked.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainChecks {

    private static final System.Logger LOG = System.getLogger(DomainChecks.class.getName());
    private static final int AT_ONCE_MAX = 100;

    @Inject
    private DomainsInService domains;
    @Inject
    private DnsTexts dns;
    @Inject
    private Clock clock;

    private Function<String, DnsTexts.Answer> ask;

    public DomainChecks() {
    }

    /** @param ask finds the texts at a name */
    DomainChecks(DomainsInService domains, Clock clock, Function<String, DnsTexts.Answer> ask) {
        this.domains = domains;
        this.clock = clock;
        this.ask = ask;
    }

    @PostConstruct
    void open() {
        ask = dns::of;
    }

    /** Does not throw: the server would give up a timer that fails twice in a row. What failed is tried again. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    public void look() {
        try {
            Instant since = clock.instant().minus(DomainCheck.EVERY);
            for (DomainView domain : domains.due(since, AT_ONCE_MAX)) {
                if (domains.begin(domain.id(), since)) {
                    look(domain);
                }
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Domains could not be looked at yet", e);
        }
    }

    private void look(DomainView domain) {
        DnsTexts.Answer texts = ask.apply(domain.record().name());
        if (texts.trouble() != null) {
            return;
        }
        DomainCheck check = domains.checked(domain.id(), texts.values().contains(domain.record().value()));
        if (check != null && check.missingSince() != null) {
            LOG.log(Level.WARNING, "The TXT record {0} that proves the domain {1} is missing: {2}", domain.record().name(),
                    domain.settings().slug(), check.inService() ? "if it is still missing in a week, the domain leads nowhere"
                            : "the domain leads nowhere until it is verified again");
        }
    }
}
