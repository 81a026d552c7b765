import { say } from './components/toasts.js';

/**
 * Makes the handler of a form's submit: checks the fields, sends, and shows what is wrong beside its field.
 *
 * @param {(values: object, form: HTMLFormElement) => Promise<void>} action what to do with the values
 */
export function submitting(action) {
  return async (event) => {
    event.preventDefault();
    const form = event.currentTarget;
    const button = event.submitter ?? form.querySelector('[type="submit"]');
    if (form.getAttribute('aria-busy') === 'true' || !checked(form)) {
      return;
    }
    form.setAttribute('aria-busy', 'true');
    await busy(button, async () => {
      try {
        await action(valuesOf(form), form);
      } catch (error) {
        complain(form, error);
      } finally {
        form.removeAttribute('aria-busy');
      }
    });
  };
}

/** Marks a button as busy while something is done, and says what went wrong. */
export async function busy(button, action) {
  if (button?.getAttribute('aria-busy') === 'true') {
    return;
  }
  button?.setAttribute('aria-busy', 'true');
  try {
    await action();
  } catch (error) {
    say(error.message, 'negative', error.lang);
  } finally {
    button?.removeAttribute('aria-busy');
  }
}

/** The handler of a button that does something at once. */
export function doing(action) {
  return (event) => busy(event.currentTarget, action);
}

function valuesOf(form) {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].map((name) => [name, data.get(name).trim?.() ?? data.get(name)]));
}

function fieldsOf(form) {
  return [...form.querySelectorAll('c-field, c-choice')];
}

function checked(form) {
  put(form, '');
  const wrong = fieldsOf(form).filter((field) => !field.check());
  wrong[0]?.focus();
  return wrong.length === 0;
}

function complain(form, error) {
  const field = error.field && fieldsOf(form).find((candidate) => candidate.name === error.field);
  if (field) {
    field.complain(error.message, error.lang);
    field.focus();
  } else {
    put(form, error.message, error.lang);
  }
}

/** The place of sentences that are about no single field; without one they are said in a toast. */
function put(form, sentence, lang) {
  const place = form.querySelector('c-problem');
  if (place) {
    place.show(sentence, lang);
  } else if (sentence) {
    say(sentence, 'negative', lang);
  }
}
