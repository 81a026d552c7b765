import { AddressedPage } from '../components/listing.js';
import { portal } from './portal.js';
import { go, placeOf } from './router.js';

/** A view of a program, whose state stands behind the #. */
export class View extends AddressedPage {
  get place() {
    return placeOf(location.hash);
  }

  go(address, options) {
    go(address, options);
  }

  /** @returns {string} the currency of what was sold, which is the merchant's */
  currency(details) {
    return details.program.saleCurrency;
  }

  get portal() {
    return portal;
  }
}
