/* Forms that report a lead when they are sent, because the page says so: data-auto-convert. */

const CONVERSION_FORM = 'form[data-codeqr-conversion]';
const IGNORED = '[data-codeqr-ignore]';
/** Never read, whatever the page asks for. */
const PRIVATE_FIELD = 'input[type=password], input[type=file], input[type=submit], input[type=button],'
    + ' input[type=image], button, [autocomplete^="cc-"], [autocomplete*="password"], ' + IGNORED;

function startForms() {
  const options = jsonAttribute('auto-convert') || {};
  if (options.forms && attribute('publishable-key')) {
    document.addEventListener('submit', event => quietly(() => {
      const form = event.target;
      if (form.matches(text(options.formSelector) || CONVERSION_FORM) && !form.matches(IGNORED)) {
        trackLead(leadOf(form, options));
      }
    }), true);
  }
}

function leadOf(form, options) {
  const fields = Array.from(form.elements).filter(field => field.name && text(field.value)
      && !field.matches(PRIVATE_FIELD) && (field.checked || !/^(checkbox|radio)$/.test(field.type)));
  const email = valueOf(fields, 'email', /e-?mail/i);
  const phone = valueOf(fields, 'tel', /phone|mobile|^tel$/i);
  const metadata = {};
  fields.filter(field => field.hasAttribute('data-codeqr-capture')
      || (options.captureAllFields && field.type !== 'hidden'))
      .forEach(field => {
        metadata[field.name] = text(field.value);
      });
  if (phone) {
    metadata.phone = phone;
  }
  return {
    eventName: form.getAttribute('data-codeqr-event-name') || text(options.eventName) || 'Form submitted',
    customerExternalId: email || phone || anonymousId(),
    customerName: valueOf(fields, null, /^(full[-_ ]?|first[-_ ]?)?name$/i),
    customerEmail: email,
    metadata,
  };
}

/** Undefined where there is none, which JSON leaves out. */
function valueOf(fields, type, name) {
  const found = fields.find(field => field.type === type) || fields.find(field => name.test(field.name));
  return found ? text(found.value) : undefined;
}

/** The same for all forms that this browser sends on this site. */
function anonymousId() {
  const id = stored(vocabulary.anonymous)
      || 'anon_' + Array.from(crypto.getRandomValues(new Uint32Array(4)), part => part.toString(36)).join('');
  store(vocabulary.anonymous, id);
  return id;
}

starts.push(startForms);
