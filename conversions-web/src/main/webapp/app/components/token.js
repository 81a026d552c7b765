/**
 * Takes the token from behind the # of the address, where no server and no proxy sees it, and out of the history. A
 * reload of the same page still finds it.
 *
 * @returns {string|null}
 */
export function takeToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  const token = given ?? history.state?.token ?? null;
  history.replaceState({ token }, '', location.pathname);
  return token;
}
