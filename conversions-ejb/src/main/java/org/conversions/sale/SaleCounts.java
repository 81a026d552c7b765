package org.conversions.sale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;

/** Counts sales where no entity manager is at hand: just before a commit. */
public final class SaleCounts {

    /** Names a customer and a link. */
    public record CustomerLink(CustomerId customerId, LinkId linkId) {
    }

    private SaleCounts() {
    }

    /** @return the number of sales of each buyer by each link; one without is left out */
    public static Map<CustomerLink, Integer> of(Connection connection, Collection<CustomerId> customerIds) throws SQLException {
        Map<CustomerLink, Integer> sales = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement("select customer_id, link_id, count(*) from sale"
                + " where customer_id in (" + String.join(", ", Collections.nCopies(customerIds.size(), "?"))
                + ") group by customer_id, link_id")) {
            int position = 0;
            for (CustomerId customerId : customerIds) {
                count.setString(++position, customerId.value());
            }
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    sales.put(new CustomerLink(new CustomerId(rows.getString(1)), new LinkId(rows.getString(2))), rows.getInt(3));
                }
            }
        }
        return sales;
    }
}
