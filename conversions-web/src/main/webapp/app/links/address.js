/**
 * An address taken apart at its query, so that one parameter can be changed while every other character stays as it was
 * written: as the server does it.
 *
 * @typedef {{base: string, parameters: string[], fragment: string}} Address
 */

/** @returns {Address} */
export function apart(url) {
  const hash = url.indexOf('#');
  const start = hash < 0 ? url : url.slice(0, hash);
  const question = start.indexOf('?');
  return {
    base: question < 0 ? start : start.slice(0, question),
    parameters: question < 0 ? [] : start.slice(question + 1).split('&'),
    fragment: hash < 0 ? '' : url.slice(hash),
  };
}

/** @param {Address} address */
export function together({ base, parameters, fragment }) {
  return `${base}${parameters.length ? `?${parameters.join('&')}` : ''}${fragment}`;
}

/** The decoded name of a parameter. */
export function nameOf(parameter) {
  return decoded(parameter.split('=', 1)[0]);
}

/** The decoded value of a parameter, empty when it has none. */
export function valueOf(parameter) {
  const equals = parameter.indexOf('=');
  return equals < 0 ? '' : decoded(parameter.slice(equals + 1));
}

/** The decoded value of the first parameter of this name; empty when there is none. */
export function first(url, name) {
  const found = apart(url).parameters.find((parameter) => nameOf(parameter) === name);
  return found === undefined ? '' : valueOf(found);
}

/** @param {(name: string) => boolean} leaves which parameters go */
export function without(url, leaves) {
  const address = apart(url);
  return together({ ...address, parameters: address.parameters.filter((parameter) => !leaves(nameOf(parameter))) });
}

/** The address with the parameter once, in the place of all of its name; without it for an empty value. */
export function withParameter(url, name, value) {
  const address = apart(without(url, (other) => other === name));
  if (!value) {
    return together(address);
  }
  const kept = address.parameters.length === 1 && address.parameters[0] === '' ? [] : address.parameters;
  return together({ ...address, parameters: [...kept, String(new URLSearchParams({ [name]: value }))] });
}

/** @returns {boolean} whether a link may lead there, as far as it can be told here: an absolute web address without a login in it */
export function isWeb(url) {
  return /^https?:\/\/[^/?#\s@]+(?:[/?#]|$)/i.test(url.trim()) && URL.canParse(url.trim());
}

function decoded(raw) {
  return raw.replaceAll('+', ' ').replaceAll(/(?:%[0-9a-f]{2})+/gi, (run) => new TextDecoder()
    .decode(Uint8Array.from(run.slice(1).split('%'), (octet) => Number.parseInt(octet, 16))));
}
