import { pictureAddress } from '../links/qr-address.js';

const LOOK = { size: 600, level: 'M', margin: 2, fgColor: '#000000', bgColor: '#ffffff' };

/** @returns {string} a link as people read it */
export function bare(shortLink) {
  return shortLink.replace(/^https?:\/\//, '');
}

/** @returns {string} where the picture of a link's QR code is */
export function qrOf(link, format = 'svg') {
  return pictureAddress(link.shortLink, LOOK, format);
}
