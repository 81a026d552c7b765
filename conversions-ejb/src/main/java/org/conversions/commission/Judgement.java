package org.conversions.commission;

/**
 * What others than the sale say of a commission. Pure.
 *
 * @param verdict the status that the operator set: canceled, fraud, duplicate or refunded; or null
 * @param hold    who else than a dispute holds it: the guard or the operator; or null
 */
record Judgement(CommissionStatus verdict, Hold hold) {

    static final Judgement NONE = new Judgement(null, null);

    static Judgement verdict(CommissionStatus status) {
        return new Judgement(status, null);
    }

    static Judgement hold(Hold hold) {
        return new Judgement(null, hold);
    }
}
