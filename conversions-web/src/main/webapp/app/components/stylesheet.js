/** The folder of all files of the pages, at the version of this document. */
const ROOT = document.querySelector('link[rel="stylesheet"]')?.href.replace(/[^/]*$/, '');

const loaded = new Map();

/**
 * Loads a stylesheet that only some pages need.
 *
 * @param {string} path below /app/
 * @returns {Promise<void>} kept when it holds
 */
export function stylesheet(path) {
  if (!loaded.has(path)) {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: ROOT + path });
    loaded.set(path, new Promise((resolve, reject) => {
      link.addEventListener('load', () => resolve());
      link.addEventListener('error', () => reject(new Error(path)));
    }));
    document.head.append(link);
  }
  return loaded.get(path);
}
