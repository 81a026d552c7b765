/** Widths of the picture in pixels. */
export const SIZES = [200, 400, 600, 1000];
/** The shares of a code that may be damaged, by the names of the standard. */
export const LEVELS = [['L', 0.07], ['M', 0.15], ['Q', 0.25], ['H', 0.3]];
const CONTRAST_MIN = 3;

/**
 * The address of the picture of a short link's QR code. What the code says has qr=1, by which a scan is counted as one.
 *
 * @param {{size: number, level: string, margin: number, fgColor: string, bgColor: string}} look
 * @param {'png'|'svg'} format
 */
export function pictureAddress(shortLink, { size, level, margin, fgColor, bgColor }, format) {
  return `/api/qr?${new URLSearchParams({ url: `${shortLink}?qr=1`, format, size, level, margin, fgColor, bgColor })}`;
}

/** @returns {boolean} whether cameras may not read it: dark on light with too little between them, or light on dark. */
export function weak({ fgColor, bgColor }) {
  return (brightness(bgColor) + 0.05) / (brightness(fgColor) + 0.05) < CONTRAST_MIN;
}

/** The relative luminance of a colour such as #0b5d4b. */
function brightness(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
