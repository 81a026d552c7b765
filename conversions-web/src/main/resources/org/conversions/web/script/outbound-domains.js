/* Links and frames that lead to other sites of the same business carry the click id there. */

function decorateOutbound() {
  const listed = hosts(domains.outbound);
  if (listed.length) {
    decorators.push((root, id) => root.querySelectorAll('a[href], iframe[src]').forEach(element => {
      const name = element.hasAttribute('href') ? 'href' : 'src';
      const url = addressOf(element, element.getAttribute(name));
      if (url && isOutbound(url.hostname, listed) && !url.searchParams.has(vocabulary.clickId)) {
        element.setAttribute(name, withParameter(url, vocabulary.clickId, id));
      }
    }));
  }
}

function isOutbound(host, listed) {
  return withoutWww(host) !== withoutWww(location.hostname) && listed.some(one =>
    (one.startsWith('*.') ? host.endsWith(one.slice(1)) : withoutWww(host) === withoutWww(one)));
}

starts.push(decorateOutbound);
