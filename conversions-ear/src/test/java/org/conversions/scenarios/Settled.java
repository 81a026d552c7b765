package org.conversions.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** An event with what became of it, as the API shows it. */
record Settled(JsonNode event) {

    /** Checks that the event did what it is for. */
    Settled processed() {
        return in("processed");
    }

    Settled ignored(String reason) {
        return in("ignored").because(reason);
    }

    Settled waiting(String reason) {
        return in("waiting").because(reason);
    }

    /** @param reason the stable code */
    Settled because(String reason) {
        assertThat(event.path("reason").asText()).as("reason of %s", event).isEqualTo(reason);
        assertThat(event.path("explanation").asText()).as("explanation of %s", event).isNotBlank();
        return this;
    }

    /** @param types of everything it did, in order */
    Settled did(String... types) {
        assertThat(StreamSupport.stream(event.path("effects").spliterator(), false)
                .map(effect -> effect.path("type").asText())).as("effects of %s", event).containsExactly(types);
        return this;
    }

    /** The amounts of the effects of a type. */
    List<Long> amounts(String type) {
        return StreamSupport.stream(event.path("effects").spliterator(), false)
                .filter(effect -> effect.path("type").asText().equals(type))
                .map(effect -> effect.path("amount").asLong()).toList();
    }

    String state() {
        return event.path("state").asText("received");
    }

    private Settled in(String state) {
        assertThat(state()).as("state of %s", event).isEqualTo(state);
        return this;
    }
}
