/* Who sent the visitor, and the discount that comes with it: for the page to show. */

function showPartner(partner, discount) {
  window[vocabulary.data] = {partner: partner || null, discount: discount || null};
}

function keepPartner(answer) {
  showPartner(answer.partner, answer.discount);
  const partner = Object.assign({}, answer.partner);
  for (const name of ['name', 'image']) {
    if (text(partner[name])) {
      partner[name] = encodeURIComponent(partner[name]);
    }
  }
  // JSON may escape any character, a cookie cannot hold every one.
  const json = JSON.stringify(Object.assign({}, answer, {partner})).replace(/[;\x7f-\uffff]/g,
      character => '\\u' + character.charCodeAt(0).toString(16).padStart(4, '0'));
  writeCookie(vocabulary.partner, json, cookieOptions());
}

function startPartner() {
  const kept = cookies(vocabulary.partner).map(parsed).find(data => data && data.partner);
  if (!kept) {
    showPartner(null, null);
    return;
  }
  const partner = Object.assign({}, kept.partner);
  for (const name of ['name', 'image']) {
    if (text(partner[name])) {
      partner[name] = quietly(() => decodeURIComponent(partner[name])) || partner[name];
    }
  }
  showPartner(partner, kept.discount);
}
