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
  link?: {shortLink?: string | null; url?: string | null} | null;
  click?: {id?: string; timestamp?: string | null} | null;
  partner?: {name?: string | null} | null;
  sales?: Sale[] | null;
  commission?: {earnings: number; currency: string; status: string} | null;
  events?: TrackedEvent[] | null;
};

export type Sale = {amount: number; currency: string};

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
  add('Link', link?.shortLink ?? link?.url);
  add('Clicked', click?.timestamp ? day(click.timestamp, locale) : null);
  add('Partner', partner?.name);
  add('Sales', sales?.length ? `${sales.length} (${totals(sales, locale).join(', ')})` : null);
  add('Commission', commission ? `${money(commission.earnings, commission.currency, locale)}, ${commission.status}`
    : null);
  return lines;
}

/** The sentence at the head of a view. */
export function headOf(object: Tracked, locale: string): string {
  if (!object.tracked) {
    return object.explanation ?? 'Nothing that this server knows came before it.';
  }
  const from = object.link?.shortLink ?? object.link?.url;
  const when = object.click?.timestamp ? ` on ${day(object.click.timestamp, locale)}` : '';
  const who = object.partner?.name ? `, partner ${object.partner.name}` : '';
  return from ? `Came from ${from}${when}${who}.` : object.explanation ?? 'Tracked.';
}

export function replayable(event: TrackedEvent): boolean {
  return REPLAYABLE.includes(event.state);
}

function totals(sales: Sale[], locale: string): string[] {
  const sums = new Map<string, number>();
  for (const {amount, currency} of sales) {
    sums.set(currency, (sums.get(currency) ?? 0) + amount);
  }
  return [...sums].map(([currency, amount]) => money(amount, currency, locale));
}

function day(time: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {dateStyle: 'medium', timeZone: 'UTC'}).format(new Date(time));
}
