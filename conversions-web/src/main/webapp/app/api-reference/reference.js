import { element, prose } from './elements.js';
import { operationSection } from './operation.js';
import { Schemas } from './schema.js';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The reference of the API: its tags at the side, one of them at a time in full. The address names tag or operation. */
class ApiReference extends HTMLElement {
  #description;
  #schemas;
  #operations;

  async connectedCallback() {
    try {
      this.#description = await (await fetch('/openapi')).json();
    } catch {
      this.querySelector('.lead').textContent = 'The server does not answer. Is it still running?';
      return;
    }
    this.#schemas = new Schemas(this.#description);
    this.#operations = Object.entries(this.#description.paths).flatMap(([path, methods]) => METHODS
      .filter((method) => methods[method])
      .map((method) => ({ path, method, operation: methods[method], tag: methods[method].tags[0] })));
    addEventListener('hashchange', () => this.#show());
    this.#show();
  }

  /** What the address names: an operation, a tag, or nothing yet. */
  #show() {
    const name = decodeURIComponent(location.hash.slice(1));
    const operation = this.#operations.find((candidate) => candidate.operation.operationId === name);
    const tag = operation?.tag ?? this.#tags().find((candidate) => slug(candidate.name) === name)?.name;
    const menu = this.#navigation(tag, operation);
    this.replaceChildren(menu, element('main', null, ...(tag ? this.#tag(tag) : this.#start())));
    const target = operation ? document.getElementById(name) : null;
    (target ?? this).scrollIntoView();
    this.querySelector(target ? `[id="${name}-title"]` : 'h1')?.focus({ preventScroll: true });
    menu.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  #tags() {
    return this.#description.tags.filter((tag) => this.#operations.some((operation) => operation.tag === tag.name));
  }

  #navigation(current, operation) {
    const list = element('ul.tags', null, ...this.#tags().map((tag) => element('li', null,
      element('a', { href: `#${slug(tag.name)}`, 'aria-current': tag.name === current && !operation ? 'page' : null }, tag.name),
      tag.name === current ? this.#contents(tag.name, operation) : null)));
    const narrow = matchMedia('(max-width: 60rem)').matches;
    return element('nav', { 'aria-label': 'API' },
      element('p.brand', null, element('a', { href: '/app/' }, 'Conversions')),
      element('details', { open: !narrow }, element('summary', null, current ?? 'Contents'),
        element('p.top', null, element('a', { href: '#', 'aria-current': current ? null : 'page' }, 'API reference')), list));
  }

  #contents(tag, current) {
    return element('ul', null, ...this.#operations.filter((operation) => operation.tag === tag).map(({ method, operation }) =>
      element('li', null, element('a', {
        href: `#${operation.operationId}`, 'aria-current': operation === current?.operation ? 'true' : null,
      }, element(`span.method.${method}`, null, method.toUpperCase()), element('span', null, ...breakable(operation.operationId))))));
  }

  #start() {
    const { info, components } = this.#description;
    return [
      element('h1', { tabindex: -1 }, 'API reference'),
      element('p.lead', null, info.summary),
      prose('p', info.description),
      element('h2', null, 'Keys'),
      ...Object.values(components.securitySchemes).map((scheme) => prose('p', scheme.description)),
      element('h2', null, 'Contents'),
      element('dl.contents', null, ...this.#tags().flatMap((tag) => [
        element('dt', null, element('a', { href: `#${slug(tag.name)}` }, tag.name)), prose('dd', tag.description)])),
      element('p.hint', null, 'For tools: ', element('a', { href: '/openapi' }, '/openapi'), ', OpenAPI ',
        this.#description.openapi, '.'),
    ];
  }

  #tag(name) {
    const { description } = this.#tags().find((tag) => tag.name === name);
    return [
      element('h1', { tabindex: -1 }, name),
      prose('p.lead', description),
      ...this.#operations.filter((operation) => operation.tag === name).map((operation) => operationSection({
        ...operation, base: this.#description.servers[0].url, schemas: this.#schemas,
      })),
    ];
  }
}

/** A long name goes on in the next line after its point. */
function breakable(operationId) {
  const [noun, verb] = operationId.split('.');
  return [`${noun}.`, element('wbr'), verb];
}

function slug(name) {
  return name.toLowerCase().replaceAll(' ', '-');
}

customElements.define('api-reference', ApiReference);
