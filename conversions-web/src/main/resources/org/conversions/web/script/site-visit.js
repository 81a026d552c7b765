/* A page of the site may be a link by itself: who opens it without having clicked before, has clicked it. */

async function visitSite() {
  const domain = text(domains.site);
  if (!domain || clickId() || referral()) {
    return;
  }
  const body = {domain, url: location.href, referrer: document.referrer};
  if (codeqr) {
    body.referrer = document.referrer || null;
    ['utm_source', 'utm_medium', 'utm_campaign'].filter(name => parameters.get(name))
        .forEach(name => {
          body[name] = parameters.get(name);
        });
  }
  // Most pages are no links: an error is nothing to speak of.
  const {ok, json} = await post('/track/visit', body);
  if (ok && json && isClickId(json.clickId) && !clickId()) {
    remember(json.clickId);
  }
}

starts.push(visitSite);
