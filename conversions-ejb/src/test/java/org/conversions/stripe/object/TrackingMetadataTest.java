package org.conversions.stripe.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingMetadataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // metadata | external id | click id
            "{'dubCustomerExternalId':'user_1','dubClickId':'abc'}            | user_1 | abc",
            "{'dubCustomerId':'user_1'}                                       | user_1 |",
            "{'dubCustomerId':'older','dubCustomerExternalId':'newer'}        | newer  |",
            "{'dubCustomerExternalId':'','dubCustomerId':'older'}             | older  |",
            "{'codeqrCustomerId':'user_1','codeqrClickId':'abc'}              | user_1 | abc",
            "{'codeqrCustomerId':'theirs','dubCustomerId':'ours'}             | ours   |",
            "{'codeqrClickId':'theirs','dubClickId':'ours'}                   |        | ours",
            "{'dubCustomerExternalId':'user_1','codeqrClickId':'abc'}         | user_1 | abc",
            "{'dubCustomerExternalId':'  ','dubClickId':''}                   |        |",
            "{'dubCustomerExternalId':null}                                   |        |",
            "{'dubcustomerexternalid':'user_1','order':'77'}                  |        |",
            "{}                                                               |        |",
            "null                                                             |        |"})
    void theNamesOfEveryVocabularyAreUnderstood(String metadata, String externalId, String clickId) {
        assertThat(of(metadata)).isEqualTo(new TrackingMetadata(externalId, clickId));
        assertThat(of(metadata).isEmpty()).isEqualTo(externalId == null && clickId == null);
    }

    @Test
    void anObjectWithoutMetadataNamesNobody() {
        assertThat(TrackingMetadata.of(new StripeObject(Json.read("{}")), "metadata")).isSameAs(TrackingMetadata.NONE);
    }

    @Test
    void anExternalIdHasAtMost190Characters() {
        String longest = "u".repeat(190);
        assertThat(of("{'dubCustomerExternalId':'" + longest + "'}").externalId()).isEqualTo(longest);
        assertThatExceptionOfType(MalformedObject.class).isThrownBy(() -> of("{'dubCustomerExternalId':'" + longest + "u'}"))
                .withMessageContaining("190");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'dubCustomerId':42}", "{'dubClickId':{}}", "{'codeqrClickId':true}"})
    void metadataThatAreNoTextAreMalformed(String metadata) {
        assertThatExceptionOfType(MalformedObject.class).isThrownBy(() -> of(metadata));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
            "dub_id_abc123, abc123", "codeqr_id_abc123, abc123", "dub_id_dub_id_x, dub_id_x",
            "null, null", "'', null", "order-77, null", "dub_id_, null", "codeqr_id_, null", "dub_id, null", "abc123, null",
            "DUB_ID_abc123, null", "cq_id_abc123, null", "' dub_id_abc123', null"})
    void theClickStandsBehindThePrefixOfAReference(String reference, String clickId) {
        assertThat(TrackingMetadata.clickIdOf(reference)).isEqualTo(clickId);
    }

    @Test
    void whatIsMissingIsTakenFromAnother() {
        TrackingMetadata other = new TrackingMetadata("other user", "otherClick");
        assertThat(new TrackingMetadata("user", null).or(other)).isEqualTo(new TrackingMetadata("user", "otherClick"));
        assertThat(new TrackingMetadata(null, "click").or(other)).isEqualTo(new TrackingMetadata("other user", "click"));
        assertThat(new TrackingMetadata("user", "click").or(other)).isEqualTo(new TrackingMetadata("user", "click"));
    }

    private static TrackingMetadata of(String metadata) {
        return TrackingMetadata.of(new StripeObject(Json.read("{\"metadata\":" + metadata.replace('\'', '"') + "}")), "metadata");
    }
}
