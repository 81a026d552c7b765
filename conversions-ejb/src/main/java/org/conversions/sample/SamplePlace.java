package org.conversions.sample;

import java.util.List;

/** A country that visitors of the shop come from, with its cities as region and name, and what its people pay in. */
enum SamplePlace {

    US(30, "usd", 0, "US-CA San Francisco", "US-NY New York", "US-TX Austin", "US-WA Seattle", "US-IL Chicago"),
    DE(18, "eur", 19, "DE-BE Berlin", "DE-BY Munich", "DE-HH Hamburg", "DE-NW Cologne"),
    GB(12, "gbp", 20, "GB-ENG London", "GB-ENG Manchester", "GB-SCT Edinburgh"),
    FR(9, "eur", 20, "FR-IDF Paris", "FR-ARA Lyon"),
    JP(8, "jpy", 10, "JP-13 Tokyo", "JP-27 Osaka"),
    NL(6, "eur", 21, "NL-NH Amsterdam", "NL-UT Utrecht"),
    CA(6, "usd", 0, "CA-ON Toronto", "CA-BC Vancouver"),
    ES(4, "eur", 21, "ES-MD Madrid", "ES-CT Barcelona"),
    IN(4, "usd", 0, "IN-KA Bengaluru", "IN-MH Mumbai"),
    BR(3, "usd", 0, "BR-SP São Paulo");

    /** How many of a hundred visitors come from here. */
    final int weight;
    private final String currency;
    /** What is added to a price, in percent. */
    final int tax;
    private final List<String> cities;

    SamplePlace(int weight, String currency, int tax, String... cities) {
        this.weight = weight;
        this.currency = currency;
        this.tax = tax;
        this.cities = List.of(cities);
    }

    String currency() {
        return currency;
    }

    /** @return region and city, apart by the first space */
    String city(int number) {
        return cities.get(number % cities.size());
    }
}
