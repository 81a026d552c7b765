package org.conversions.sale;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.conversions.money.Share;
import org.conversions.platform.WordConverter;
import org.conversions.sale.draft.SaleKind;
import org.conversions.sale.draft.SaleSource;
import org.conversions.sale.entry.SaleEntryView;

/** The converters of the columns of a sale that hold words, and of those that hold shares. */
final class SaleWords {

    private SaleWords() {
    }

    /** Stores a {@link SaleKind}. */
    @Converter(autoApply = true)
    public static class Kind extends WordConverter<SaleKind> {

        public Kind() {
            super(SaleKind.class);
        }
    }

    /** Stores a {@link SaleSource}. */
    @Converter(autoApply = true)
    public static class Source extends WordConverter<SaleSource> {

        public Source() {
            super(SaleSource.class);
        }
    }

    /** Stores a {@link SaleEntryView.Kind}. */
    @Converter(autoApply = true)
    public static class EntryKind extends WordConverter<SaleEntryView.Kind> {

        public EntryKind() {
            super(SaleEntryView.Kind.class);
        }
    }

    /** Stores an exact {@link Share} as its text. One that is none is our own bug, and cannot be read. */
    @Converter(autoApply = true)
    public static class Shares implements AttributeConverter<Share, String> {

        @Override
        public String convertToDatabaseColumn(Share share) {
            return share == null ? null : share.toString();
        }

        @Override
        public Share convertToEntityAttribute(String text) {
            return text == null ? null : Share.parse(text);
        }
    }
}
