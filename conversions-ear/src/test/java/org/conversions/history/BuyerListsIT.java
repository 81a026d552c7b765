package org.conversions.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conversions.api.Merchant.expect;
import static org.conversions.api.Merchant.unique;
import static org.conversions.server.Api.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.conversions.api.AtOnce;
import org.conversions.api.Merchant;
import org.conversions.history.History.Append;
import org.conversions.history.History.Read;
import org.conversions.server.Api;
import org.conversions.server.Api.Answer;
import org.conversions.server.OnBothDatabases;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The sales of a few buyers, each of which reads and changes what is known of the buyer, and the commissions that they bring
 * their partner: while many report sales, others read the lists. How often, with buyers that are new: the system property
 * {@code conversions.test.history-rounds}.
 */
@OnBothDatabases
class BuyerListsIT {

    private static final int ROUNDS = Integer.getInteger("conversions.test.history-rounds", 1);
    private static final int BUYERS = 3;
    private static final int WRITERS = 6;
    private static final int READERS = 4;
    /** All of a list stands on one page, which one statement reads. */
    private static final int SALES_EACH = 25;
    private static final List<String> LISTS = List.of("/api/sales", "/api/commissions");

    private final Api api = Merchant.of(BuyerListsIT.class).api();
    private final JsonNode link = link();

    /** A buyer, and what was done to the lists of this buyer. */
    private static final class Buyer {
        private final String name = unique("buyer");
        private String id;
        private final List<Append> appends = Collections.synchronizedList(new ArrayList<>());
        private final List<List<Read>> reads = LISTS.stream()
                .map(list -> Collections.<Read>synchronizedList(new ArrayList<>())).toList();
    }

    @Test
    @DisplayName("No sale and no commission of a buyer is lost, doubled or gone again, whoever reads and writes at the same time")
    void theListsOfABuyerOnlyGrow() {
        for (int round = 0; round < ROUNDS; round++) {
            round(Stream.generate(this::buyer).limit(BUYERS).toList());
        }
    }

    private void round(List<Buyer> buyers) {
        AtomicInteger sold = new AtomicInteger();
        Callable<Void> writer = () -> {
            for (int n = sold.getAndIncrement(); n < BUYERS * SALES_EACH; n = sold.getAndIncrement()) {
                sell(buyers.get(n % BUYERS));
            }
            return null;
        };
        Callable<Void> reader = () -> {
            while (sold.get() < BUYERS * SALES_EACH) {
                read(buyers.get(ThreadLocalRandom.current().nextInt(BUYERS)));
            }
            return null;
        };
        AtOnce.all(Stream.concat(Collections.nCopies(WRITERS, writer).stream(), Collections.nCopies(READERS, reader).stream())
                .toList());
        for (Buyer buyer : buyers) {
            read(buyer);
            for (List<Read> reads : buyer.reads) {
                assertThat(new History(buyer.appends, reads).anomalies()).isEmpty();
            }
            assertThat(buyer.appends).hasSize(SALES_EACH).allMatch(Append::acknowledged);
            assertThat(expect(200, api.get("/api/customers/" + buyer.id)).path("sales").asInt()).isEqualTo(SALES_EACH);
        }
    }

    private void sell(Buyer buyer) {
        String invoice = unique("inv_");
        long began = System.nanoTime();
        Answer answer = api.post("/api/track/sale", object("customerExternalId", buyer.name, "amount", 1000,
                "invoiceId", invoice));
        buyer.appends.add(new Append(invoice, began, System.nanoTime(), answer.status() == 200));
    }

    private void read(Buyer buyer) {
        for (int i = 0; i < LISTS.size(); i++) {
            long began = System.nanoTime();
            JsonNode page = expect(200, api.get(LISTS.get(i) + "?pageSize=100&customerId=" + buyer.id));
            List<String> invoices = StreamSupport.stream(page.spliterator(), false)
                    .map(row -> row.path("invoiceId").asText()).toList();
            buyer.reads.get(i).add(new Read(invoices, began, System.nanoTime()));
        }
    }

    private Buyer buyer() {
        Buyer buyer = new Buyer();
        Merchant merchant = Merchant.of(BuyerListsIT.class);
        expect(200, merchant.lead(merchant.click(link), buyer.name));
        buyer.id = expect(200, api.get("/api/customers/ext_" + buyer.name)).path("id").asText();
        return buyer;
    }

    private JsonNode link() {
        expect(201, api.post("/api/rewards", object("event", "sale", "type", "percentage", "amountInPercentage", 10)));
        String partner = expect(201, api.post("/api/partners", object("email", unique("pat") + "@example.com", "name", "Pat")))
                .path("id").asText();
        return expect(201, api.post("/api/partners/links", object("partnerId", partner, "url", "https://shop.example/")));
    }
}
