/**
 * Deals that partners register: a person whom a partner speaks with, before any click shows it. The merchant says how the deal goes
 * on. A qualified one is a lead of the partner's, and one that is won is a sale.
 */
package org.conversions.partner.deal;
