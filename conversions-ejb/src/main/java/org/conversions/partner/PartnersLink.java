package org.conversions.partner;

import java.util.function.UnaryOperator;
import org.conversions.link.LinkDraft;

/**
 * A link that a partner is to have.
 *
 * @param make   says what it is when it is made
 * @param change what changes when the partner has it
 */
public record PartnersLink(UnaryOperator<LinkDraft> make, UnaryOperator<LinkDraft> change) {

    LinkDraft made() {
        return make.apply(LinkDraft.EMPTY);
    }
}
