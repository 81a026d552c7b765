package org.conversions.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.conversions.platform.id.ClickId;
import org.conversions.platform.id.CustomerId;
import org.conversions.platform.id.LinkId;
import org.hibernate.annotations.Immutable;

/** A new row of customer_click: a click that brought a buyer. Later reports change the row by statements of their own. */
@Entity
@Immutable
@IdClass(NamedClick.Key.class)
@Table(name = "customer_click")
class NamedClick {

    record Key(CustomerId customerId, ClickId clickId) implements Serializable {
    }

    @Id
    @Column(name = "customer_id")
    CustomerId customerId;
    @Id
    @Column(name = "click_id")
    ClickId clickId;
    @Column(name = "link_id")
    LinkId linkId;
    @Column(name = "clicked_at")
    Instant clickedAt;
    @Column(name = "named_at")
    Instant namedAt;
    @Column(name = "named_by")
    String namedBy;
    /** The discount code that stands for a click; null for a click. */
    @Column(name = "discount_code_id")
    String codeId;

    static NamedClick of(CustomerId customerId, CustomerClick click) {
        NamedClick row = new NamedClick();
        row.customerId = customerId;
        row.clickId = click.clickId();
        row.linkId = click.linkId();
        row.clickedAt = click.clickedAt();
        row.namedAt = click.namedAt();
        row.namedBy = click.namedBy().text();
        row.codeId = click.codeId();
        return row;
    }
}
