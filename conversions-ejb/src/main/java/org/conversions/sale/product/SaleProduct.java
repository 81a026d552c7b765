package org.conversions.sale.product;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.conversions.platform.id.WorkspaceId;

/** A row of sale_product: a product that a sale is of, and its part of it. */
@Entity
@IdClass(SaleProduct.Key.class)
@Table(name = "sale_product")
class SaleProduct {

    /** Names a row. */
    static class Key implements Serializable {

        private static final long serialVersionUID = 1;

        String saleId;
        String productId;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && saleId.equals(key.saleId) && productId.equals(key.productId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(saleId, productId);
        }
    }

    @Id
    @Column(name = "sale_id")
    String saleId;
    @Id
    @Column(name = "product_id")
    String productId;
    @Column(name = "workspace_id")
    WorkspaceId workspaceId;
    @Column(name = "part_from")
    long partFrom;
    @Column(name = "part_to")
    long partTo;
    @Column(name = "part_of")
    long partOf;

    static SaleProduct of(SaleProducts.Sold sale, ProductPart part, long whole) {
        SaleProduct row = new SaleProduct();
        row.saleId = sale.id().value();
        row.productId = part.productId();
        row.workspaceId = sale.workspaceId();
        row.partFrom = part.from();
        row.partTo = part.to();
        row.partOf = whole;
        return row;
    }
}
