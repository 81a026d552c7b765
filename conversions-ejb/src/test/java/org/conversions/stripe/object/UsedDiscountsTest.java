package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsedDiscountsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", value = {
        // a purchase                                                                              | described       | unknown
        "{'object':'checkout.session','id':'cs_1','discounts':null}                                | -               | -",
        "{'object':'checkout.session','id':'cs_1','discounts':[]}                                  | -               | -",
        "{'object':'checkout.session','id':'cs_1','discounts':[{'coupon':'c','promotion_code':'promo_1'}]} | cs_1=promo_1 | -",
        "{'object':'checkout.session','id':'cs_1','discounts':[{'coupon':'c','promotion_code':{'id':'promo_1'}}]} | cs_1=promo_1 | -",
        "{'object':'checkout.session','id':'cs_1','discounts':[{'coupon':'c','promotion_code':null}]} | cs_1=        | -",
        "{'object':'checkout.session','id':'cs_1','discounts':[{'promotion_code':null},{'promotion_code':'promo_2'}]} | cs_1= cs_1/1=promo_2 | -",
        "{'object':'checkout.session','id':'cs_1','total_details':{'amount_discount':5}}           | -               | cs_1",
        "{'object':'checkout.session','id':'cs_1','total_details':{'amount_discount':5,'breakdown':{'discounts':[{'discount':{'id':'di_1','promotion_code':'promo_1'}}]}}} | cs_1=promo_1 | -",
        "{'object':'invoice','id':'in_1','discounts':[],'lines':{'data':[{'discounts':[]}]}}        | -               | -",
        "{'object':'invoice','id':'in_1','discount':{'id':'di_1','promotion_code':'promo_1'},'discounts':['di_1']} | di_1=promo_1 | -",
        "{'object':'invoice','id':'in_1','discount':{'id':'di_1','coupon':{}},'discounts':['di_1']} | di_1=           | -",
        "{'object':'invoice','id':'in_1','discounts':['di_1','di_2']}                              | -               | di_1 di_2",
        "{'object':'invoice','id':'in_1','discounts':[{'id':'di_1','promotion_code':'promo_1'},'di_2']} | di_1=promo_1 | di_2",
        "{'object':'invoice','id':'in_1','discounts':[],'lines':{'data':[{'discounts':['di_3'],'discount_amounts':[{'amount':5,'discount':'di_4'}]}]}} | - | di_3 di_4",
        "{'object':'invoice','id':'in_1','total_discount_amounts':[{'amount':5,'discount':'di_1'}],'lines':{'data':[{'discounts':[{'id':'di_1','promotion_code':'promo_1'}]}]}} | di_1=promo_1 | -",
        "{'object':'invoice','id':'in_1','discounts':[7,null,{'id':'   '}]}                        | -               | -"})
    void allDiscountsOfAPurchaseAreLookedAt(String purchase, String described, String unknown) throws JsonProcessingException {
        UsedDiscounts used = UsedDiscounts.of(new StripeObject(JSON.readTree(purchase.replace('\'', '"'))));
        assertThat(used.described()).isEqualTo(described == null ? Map.of() : Stream.of(described.split(" "))
                .collect(Collectors.toMap(one -> one.split("=")[0], one -> one.substring(one.indexOf('=') + 1))));
        assertThat(used.unknown()).isEqualTo(unknown == null ? Set.of() : Set.of(unknown.split(" ")));
        assertThat(used.isEmpty()).isEqualTo(described == null && unknown == null);
        assertThat(used.promotionCodes()).doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("org.conversions.stripe.object.StripeSample#versions")
    void whatWasNotDiscountedHasNone(String version) {
        assertThat(UsedDiscounts.of(StripeSample.of(version, "invoice").object()).isEmpty()).isTrue();
        assertThat(UsedDiscounts.of(StripeSample.of(version, "checkout.session").withJson("total_details",
                "{\"amount_discount\": 0}").object()).isEmpty()).isTrue();
    }
}
