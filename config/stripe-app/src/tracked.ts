import {money} from './money';

/** A Stripe event of the object, and what became of it. */
export type TrackedEvent = {id: string; type: string; state: string; reason: string | null; explanation: string | null};

/** What a Stripe object means on the server. What the connection may not read is left out or null. */
export type Tracked = {
  id: string;
  kind: string;
  tracked: boolean;
  reason?: string | null;
  explanation?: string | null;
  link?: {shortLink: string} | null;
  click?: {id: string; at?: string | null} | null;
  partner?: {name: string} | null;
  sales?: Sale[] | null;
  /** Of all sales together; the status is null when theirs differ. */
  commission?: {earnings: number; currency: string; status?: string | null} | null;
  events?: TrackedEvent[] | null;
};

/** A sale; `netAmount` is what is left of it. */
export type Sale = {amount: number; netAmount: number; currency: string};

export type Line = {label: string; value: string};

/** Events that had their effect are not processed again, and those that wait go on by themselves. */
const REPLAYABLE = ['ignored', 'failed', 'unmatched', 'waiting'];

/** The lines of a view about a tracked object. */
export function linesOf(object: Tracked, locale: string): Line[] {
  const {link, click, partner, sales, commission} = object;
  const lines: Line[] = [];
  const add = (label: string, value: string | null | undefined) => {
    if (value) {
      lines.push({label, value});
    }
  };
  add('Link', link?.shortLink);
  add('Clicked', click?.at ? day(click.at, locale) : null);
  add('Partner', partner?.name);
  add('Sales', sales?.length ? `${sales.length} (${totals(sales, sale => sale.amount, locale)})` : null);
  add('Refunded', sales?.some(refunded) ? totals(sales.filter(refunded), sale => sale.amount - sale.netAmount, locale)
    : null);
  add('Commission', commission && [money(commission.earnings, commission.currency, locale), commission.status]
    .filter(Boolean).join(', '));
  add('Why', object.tracked ? object.explanation : null);
  return lines;
}

/** The sentence at the head of a view. */
export function headOf(object: Tracked, locale: string): string {
  if (!object.tracked) {
    return object.explanation ?? 'Nothing that this server knows came before it.';
  }
  const when = object.click?.at ? ` on ${day(object.click.at, locale)}` : '';
  const who = object.partner ? `, partner ${object.partner.name}` : '';
  return `Came from ${object.link?.shortLink ?? 'a link'}${when}${who}.`;
}

export function replayable(event: TrackedEvent): boolean {
  return REPLAYABLE.includes(event.state);
}

function refunded(sale: Sale): boolean {
  return sale.netAmount < sale.amount;
}

function totals(sales: Sale[], of: (sale: Sale) => number, locale: string): string {
  const sums = new Map<string, number>();
  for (const sale of sales) {
    sums.set(sale.currency, (sums.get(sale.currency) ?? 0) + of(sale));
  }
  return [...sums].map(([currency, amount]) => money(amount, currency, locale)).join(', ');
}

function day(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(time));
}
