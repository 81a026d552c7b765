/* Leads and sales that the page reports, with a publishable key. */

function startConversions() {
  if (attribute('publishable-key')) {
    calls.trackLead = trackLead;
    calls.trackSale = input => tellConversion('sale', codeqr ? input : withClick(input));
  }
}

function trackLead(input) {
  return tellConversion('lead', codeqr && !clickId() ? input : withClick(input));
}

/** No click is an empty text: the server may know the customer. */
function withClick(input) {
  return Object.assign({clickId: clickId() || ''}, input);
}

/** @returns a promise of the server's answer, {error} included; null when nothing came back */
async function tellConversion(what, body) {
  const {json} = await post(`/track/${what}/client`, body || {},
      {Authorization: 'Bearer ' + attribute('publishable-key')});
  if (json && json.error) {
    complain(`The ${what} was refused: ${JSON.stringify(json.error)}`);
  }
  return json;
}

starts.push(startConversions);
