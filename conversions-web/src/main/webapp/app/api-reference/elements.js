/**
 * Makes an element.
 * @param {string} name with classes after dots: p.hint.quiet
 * @param {object} attributes set as they are; null and false are left out
 * @param {...(Node|string|null)} children
 */
export function element(name, attributes, ...children) {
  const [tag, ...classes] = name.split('.');
  const made = document.createElement(tag);
  made.classList.add(...classes);
  for (const [attribute, value] of Object.entries(attributes ?? {})) {
    if (value !== null && value !== false) {
      made.setAttribute(attribute, value === true ? '' : value);
    }
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A sentence of the description, with what stands in backticks as code. */
export function prose(name, text) {
  const parts = (text ?? '').split('`').map((part, i) => (i % 2 ? element('code', null, part) : part));
  return text ? element(name, null, ...parts) : null;
}

/** A block of code under a title, with a button that copies it. */
export function copyable(title, text) {
  const code = element('pre', { tabindex: 0, 'aria-label': title }, text);
  const button = element('button.copy', { type: 'button', 'aria-live': 'polite' }, 'Copy');
  button.addEventListener('click', async () => {
    try {
      // The clipboard is there on HTTPS and localhost only.
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = 'Selected: press Ctrl+C';
    }
  });
  return element('div.example', null, element('div.bar', null, element('span', null, title), button), code);
}
