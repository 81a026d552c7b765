import { html } from 'lit';
import { Page } from '../components/page.js';
import '../links/domains.js';
import '../links/form.js';
import '../links/import.js';
import '../links/list.js';
import '../links/sorting.js';
import '../links/style.js';

/** What stands behind /app/links/; everything else is the id of a link. */
const PARTS = {
  domains: () => html`<c-link-domains></c-link-domains>`,
  folders: () => html`<c-link-sorting></c-link-sorting>`,
  import: () => html`<c-link-import></c-link-import>`,
};

/** The page of links: the list, a link's own page, a new one, domains, folders and tags, and the import of a table. */
class LinksPage extends Page {
  content() {
    const [part] = this.rest;
    if (!part) {
      return html`<c-link-list .search=${location.search}></c-link-list>`;
    }
    return Object.hasOwn(PARTS, part) ? PARTS[part]() : html`<c-link-form .name=${part} .search=${location.search}></c-link-form>`;
  }
}

customElements.define('links-page', LinksPage);
