package org.conversions.payout.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.conversions.platform.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutAccountTest {

    private static final String IBAN = "DE89370400440532013000";
    private static final PostalAddress ADDRESS = new PostalAddress(" Unter den Linden ", "1", "10117", "Berlin", "DE");

    @Test
    void aBankAccountHasHolderAndAddress() {
        PayoutAccount account = new PayoutAccount.Draft("bank", "de89 3704 0044 0532 0130 00", "cobadeff", null, " Ann ", ADDRESS, null).checked();
        assertThat(account).isEqualTo(new PayoutAccount(PayoutMethod.BANK, new Iban(IBAN), new Bic("COBADEFF"), null, "Ann",
                new PostalAddress("Unter den Linden", "1", "10117", "Berlin", "DE"), null));
        assertThat(account.toString()).doesNotContain("3704").doesNotContain("Ann");
    }

    @Test
    void theOthersNeedLess() {
        assertThat(new PayoutAccount.Draft("paypal", "", " ", "Ann@Example.com", null, null, "de").checked())
                .isEqualTo(new PayoutAccount(PayoutMethod.PAYPAL, null, null, "ann@example.com", null, null, PartnerLanguage.DE));
        assertThat(new PayoutAccount.Draft("external", null, null, null, null, null, "").checked().method())
                .isEqualTo(PayoutMethod.EXTERNAL);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, -, -, -, -, field_missing, method", "cheque, -, -, -, -, field_value_unknown, method",
        "bank, -, -, -, Ann, field_missing, iban", "bank, DE00370400440532013000, -, -, Ann, iban_wrong, iban",
        "bank, DE89370400440532013000, NOBANK, -, Ann, bic_wrong, bic", "bank, DE89370400440532013000, -, -, -, field_missing, name",
        "paypal, -, -, -, -, field_missing, paypalEmail", "paypal, -, -, nobody, -, field_malformed, paypalEmail",
        "external, DE00370400440532013000, -, -, -, iban_wrong, iban"})
    void whatIsMissingOrWrongIsNamed(String method, String iban, String bic, String email, String name, String reason, String field) {
        refused(new PayoutAccount.Draft(method, iban, bic, email, name, ADDRESS, null), reason, field);
    }

    @Test
    void theAddressIsInParts() {
        refused(new PayoutAccount.Draft("bank", IBAN, null, null, "Ann", null, null), "field_missing", "address");
        refused(of(new PostalAddress(null, null, null, " ", "DE")), "field_missing", "address.city");
        refused(of(new PostalAddress(null, null, null, "Berlin", null)), "field_missing", "address.country");
        refused(of(new PostalAddress(null, null, null, "Berlin", "XX")), "field_malformed", "address.country");
        refused(of(new PostalAddress(null, null, null, "Berlin", "DEU")), "field_too_long", "address.country");
        refused(of(new PostalAddress("s".repeat(71), null, null, "Berlin", "DE")), "field_too_long", "address.street");
        refused(of(new PostalAddress(null, "1\n2", null, "Berlin", "DE")), "field_malformed", "address.buildingNumber");
        assertThat(of(new PostalAddress(null, "", " ", "Berlin", "DE")).checked().address())
                .isEqualTo(new PostalAddress(null, null, null, "Berlin", "DE"));
    }

    @Test
    void anAccountIsMadeAgainOfItsTexts() {
        for (PayoutAccount account : new PayoutAccount[] {of(ADDRESS).checked(),
            new PayoutAccount.Draft("paypal", null, null, "a@example.com", null, null, "de").checked(),
            new PayoutAccount.Draft("external", null, null, null, null, null, null).checked()}) {
            assertThat(account.draft().checked()).isEqualTo(account);
        }
        Payer payer = new Payer.Draft("Acme", IBAN, "COBADEFF", ADDRESS).checked();
        assertThat(payer.draft().checked()).isEqualTo(payer);
    }

    @Test
    void whatIsShownGivesTheAccountToNobody() {
        assertThat(of(ADDRESS).checked().hint()).isEqualTo("•••• 3000");
        assertThat(new PayoutAccount.Draft("paypal", null, null, "ann@example.com", null, null, null).checked().hint()).isEqualTo("a•••@example.com");
        assertThat(new PayoutAccount.Draft("external", IBAN, null, null, null, null, null).checked().hint()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"-, DE, AT, DE", "-, FR, DE, EN", "en, DE, DE, EN", "de, FR, FR, DE", "-, -, CH, DE", "-, -, -, EN", "-, -, US, EN"})
    void thePartnersLanguageIsNamedOrThatOfTheCountry(String language, String address, String country, PartnerLanguage expected) {
        PostalAddress place = address == null ? null : new PostalAddress(null, null, null, "X", address);
        assertThat(new PayoutAccount.Draft("external", null, null, null, null, place, language).checked().language(country)).isEqualTo(expected);
        refused(new PayoutAccount.Draft("external", null, null, null, null, null, "fr"), "field_value_unknown", "language");
    }

    @Test
    void thePayerIsCheckedTheSameWay() {
        assertThat(new Payer.Draft("Acme", IBAN, null, ADDRESS).checked().iban()).isEqualTo(new Iban(IBAN));
        assertThat(new Payer.Draft("Acme", "", "", null).checked()).isEqualTo(new Payer("Acme", null, null, null));
        assertThatThrownBy(() -> new Payer.Draft(null, IBAN, null, ADDRESS).checked()).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("payer.name:");
        assertThatThrownBy(() -> new Payer.Draft("Acme", "DE1", null, ADDRESS).checked()).isInstanceOf(RequestRefused.class)
                .hasMessageStartingWith("payer.iban:");
    }

    private static PayoutAccount.Draft of(PostalAddress address) {
        return new PayoutAccount.Draft("bank", IBAN, null, null, "Ann", address, null);
    }

    private static void refused(PayoutAccount.Draft draft, String reason, String field) {
        assertThatThrownBy(draft::checked).isInstanceOfSatisfying(RequestRefused.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.code()).isEqualTo(RequestRefused.Code.UNPROCESSABLE_ENTITY);
        }).hasMessageStartingWith(field + ":").hasMessageNotContaining("3704");
    }
}
