package org.conversions.stripe.transfer;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link TransferState}. */
@Converter(autoApply = true)
public class TransferStateConverter extends WordConverter<TransferState> {

    public TransferStateConverter() {
        super(TransferState.class);
    }
}
