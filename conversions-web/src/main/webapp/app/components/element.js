import { directive, Directive } from 'lit/directive.js';

/** Makes the element of a page by its name, and hands it the rest of the address. */
class PageElement extends Directive {
  #element;

  render(name, rest) {
    if (this.#element?.localName !== name) {
      this.#element = document.createElement(name);
    }
    this.#element.rest = rest;
    return this.#element;
  }
}

export const pageElement = directive(PageElement);
