/* A partner's link without a redirect: ?via=<key> on any page of the site is a click on <refer domain>/<key>. */

const parameters = new URLSearchParams(location.search);
const clickOfUrl = [vocabulary.clickId, 'dub_id', 'cq_id'].map(name => parameters.get(name)).find(isClickId) || null;

/** By domain and key: the same click is reported once on a page. */
const clicks = new Map();

/** The clicks that are being reported: {@code ready} waits for them. */
let clicksOnTheirWay = 0;

/** The key that the address of the page names, as the visitor typed it; null for none. */
function referral() {
  const one = attribute('query-param');
  const list = one ? [one] : jsonAttribute('query-params');
  const names = (Array.isArray(list) ? list : []).concat(codeqr && one ? [] : 'via');
  return names.map(name => parameters.get(name)).find(Boolean) || null;
}

/** @returns a promise of the server's answer, null when no click was made of it */
function trackClick(input) {
  const {domain, key} = Object.assign({domain: referDomain}, input);
  if (!text(domain) || !text(key)) {
    complain('trackClick needs {domain, key}');
    return Promise.resolve(null);
  }
  if (firstClick && clickId()) {
    return Promise.resolve(null);
  }
  return tellClick(domain, key);
}

function tellClick(domain, key) {
  const name = `${domain}/${key}`;
  if (!clicks.has(name)) {
    clicks.set(name, askForClick(domain, key));
  }
  return clicks.get(name);
}

async function askForClick(domain, key) {
  clicksOnTheirWay++;
  const body = {domain, key, url: location.href, referrer: document.referrer};
  const earlier = clickId();
  if (earlier) {
    body.clickId = earlier;
  }
  const {ok, json} = await post('/track/click', body);
  if (ok && json) {
    quietly(() => takeClick(json));
  } else {
    clicks.delete(`${domain}/${key}`);
    if (json) {
      complain(`The click on ${domain}/${key} was refused: ${JSON.stringify(json.error)}`);
    }
  }
  clicksOnTheirWay--;
  callReady();
  return ok ? json : null;
}

/** The click that the address names stays, and with first-click the one that came first. */
function takeClick(answer) {
  const another = clickOfUrl ? answer.clickId !== clickOfUrl : firstClick && clickId();
  if (isClickId(answer.clickId) && !another) {
    remember(answer.clickId);
  }
  if (answer.partner) {
    keepPartner(answer);
  }
}

/** @param firstVisit whether no click was known before this page was opened */
function startClick(firstVisit) {
  if (clickOfUrl && (firstVisit || !firstClick)) {
    remember(clickOfUrl);
  }
  const key = referral();
  if (key && referDomain && (firstVisit || !firstClick)) {
    tellClick(referDomain, key);
  }
}
