/* Links that lead on to other sites get the click id, whenever they appear. */

const INTERVAL_MILLIS = 2000;
const PAUSE_MILLIS = 100;

/** Functions of a document and a click id. */
const decorators = [];
let decoratingSoon = false;

function decorateNow() {
  const id = clickId();
  if (id) {
    documents(document).forEach(each => decorators.forEach(decorate => quietly(() => decorate(each, id))));
  }
}

/** A page that changes a lot is looked at once for many changes. */
function decorateSoon() {
  if (!decoratingSoon) {
    decoratingSoon = true;
    setTimeout(() => {
      decoratingSoon = false;
      decorateNow();
    }, PAUSE_MILLIS);
  }
}

/** The document and those that are written inside it. */
function documents(root) {
  const inside = Array.from(root.querySelectorAll('iframe[srcdoc]'))
      .map(frame => quietly(() => frame.contentDocument)).filter(Boolean);
  return inside.reduce((all, each) => all.concat(documents(each)), [root]);
}

/** The address that a value of an element's attribute means; null when that is none on the web. */
function addressOf(element, value) {
  try {
    const url = new URL(value, element.baseURI);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch (e) {
    return null;
  }
}

/** Adds a parameter and leaves the others written as they are. */
function withParameter(url, name, value) {
  const query = url.search.length > 1 ? url.search + '&' : '?';
  return url.href.split(/[?#]/)[0] + query + name + '=' + encodeURIComponent(value) + url.hash;
}

function startDecorating() {
  if (!decorators.length) {
    return;
  }
  decorateNow();
  setInterval(decorateNow, INTERVAL_MILLIS);
  new MutationObserver(decorateSoon).observe(document, {childList: true, subtree: true});
  window.addEventListener('popstate', decorateSoon);
  for (const name of ['pushState', 'replaceState']) {
    const original = history[name];
    history[name] = function () {
      const result = original.apply(this, arguments);
      decorateSoon();
      return result;
    };
  }
}
