import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Page } from '../components/page.js';
import '../sales/list.js';
import '../sales/sale.js';

/** The sales: the list of all, or one with all that happened to its money. */
class SalesPage extends Page {
  content() {
    const [id] = this.rest;
    return id ? keyed(id, html`<c-sale .rest=${this.rest}></c-sale>`) : html`<c-sale-list .rest=${this.rest}></c-sale-list>`;
  }
}

customElements.define('sales-page', SalesPage);
