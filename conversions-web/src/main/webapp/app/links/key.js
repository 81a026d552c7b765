/** First segments that the server itself answers, or that visitors would take for its own pages. */
const RESERVED = new Set(['app', 'api', 'oauth', 'analytics', 'health', 'metrics', 'openapi', 'embed', 'web-inf', 'meta-inf', '.well-known',
  'favicon.ico', 'robots.txt', 'sitemap.xml', 'index.html', 'login', 'log-in', 'signin', 'sign-in', 'signup', 'sign-up', 'logout', 'account',
  'accounts', 'dashboard', 'admin', 'setup', 'auth', 'sso', 'oauth2', 'billing', 'password', 'security', 'share', 'partners', 'www', 'static',
  'assets', 'status']);
const SEGMENT = /^(?!\.\.?$)[\p{L}\p{Nd}\p{Mn}\p{Mc}\-_.]+$/u;
const LENGTH_MAX = 190;

/** @returns {null|'malformed'|'reserved'} why a link cannot have that key; whether it is free, the server says */
export function keyProblem(key) {
  const composed = key.normalize('NFC');
  if (composed.length > LENGTH_MAX || !composed.split('/').every((segment) => SEGMENT.test(segment))) {
    return 'malformed';
  }
  return RESERVED.has(composed.split('/', 1)[0].toLowerCase()) ? 'reserved' : null;
}
