package org.conversions.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conversions.money.Money;
import org.conversions.payout.profile.PartnerLanguage;
import org.conversions.platform.id.PartnerId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.platform.mail.Mail;
import org.junit.jupiter.api.Test;

class NoticeMailsTest {

    private static final NoticeMails ENGLISH = new NoticeMails("pat@partners.example", "Acme", PartnerLanguage.EN, "https://go.example/partners/");
    private static final NoticeMails GERMAN = new NoticeMails("pat@partners.example", "Acme", PartnerLanguage.DE, "https://go.example/partners/");

    @Test
    void amountsAreWrittenWithTheDigitsOfTheirCurrency() {
        assertThat(ENGLISH.paid(new Money(123_456, "usd"), null).subject()).isEqualTo("A payout of 1234.56 USD is paid");
        assertThat(GERMAN.paid(new Money(123_456, "eur"), null).subject()).isEqualTo("Eine Auszahlung von 1234,56 EUR ist erfolgt");
        assertThat(ENGLISH.paid(new Money(500, "jpy"), null).subject()).isEqualTo("A payout of 500 JPY is paid");
        assertThat(GERMAN.paid(new Money(1_500, "kwd"), null).subject()).isEqualTo("Eine Auszahlung von 1,500 KWD ist erfolgt");
    }

    @Test
    void aMailSaysWhyAndWhere() {
        Mail failed = ENGLISH.failed(new Money(700, "usd"), "Account closed");
        assertThat(failed.to()).isEqualTo("pat@partners.example");
        assertThat(failed.text()).contains("7.00 USD", "Acme", ": Account closed", "https://go.example/partners/");
        assertThat(GERMAN.failed(new Money(700, "usd"), null).text()).doesNotContain("null").contains("fehlgeschlagen.");
        assertThat(ENGLISH.paid(new Money(700, "usd"), "tr_1").text()).contains("tr_1");
        assertThat(GERMAN.paid(new Money(700, "usd"), null).text()).doesNotContain("null");
    }

    @Test
    void whatWasEarnedIsAddedUpByCurrency() {
        List<Earned> earned = List.of(earned(100, "usd"), earned(250, "eur"), earned(50, "usd"));
        assertThat(CommissionNotices.sums(earned)).containsExactly(new Money(250, "eur"), new Money(150, "usd"));
        assertThat(ENGLISH.earned(CommissionNotices.sums(earned), 3).subject()).isEqualTo("You earned 2.50 EUR + 1.50 USD");
        assertThat(ENGLISH.earned(CommissionNotices.sums(earned), 3).text()).contains("by 3 commissions");
        assertThat(GERMAN.earned(List.of(new Money(1, "eur")), 1).text()).contains("durch eine Provision");
    }

    private static Earned earned(long minor, String currency) {
        return new Earned(new WorkspaceId("ws_1"), new PartnerId("pn_1"), new Money(minor, currency));
    }
}
