package org.conversions.link.domain;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.conversions.platform.RequestRefused;
import org.conversions.platform.id.WorkspaceId;

/** Proves that a domain is a workspace's own. No transaction is open while the DNS is asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DomainProofs {

    /**
     * The result of a look for the record.
     *
     * @param found   the values of the record as they are now
     * @param missing the next step, as a sentence; null when the domain is proved
     */
    public record Proof(DomainView domain, List<String> found, String missing) {
    }

    @Inject
    private Domains domains;
    @Inject
    private DnsTexts dns;

    /** @throws RequestRefused not found; conflict when another workspace has proved the domain */
    public Proof verify(WorkspaceId workspaceId, String slug) {
        DomainView domain = domains.get(workspaceId, slug);
        if (domain.verified()) {
            return new Proof(domain, List.of(), null);
        }
        DomainRecord record = domain.record();
        DnsTexts.Answer texts = dns.of(record.name());
        if (texts.values().contains(record.value())) {
            return new Proof(domains.proved(workspaceId, domain.settings().slug()), texts.values(), null);
        }
        String wanted = "set a TXT record at " + record.name() + " with the value " + record.value();
        return new Proof(domain, texts.values(), texts.trouble() != null
                ? "The DNS did not answer (" + texts.trouble() + "). If it is not there yet, " + wanted + '.'
                : texts.values().isEmpty()
                        ? "There is no TXT record at " + record.name() + " yet: " + wanted
                                + ". It may take some minutes to be seen."
                        : "The TXT record at " + record.name() + " has another value: " + wanted + '.');
    }
}
