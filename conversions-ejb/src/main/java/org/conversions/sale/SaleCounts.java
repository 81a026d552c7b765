package org.conversions.sale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** Counts sales where no entity manager is at hand: just before a commit. */
public final class SaleCounts {

    /** Names a customer and a link. */
    public record CustomerLink(String customerId, String linkId) {
    }

    private SaleCounts() {
    }

    /** @return the number of sales of each buyer by each link; one without is left out */
    public static Map<CustomerLink, Integer> of(Connection connection, Collection<String> customerIds) throws SQLException {
        Map<CustomerLink, Integer> sales = new HashMap<>();
        try (PreparedStatement count = connection.prepareStatement("select customer_id, link_id, count(*) from sale"
                + " where customer_id in (" + String.join(", ", Collections.nCopies(customerIds.size(), "?"))
                + ") group by customer_id, link_id")) {
            int position = 0;
            for (String customerId : customerIds) {
                count.setString(++position, customerId);
            }
            try (ResultSet rows = count.executeQuery()) {
                while (rows.next()) {
                    sales.put(new CustomerLink(rows.getString(1), rows.getString(2)), rows.getInt(3));
                }
            }
        }
        return sales;
    }
}
