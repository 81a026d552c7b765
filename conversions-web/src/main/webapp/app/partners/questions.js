/** How a question of the application form may be answered, in the words of the API. */
export const KINDS = ['short-text', 'long-text', 'select', 'multiple-choice', 'website'];

/** @returns {boolean} whether its answer is chosen from a list */
export function hasOptions(kind) {
  return kind === 'select' || kind === 'multiple-choice';
}

/**
 * @param {{fields: object[], requirements: object[]}} form as the API has it
 * @returns {{questions: object[], requirements: object[]}} as people edit it: options one in a line, values with commas
 */
export function draftsOf({ fields, requirements }) {
  return {
    questions: fields.map(({ label, type, required, options }) => ({ label, type, required, options: (options ?? []).join('\n') })),
    requirements: requirements.map(({ attribute, operator, value }) => ({ attribute, operator, value: value.join(', ') })),
  };
}

/** @returns {{fields: object[], requirements: object[]}} what {@link draftsOf} made ready, as the API takes it */
export function asForm(questions, requirements) {
  return {
    fields: questions.map(({ label, type, required, options }) => ({
      label: label.trim(), type, required, ...(hasOptions(type) ? { options: unique(options.split('\n')) } : {}),
    })),
    requirements: requirements.map(({ attribute, operator, value }) => ({
      attribute, operator, value: unique(value.split(/[\s,;]+/)).map((one) => (attribute === 'country' ? one.toUpperCase() : one.toLowerCase())),
    })),
  };
}

function unique(parts) {
  return [...new Set(parts.map((part) => part.trim()).filter(Boolean))];
}
