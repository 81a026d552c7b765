/* The way to Stripe without a line of code: its links, buttons and tables pass on a client reference id. */

const PAYMENT_LINK_HOSTS = ['buy.stripe.com', 'donate.stripe.com', 'book.stripe.com'];
const REFERENCE = 'client_reference_id';

/** What we have written, by element: it may follow a newer click, what the page has written may not. */
const written = new WeakMap();

function decorateStripe() {
  if (attribute('stripe') !== 'true') {
    return;
  }
  const paymentHosts = PAYMENT_LINK_HOSTS.concat(hosts(domains.stripe));
  decorators.push((root, id) => {
    const reference = vocabulary.reference + id;
    root.querySelectorAll('a[href]').forEach(link => {
      write(link, 'href', theirs => {
        const url = addressOf(link, theirs);
        return url && paymentHosts.includes(url.hostname) && !url.searchParams.has(REFERENCE)
            ? withParameter(url, REFERENCE, reference) : null;
      });
    });
    root.querySelectorAll('stripe-buy-button, stripe-pricing-table').forEach(element => {
      write(element, 'client-reference-id',
          theirs => (theirs === null ? reference : null));
    });
  });
}

/** @param wanted what the attribute should be, seen from what the page has written; null to leave it */
function write(element, name, wanted) {
  const now = element.getAttribute(name);
  const earlier = written.get(element);
  const theirs = earlier && earlier.ours === now ? earlier.theirs : now;
  const ours = wanted(theirs);
  // Stripe's elements load anew with every change.
  if (ours !== null && ours !== now) {
    element.setAttribute(name, ours);
    written.set(element, {theirs, ours});
  }
}

starts.push(decorateStripe);
