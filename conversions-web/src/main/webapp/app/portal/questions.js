import { html } from 'lit';
import { textsOf } from '../texts.js';

const texts = await textsOf('portal/portal-leads');

/** The fields for the questions of a form of the program. @param {{label: string, type: string, required: boolean, options?: string[]}[]} questions */
export function questionFields(questions) {
  return questions.map(({ label, type, required, options }, index) => {
    const name = `answer${index}`;
    switch (type) {
      case 'select': return html`<c-choice name=${name} label=${label} ?required=${required} .options=${[{ value: '', text: texts.choose }, ...options.map((value) => ({ value, text: value }))]}></c-choice>`;
      case 'multiple-choice': return html`<fieldset data-answer=${name}><legend>${label}${required ? html` <span class="quiet">${texts.needed}</span>` : ''}</legend><div class="checks">${options.map((value) => html`
        <label class="check"><input type="checkbox" value=${value}><span>${value}</span></label>`)}</div></fieldset>`;
      case 'long-text': return html`<c-field name=${name} label=${label} rows="4" ?required=${required}></c-field>`;
      case 'website': return html`<c-field name=${name} label=${label} look="mono" placeholder="https://" ?required=${required}></c-field>`;
      default: return html`<c-field name=${name} label=${label} ?required=${required}></c-field>`;
    }
  });
}

/** @returns {{label: string, value: string}[]} what was answered, as the API takes it */
export function formDataOf(questions, form) {
  return questions.map(({ label, type }, index) => {
    const name = `answer${index}`;
    const value = type === 'multiple-choice' ? [...form.querySelectorAll(`[data-answer="${name}"] input:checked`)].map((box) => box.value).join(', ')
      : form.querySelector(`[name="${name}"].input`)?.value.trim();
    return { label, value };
  }).filter(({ value }) => value);
}
