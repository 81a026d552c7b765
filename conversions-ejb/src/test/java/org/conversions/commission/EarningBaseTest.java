package org.conversions.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.conversions.money.Money;
import org.conversions.money.Share;
import org.conversions.partner.CommissionBase;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.conversions.platform.id.SaleId;
import org.conversions.platform.id.WorkspaceId;
import org.conversions.reward.RewardFacts;
import org.conversions.sale.SaleCosts;
import org.conversions.sale.SaleView;
import org.conversions.sale.draft.SaleKind;
import org.conversions.workspace.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarningBaseTest {

    @ParameterizedTest
    @CsvSource({
        // base, amount, shipping, fee, what percentages are of, not known
        "NET,                  10000, 1/10, 3/100, 10000, false",
        "NET,                  10000,     ,      , 10000, false",
        "NET_WITHOUT_SHIPPING, 10000, 1/10, 3/100,  9000, false",
        "NET_WITHOUT_SHIPPING, 10000,  1/1,      ,     0, false",
        "NET_WITHOUT_SHIPPING, 10000,  0/1,      , 10000, false",
        "NET_WITHOUT_SHIPPING, 10000,     , 3/100, 10000, true",
        "NET_WITHOUT_FEES,     10000, 1/10, 3/100,  9700, false",
        "NET_WITHOUT_FEES,     10000, 1/10,      , 10000, true",
        "NET_WITHOUT_FEES,         5,     ,  1/10,     4, false",
        "NET_WITHOUT_FEES,         4,     ,  1/10,     4, false"})
    void whatComesOffIsAShareOfTheSale(CommissionBase kind, long amount, String shipping, String fee, long base, boolean unknown) {
        EarningBase found = EarningBase.of(kind, sale(amount, shipping, fee));
        assertThat(found).isEqualTo(new EarningBase(kind, base, unknown));
        String kept = found.keptWith(RewardFacts.NONE).text();
        if (kind == CommissionBase.NET) {
            assertThat(kept).isNull();
            assertThat(EarningBase.kept(kept)).isEmpty();
        } else {
            assertThat(EarningBase.kept(kept)).contains(found);
        }
    }

    @Test
    void aCommissionThatWasMadeWithOtherInputsHasNone() {
        assertThat(EarningBase.kept("{\"sale.metadata.plan\":\"sale.base\"}")).isEmpty();
    }

    private static SaleView sale(long amount, String shipping, String fee) {
        return new SaleView(new SaleId("sale_1"), new WorkspaceId("ws_1"), Mode.LIVE, "in_1", null, SaleKind.ONE_TIME,
                new SaleView.Origin(new CustomerId("cus_1"), new LinkId("link_1"), new ClickId("abcdefgh12345678"), null), new Money(amount, "usd"),
                new SaleView.Returned(Share.NONE, false), false, Instant.EPOCH, new SaleCosts(share(shipping), share(fee)));
    }

    private static Share share(String text) {
        return text == null ? null : Share.parse(text);
    }
}
