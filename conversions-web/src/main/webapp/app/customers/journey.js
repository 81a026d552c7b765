import { locale } from '../language.js';

/** The order of what happened within the same second: causes before effects. */
const ORDER = ['click', 'lead', 'subscription', 'sale', 'correction', 'refund', 'dispute', 'reversal', 'earned', 'takenBack', 'paid', 'ends', 'churn'];
const STEPS = [['day', 86_400], ['hour', 3_600], ['minute', 60], ['second', 1]];

/**
 * Puts what a customer did and what came of it into one line of time.
 *
 * @param {object} activity as the API answers it
 * @param {object[]} stripeEvents of the customer, with their effects; empty where there are none
 * @param {boolean} oldestFirst
 * @returns {{kind: string, at: string}[]} with what each kind has: amount, sale, link, click, commission, Stripe event
 */
export function journey(activity, stripeEvents = [], oldestFirst = false) {
  const clicks = byId(activity.clicks);
  const links = byId(activity.links);
  const moments = [
    ...activity.events.map((event) => ({
      kind: event.event, at: event.timestamp, name: event.eventName, amount: event.amount, currency: event.currency, saleId: event.saleId,
      sourceId: event.sourceId, attribution: event.event === 'sale' ? event.attribution : null, link: links.get(event.linkId) ?? null,
      clickId: event.clickId, click: clicks.get(event.clickId) ?? null,
      stripeEvent: event.saleId ? cause(stripeEvents, event.event, event.saleId, event.amount) : null,
    })),
    ...(activity.earnings ?? []).map((earning) => ({
      kind: earningKind(earning), at: earning.at, amount: earning.earnings, currency: earning.currency, partner: earning.partner,
      partnerId: earning.partnerId, commissionId: earning.commissionId, status: earning.status, saleId: earning.saleId, reason: earning.kind,
    })),
    ...activity.subscriptions.flatMap(subscriptionMoments),
    ...churn(activity.customer, stripeEvents),
  ];
  moments.sort((one, other) => second(one.at) - second(other.at) || ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  return oldestFirst ? moments : moments.reverse();
}

function byId(things) {
  return new Map(things.map((thing) => [thing.id, thing]));
}

function second(time) {
  return Math.floor(Date.parse(time) / 1000);
}

function earningKind({ kind, earnings }) {
  return kind === 'paid' ? 'paid' : earnings < 0 ? 'takenBack' : 'earned';
}

function subscriptionMoments({ id, status, statusAt, cancelAt, endedAt }) {
  const moments = [];
  if (endedAt) {
    moments.push({ kind: 'subscription', at: endedAt, subscriptionId: id, status: 'canceled' });
  } else if (status && statusAt) {
    moments.push({ kind: 'subscription', at: statusAt, subscriptionId: id, status });
  }
  if (cancelAt && !endedAt) {
    moments.push({ kind: 'ends', at: cancelAt, subscriptionId: id });
  }
  return moments;
}

function churn({ id, subscriptionCanceledAt }, stripeEvents) {
  return subscriptionCanceledAt ? [{ kind: 'churn', at: subscriptionCanceledAt, stripeEvent: cause(stripeEvents, 'churn', id, null) }] : [];
}

/**
 * Finds the event of Stripe that did something.
 *
 * @param {object[]} stripeEvents the newest first
 * @returns {object|null} the oldest one that says so; of several refunds of a sale the one with that amount
 */
export function cause(stripeEvents, type, id, amount) {
  const named = stripeEvents.filter(({ effects }) => effects?.some((effect) => effect.type === type && effect.id === id));
  const exact = named.filter(({ effects }) => effects.some((effect) => effect.type === type && effect.id === id && effect.amount === amount));
  return exact.at(-1) ?? (type === 'refund' ? null : named.at(-1)) ?? null;
}

/**
 * @returns {{lead: number|null, sale: number|null}} milliseconds from the first click to the lead and to the first sale; null without one
 */
export function pace(events) {
  const first = (kind) => events.filter(({ event }) => event === kind).map(({ timestamp }) => Date.parse(timestamp)).sort((a, b) => a - b)[0];
  const click = first('click');
  const since = (time) => (click === undefined || time === undefined ? null : Math.max(0, time - click));
  return { lead: since(first('lead')), sale: since(first('sale')) };
}

/** @returns {string} a length of time in its largest unit: "3 days", "40 seconds" */
export function lasting(millis) {
  const seconds = Math.round(millis / 1000);
  const [unit, length] = STEPS.find(([, length]) => seconds >= length) ?? STEPS.at(-1);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(Math.floor(seconds / length));
}

/** @returns {{currency: string, earnings: number}[]} what partners earned by the customer in each currency, less what was taken back */
export function earnedIn(earnings) {
  const sums = new Map();
  (earnings ?? []).filter(({ kind }) => kind !== 'paid').forEach(({ currency, earnings: part }) => sums.set(currency, (sums.get(currency) ?? 0) + part));
  return [...sums].map(([currency, sum]) => ({ currency, earnings: sum }));
}
