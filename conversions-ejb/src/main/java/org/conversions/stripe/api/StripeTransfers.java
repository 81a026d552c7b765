package org.conversions.stripe.api;

import static org.conversions.stripe.api.StripeClients.encoded;
import static org.conversions.stripe.api.StripeClients.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.stripe.exception.StripeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.conversions.money.Money;
import org.conversions.stripe.object.StripeObject;

/** Sends money from the merchant's account at Stripe to accounts of partners there. Call it outside any transaction. */
@ApplicationScoped
public class StripeTransfers {

    private static final String TRANSFERS = "/v1/transfers";
    private static final String ACCOUNTS = "/v1/accounts";
    private static final String UNFUNDED = "balance_insufficient";

    @Inject
    private StripeClients clients;

    /**
     * A transfer that is to be made.
     *
     * @param key   by which Stripe makes it once; another one after it was refused
     * @param group by which it is found later
     */
    public record Order(String key, String group, Money amount, String accountId) {
    }

    /** @return {@link StripeAnswer.Transferred}; Unfunded for lack of money */
    public StripeAnswer transfer(StripeAccess access, Order order) {
        return clients.ask(access, with -> {
            try {
                return new StripeAnswer.Transferred(id(StripeList.json(clients.postOnce(with, TRANSFERS, "amount=" + order.amount().minor()
                        + parameter("currency", order.amount().currency()) + parameter("destination", order.accountId())
                        + parameter("transfer_group", order.group()) + parameter("metadata[payout]", order.group()), order.key()))));
            } catch (StripeException e) {
                if (UNFUNDED.equals(e.getCode())) {
                    return new StripeAnswer.Unfunded("the balance at Stripe is too low");
                }
                throw e;
            }
        });
    }

    /** Asks whether a transfer was made before. @return Transferred, or Unknown */
    public StripeAnswer find(StripeAccess access, String group) {
        return clients.ask(access, with -> StripeList.objects(StripeList.parsed(clients.get(with, TRANSFERS + "?limit=1"
                        + parameter("transfer_group", group)))).stream().findFirst()
                .<StripeAnswer>map(made -> new StripeAnswer.Transferred(id(made))).orElseGet(StripeAnswer.Unknown::new));
    }

    /** Makes an account for a partner, once. @param country of the partner; null for the merchant's */
    public StripeAnswer createAccount(StripeAccess access, String partnerId, String email, String country) {
        return clients.ask(access, with -> account(StripeList.json(clients.postOnce(with, ACCOUNTS, "type=express"
                + parameter("email", email) + (country == null ? "" : parameter("country", country))
                + parameter("capabilities[transfers][requested]", "true") + parameter("metadata[partner]", partnerId),
                "account-" + partnerId))));
    }

    /** @return ConnectedAccount, or Unknown */
    public StripeAnswer account(StripeAccess access, String accountId) {
        return clients.ask(access, with -> {
            try {
                return account(StripeList.json(clients.get(with, ACCOUNTS + "/" + encoded(accountId))));
            } catch (StripeException e) {
                if (StripeFailure.isUnknownObject(e)) {
                    return new StripeAnswer.Unknown();
                }
                throw e;
            }
        });
    }

    /** Makes an address where a partner proves to Stripe who it is. */
    public StripeAnswer link(StripeAccess access, String accountId, String returnUrl, String refreshUrl) {
        return clients.ask(access, with -> {
            String url = StripeList.json(clients.post(with, "/v1/account_links", "account=" + encoded(accountId)
                    + parameter("type", "account_onboarding") + parameter("return_url", returnUrl)
                    + parameter("refresh_url", refreshUrl))).path("url").textValue();
            if (url == null) {
                throw new UnreadableAnswer("it made a link without an address", null);
            }
            return new StripeAnswer.Link(url);
        });
    }

    private static StripeAnswer account(JsonNode account) {
        List<String> due = new ArrayList<>();
        account.path("requirements").path("currently_due").forEach(field -> due.add(field.asText()));
        return new StripeAnswer.ConnectedAccount(id(account), account.path("details_submitted").asBoolean()
                && "active".equals(account.path("capabilities").path("transfers").asText()), due);
    }

    private static String id(JsonNode object) {
        String id = StripeObject.idOf(object.path("id"));
        if (id == null) {
            throw new UnreadableAnswer("it answered something without an id", null);
        }
        return id;
    }
}
