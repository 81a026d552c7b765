package org.conversions.stripe.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.conversions.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of an event is shown to whoever does not ask for the personal data in it, in the shapes that Stripe sends. */
class PersonalDataTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // customer
        "{'id':'cus_1','email':'a@b.example','name':'Ada','phone':'+491','created':5} | {'id':'cus_1','email':'•••','name':'•••','phone':'•••','created':5}",
        "{'address':{'city':'Berlin','country':'DE','line1':'Weg 1','line2':null,'postal_code':'1'}}"
            + " | {'address':{'city':'•••','country':'DE','line1':'•••','line2':null,'postal_code':'•••'}}",
        "{'shipping':{'name':'Ada','phone':null,'address':{'city':'Bonn'}}} | {'shipping':{'name':'•••','phone':null,'address':{'city':'•••'}}}",
        // checkout session
        "{'customer_details':{'email':'a@b.example','name':'Ada','tax_exempt':'none','tax_ids':[{'type':'eu_vat','value':'DE1'}]}}"
            + " | {'customer_details':{'email':'•••','name':'•••','tax_exempt':'none','tax_ids':[{'type':'•••','value':'•••'}]}}",
        "{'collected_information':{'shipping_details':{'name':'Ada'}},'amount_total':4900} | {'collected_information':{'shipping_details':{'name':'•••'}},'amount_total':4900}",
        "{'custom_fields':[{'key':'size','text':{'value':'Ada'}}]} | {'custom_fields':[{'key':'•••','text':{'value':'•••'}}]}",
        "{'client_reference_id':'dub_id_0VcUdT6H0EdE3wxg','client_secret':'cs_secret'} | {'client_reference_id':'dub_id_0VcUdT6H0EdE3wxg','client_secret':'•••'}",
        "{'client_reference_id':'ada@b.example'} | {'client_reference_id':'•••'}",
        // invoice
        "{'customer_name':'Ada','customer_email':'a@b.example','hosted_invoice_url':'https://i','total':7} | {'customer_name':'•••','customer_email':'•••','hosted_invoice_url':'•••','total':7}",
        "{'customer_tax_ids':[{'type':'eu_vat','value':'DE1'}],'lines':{'data':[{'id':'il_1','description':'Plan'}]}}"
            + " | {'customer_tax_ids':[{'type':'•••','value':'•••'}],'lines':{'data':[{'id':'il_1','description':'Plan'}]}}",
        // payment intent and charge
        "{'receipt_email':'a@b.example','charges':{'data':[{'id':'ch_1','billing_details':{'email':'a@b.example','address':{'country':'DE','city':'Bonn'}}}]}}"
            + " | {'receipt_email':'•••','charges':{'data':[{'id':'ch_1','billing_details':{'email':'•••','address':{'country':'DE','city':'•••'}}}]}}",
        "{'payment_method_details':{'card':{'last4':'4242','cardholder_name':'ADA'},'type':'card'}} | {'payment_method_details':{'card':{'last4':'4242','cardholder_name':'•••'},'type':'card'}}",
        "{'description':'Order 7 of ada@b.example, paid'} | {'description':'Order 7 of •••, paid'}",
        // dispute, radar, mandate
        "{'evidence':{'customer_purchase_ip':'203.0.113.7','customer_email_address':'a@b.example'}} | {'evidence':{'customer_purchase_ip':'•••','customer_email_address':'•••'}}",
        "{'customer_acceptance':{'online':{'ip_address':'203.0.113.7'}},'ip':'203.0.113.7'} | {'customer_acceptance':{'online':{'ip_address':'•••'}},'ip':'•••'}",
        // what the merchant noted, and what changed
        "{'metadata':{'plan':'gold','email':'a@b.example','who':'Ada <ada@b.example>'}} | {'metadata':{'plan':'gold','email':'•••','who':'Ada <•••>'}}",
        "{'previous_attributes':{'email':'old@b.example','balance':0}} | {'previous_attributes':{'email':'•••','balance':0}}",
        "{'name':true,'livemode':false} | {'name':true,'livemode':false}"})
    void namesAndAddressesAreMaskedAndAllElseStays(String sent, String shown) {
        String event = "{'type':'x','data':{'object':" + sent + "}}";
        JsonNode stored = Json.read(event.replace('\'', '"'));
        assertThat(PersonalData.masked(stored))
                .isEqualTo(Json.read("{'type':'x','data':{'object':%s}}".formatted(shown).replace('\'', '"')));
        assertThat(stored).as("the stored one stays").isEqualTo(Json.read(event.replace('\'', '"')));
    }

    @Test
    void whatIsErasedIsNullAndWhatTheBooksRestOnStays() {
        byte[] erased = PersonalData.erased("{\"data\":{\"object\":{\"id\":\"in_1\",\"total\":7,\"customer_email\":\"a@b.example\",\"tax_ids\":[1]}}}"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(new String(erased, StandardCharsets.UTF_8))
                .isEqualTo("{\"data\":{\"object\":{\"id\":\"in_1\",\"total\":7,\"customer_email\":null,\"tax_ids\":null}}}");
    }
}
