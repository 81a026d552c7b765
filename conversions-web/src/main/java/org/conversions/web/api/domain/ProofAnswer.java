package org.conversions.web.api.domain;

import java.util.List;
import org.conversions.link.domain.DomainProofs.Proof;
import org.conversions.link.domain.DomainRecord;
import org.conversions.web.openapi.Required;

/**
 * The result of looking for a domain's DNS record.
 *
 * @param record  the record that proves it
 * @param found   the values that are there now
 * @param message what is missing, or that nothing is
 */
public record ProofAnswer(
        @Required String slug, boolean verified, DomainRecord record, List<String> found, String message) {

    static ProofAnswer of(Proof proof) {
        return new ProofAnswer(proof.domain().settings().slug(), proof.domain().verified(), proof.domain().record(),
                proof.found(), proof.missing() == null ? "The domain is verified." : proof.missing());
    }
}
