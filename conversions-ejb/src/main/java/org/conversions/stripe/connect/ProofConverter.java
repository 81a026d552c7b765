package org.conversions.stripe.connect;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores a proof by its word. */
@Converter(autoApply = true)
public class ProofConverter extends WordConverter<ProvenAccount.Proof> {

    public ProofConverter() {
        super(ProvenAccount.Proof.class);
    }
}
