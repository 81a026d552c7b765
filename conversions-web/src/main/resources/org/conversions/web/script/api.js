/* Calls to the server. They carry no cookie, and none of them ever fails: a server that is down is null. */

const SECONDS_MAX = 10;
/** What a page may send that is being left; a browser refuses more. */
const KEEPALIVE_CHARS_MAX = 15000;
const api = apiHost();

function apiHost() {
  const given = attribute('api-host');
  const url = quietly(() => (given ? new URL(given, document.baseURI) : new URL('/api', script.src)));
  if (url && /^https?:$/.test(url.protocol)) {
    return (url.origin + url.pathname).replace(/\/+$/, '');
  }
  complain('There is no address to call: set data-api-host');
  return null;
}

/**
 * @param headers beside the content type
 * @returns a promise of {ok, json}; json is null when nothing came back
 */
async function post(path, body, headers) {
  if (!api) {
    return {ok: false, json: null};
  }
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), SECONDS_MAX * 1000);
  try {
    const sent = JSON.stringify(body);
    const response = await fetch(api + path, {
      method: 'POST',
      headers: Object.assign({'Content-Type': 'application/json'}, headers),
      body: sent,
      credentials: 'omit',
      keepalive: sent.length <= KEEPALIVE_CHARS_MAX,
      signal: giveUp.signal,
    });
    return {ok: response.ok, json: await response.json()};
  } catch (e) {
    complain(`${path} has no answer: ${e}`);
    return {ok: false, json: null};
  } finally {
    clearTimeout(timer);
  }
}
