package org.conversions.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.conversions.platform.id.LinkId;
import org.conversions.workspace.Vocabulary;
import org.junit.jupiter.api.Test;

class SampleMonthTest {

    private static final Instant END = Instant.parse("2026-11-30T16:40:00Z");
    private static final List<LinkId> LINKS = IntStream.range(0, 6).mapToObj(i -> new LinkId("link_" + i)).toList();

    private static SampleShop shop(long seed, String ratesSince) {
        return new SampleShop(seed, "mark", LINKS, Vocabulary.DUB, "chf", LocalDate.parse(ratesSince), END);
    }

    @Test
    void theSameShopHasTheSameMonthAndAnotherSeedAnother() {
        assertThat(SampleMonth.of(shop(7, "2026-01-01"))).isEqualTo(SampleMonth.of(shop(7, "2026-01-01")));
        assertThat(SampleMonth.of(shop(7, "2026-01-01"))).isNotEqualTo(SampleMonth.of(shop(8, "2026-01-01")));
    }

    @Test
    void everyMonthHasSomethingOfEverything() {
        for (long seed = 0; seed < 200; seed++) {
            SampleMonth month = SampleMonth.of(shop(seed, "2026-01-01"));
            assertThat(month.clicks()).as("clicks of " + seed).isBetween(480L, 800L);
            assertThat(month.signUps()).as("sign-ups of " + seed).isBetween(40, 160);
            assertThat(month.trials()).as("trials of " + seed).isPositive();
            assertThat(month.payments()).as("payments of " + seed).hasSizeBetween(45, 250);
            assertThat(month.payments().stream().map(SampleMonth.Payment::currency).collect(Collectors.toSet()))
                    .as("currencies of " + seed).containsExactlyInAnyOrder("usd", "eur", "gbp", "jpy");
            assertThat(month.payments()).as("whole refunds of " + seed).filteredOn(payment -> payment.back() == payment.total()).hasSize(2);
            assertThat(month.payments()).as("part refunds of " + seed)
                    .filteredOn(payment -> payment.back() > 0 && payment.back() < payment.total()).hasSize(1);
            Set<String> types = new TreeSet<>();
            Set<String> statuses = new TreeSet<>();
            Set<String> versions = new TreeSet<>();
            for (SampleStep.Delivery delivery : deliveries(month)) {
                types.add(delivery.type());
                versions.add(delivery.event().path("api_version").asText());
                statuses.add(delivery.event().at("/data/object/status").asText());
            }
            assertThat(types).as("events of " + seed).containsExactlyInAnyOrder("charge.dispute.closed", "charge.dispute.created",
                    "charge.refunded", "checkout.session.completed", "customer.created", "customer.subscription.created",
                    "customer.subscription.deleted", "customer.subscription.updated", "invoice.paid", "invoice_payment.paid");
            assertThat(statuses).as("states of " + seed).contains("lost", "won", "trialing", "canceled");
            assertThat(versions).as("versions of " + seed).hasSize(2);
        }
    }

    @Test
    void itHappensInTheOrderOfTimeAndInTheLastThirtyDays() {
        SampleMonth month = SampleMonth.of(shop(3, "2026-01-01"));
        assertThat(month.steps()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        assertThat(month.steps()).allMatch(step -> !step.at().isBefore(Instant.parse("2026-11-01T00:00:00Z"))
                && step.at().isBefore(END));
        assertThat(deliveries(month)).extracting(delivery -> delivery.event().path("id").asText()).doesNotHaveDuplicates();
        assertThat(month.steps().stream().filter(SampleStep.Visit.class::isInstance)
                .map(visit -> ((SampleStep.Visit) visit).clickId())).doesNotHaveDuplicates();
    }

    @Test
    void beforeThereAreRatesBuyersPayInTheCurrencyOfTheWorkspace() {
        assertThat(SampleMonth.of(shop(3, "2026-12-01")).payments()).extracting(SampleMonth.Payment::currency).containsOnly("chf");
        assertThat(SampleMonth.of(shop(3, "2026-11-10")).payments()).extracting(SampleMonth.Payment::currency)
                .contains("chf", "usd", "eur");
    }

    private static List<SampleStep.Delivery> deliveries(SampleMonth month) {
        return month.steps().stream().filter(SampleStep.Delivery.class::isInstance).map(SampleStep.Delivery.class::cast).toList();
    }
}
