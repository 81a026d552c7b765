package org.conversions.sale;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** A row of sale_past_price: the price of a sale in a currency that the workspace had before. */
@Entity
@IdClass(PastPrice.Key.class)
@Table(name = "sale_past_price")
class PastPrice {

    /** Names a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        String saleId;
        String currency;

        Key() {
        }

        Key(String saleId, String currency) {
            this.saleId = saleId;
            this.currency = currency;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && saleId.equals(key.saleId) && currency.equals(key.currency);
        }

        @Override
        public int hashCode() {
            return Objects.hash(saleId, currency);
        }
    }

    @Id
    @Column(name = "sale_id")
    String saleId;
    @Id
    String currency;
    @Embedded
    SalePrice price;

    /** @return a row for the price that the sale has now, before that changes */
    static PastPrice of(Sale sale) {
        PastPrice past = new PastPrice();
        past.saleId = sale.id;
        past.currency = sale.currency;
        past.price = sale.price;
        return past;
    }
}
