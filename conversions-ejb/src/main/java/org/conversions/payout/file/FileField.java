package org.conversions.payout.file;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.conversions.payout.profile.PayoutAccount;
import org.conversions.payout.profile.PostalAddress;
import org.conversions.platform.Word;

/** The facts of a payout that a column of a file can hold. */
public enum FileField implements Word {
    PAYOUT_ID("payoutId", PayoutRow::payoutId),
    AMOUNT("amount", (order, row) -> order.amount(row.amount().units())),
    CURRENCY("currency", row -> row.amount().currency().toUpperCase(Locale.ROOT)),
    REFERENCE("reference", PayoutRow::reference),
    PARTNER_ID("partnerId", row -> row.payee().partnerId()),
    TENANT_ID("tenantId", row -> row.payee().tenantId()),
    PARTNER_NAME("partnerName", row -> row.payee().name()),
    EMAIL("email", row -> row.payee().email()),
    /** Of the account's holder, or else the partner's. */
    NAME("name", row -> row.payee().holder()),
    IBAN("iban", account(account -> account.iban() == null ? null : account.iban().text())),
    BIC("bic", account(account -> account.bic() == null ? null : account.bic().text())),
    STREET("street", address(PostalAddress::street)),
    BUILDING_NUMBER("buildingNumber", address(PostalAddress::buildingNumber)),
    POSTAL_CODE("postalCode", address(PostalAddress::postalCode)),
    CITY("city", address(PostalAddress::city)),
    COUNTRY("country", address(PostalAddress::country));

    private final String word;
    private final BiFunction<FileOrder, PayoutRow, Object> value;

    FileField(String word, BiFunction<FileOrder, PayoutRow, Object> value) {
        this.word = word;
        this.value = value;
    }

    FileField(String word, Function<PayoutRow, String> value) {
        this(word, (order, row) -> value.apply(row));
    }

    /** @param row with an account @return a text or a number; null for none */
    Object of(FileOrder order, PayoutRow row) {
        return value.apply(order, row);
    }

    @Override
    public String text() {
        return word;
    }

    private static Function<PayoutRow, String> account(Function<PayoutAccount, String> part) {
        return row -> part.apply(row.payee().account());
    }

    private static Function<PayoutRow, String> address(Function<PostalAddress, String> part) {
        return account(account -> account.address() == null ? null : part.apply(account.address()));
    }
}
