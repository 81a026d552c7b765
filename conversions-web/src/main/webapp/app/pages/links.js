import { html } from 'lit';
import { Page } from '../components/page.js';
import '../links/style.js';
import '../links/list.js';

/** Which module shows what stands behind /app/links/; everything else is the id of a link. */
const PARTS = {
  domains: { module: () => import('../links/domains.js'), element: () => html`<c-link-domains></c-link-domains>` },
  folders: { module: () => import('../links/sorting.js'), element: () => html`<c-link-sorting></c-link-sorting>` },
  import: { module: () => import('../links/import.js'), element: () => html`<c-link-import></c-link-import>` },
};

/** The page of links: the list, a link's own page, a new one, domains, folders and tags, and the import of a table. */
class LinksPage extends Page {
  #loaded = new Set();

  willUpdate(changed) {
    if (changed.has('rest') && changed.get('rest')) {
      this.reload();
    }
  }

  async load() {
    const [part] = this.rest;
    if (part && !this.#loaded.has(part)) {
      await (Object.hasOwn(PARTS, part) ? PARTS[part].module() : import('../links/form.js'));
      this.#loaded.add(part);
    }
  }

  content() {
    const [part] = this.rest;
    if (!part) {
      return html`<c-link-list .search=${location.search}></c-link-list>`;
    }
    if (!this.#loaded.has(part)) {
      return this.waiting();
    }
    return Object.hasOwn(PARTS, part) ? PARTS[part].element() : html`<c-link-form .name=${part} .search=${location.search}></c-link-form>`;
  }
}

customElements.define('links-page', LinksPage);
