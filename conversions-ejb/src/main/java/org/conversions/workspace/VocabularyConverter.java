package org.conversions.workspace;

import jakarta.persistence.Converter;
import org.conversions.platform.WordConverter;

/** Stores {@link Vocabulary}. */
@Converter(autoApply = true)
public class VocabularyConverter extends WordConverter<Vocabulary> {

    public VocabularyConverter() {
        super(Vocabulary.class);
    }
}
