import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Page } from '../components/page.js';
import '../customers/list.js';
import '../customers/customer.js';

/** The customers: the list of all, or the journey of one. */
class CustomersPage extends Page {
  content() {
    const [id] = this.rest;
    return id ? keyed(id, html`<c-customer .rest=${this.rest}></c-customer>`) : html`<c-customer-list .rest=${this.rest}></c-customer-list>`;
  }
}

customElements.define('customers-page', CustomersPage);
