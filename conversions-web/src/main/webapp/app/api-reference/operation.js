import { copyable, element, prose } from './elements.js';

const JSON_TYPE = 'application/json';

/** One operation of the API: what it is for, what it takes, what it answers. */
export function operationSection({ path, method, operation, base, schemas }) {
  const parameters = (operation.parameters ?? []).map((parameter) => schemas.resolved(parameter));
  const body = operation.requestBody?.content?.[JSON_TYPE];
  const [status, answer] = Object.entries(operation.responses).find(([code]) => code.startsWith('2')) ?? [];
  return element('section.operation', { id: operation.operationId, 'aria-labelledby': `${operation.operationId}-title` },
    element('div.told', null,
      element('h2', { id: `${operation.operationId}-title`, tabindex: -1 }, operation.summary),
      element('p.address', null, element(`span.method.${method}`, null, method.toUpperCase()), ' ',
        element('code', null, base + path)),
      prose('p', operation.description),
      element('p.hint', null, keys(operation)),
      ...['path', 'query', 'header'].flatMap((place) => parametersIn(place, parameters, schemas)),
      ...(body ? [element('h3', null, 'Body'), prose('p.hint', schemas.resolved(body.schema).description),
        schemas.fields(body.schema, true) ?? element('p', null, schemas.typeName(body.schema))] : []),
      element('h3', null, `Answer ${status}`),
      ...answerOf(answer, schemas),
      errors(operation)),
    element('div.shown', null,
      copyable('curl', curl({ path, method, operation, base, schemas })),
      exampleAnswer(answer, schemas)));
}

function keys(operation) {
  const names = operation.security?.flatMap((scheme) => Object.keys(scheme)) ?? [];
  if (names.length === 0) {
    return 'Without an API key.';
  }
  const [scope] = operation.security.flatMap((scheme) => scheme.secretKey ?? []);
  return (names.includes('publishableKey') ? 'With a secret or a publishable key' : 'With a secret key')
    + (scope ? ` with the scope ${scope}.` : '.');
}

function parametersIn(place, parameters, schemas) {
  const those = parameters.filter((parameter) => parameter.in === place);
  if (those.length === 0) {
    return [];
  }
  const title = { path: 'In the path', query: 'In the query', header: 'In the header' }[place];
  return [element('h3', null, title), element('dl.fields', null, ...those.flatMap((parameter) =>
    schemas.field(parameter.name, { description: parameter.description, ...parameter.schema },
      parameter.required && place !== 'path' ? 'required' : null, true)))];
}

function answerOf(answer, schemas) {
  const [type, content] = Object.entries(answer?.content ?? {})[0] ?? [];
  const said = answer?.description && !['OK', 'Created', 'Accepted'].includes(answer.description)
    ? prose('p', answer.description) : null;
  if (!content) {
    return [said];
  }
  if (type !== JSON_TYPE) {
    return [said, element('p', null, Object.keys(answer.content).join(' or '))];
  }
  const name = schemas.typeName(content.schema);
  return [said, name === 'object' ? null : element('p.hint', null, name), schemas.fields(content.schema, false)];
}

function errors(operation) {
  const statuses = Object.keys(operation.responses).filter((status) => status >= '400');
  return element('p.hint', null, 'Errors: ', statuses.join(', '), '. ',
    element('a', { href: '/app/errors/' }, 'What they mean'));
}

function exampleAnswer(answer, schemas) {
  const content = answer?.content?.[JSON_TYPE];
  return content ? copyable('Answer', JSON.stringify(content.example ?? schemas.sample(content.schema), null, 2)) : null;
}

/** The request as a line for a shell. */
function curl({ path, method, operation, base, schemas }) {
  const address = location.origin + base + path;
  const body = operation.requestBody?.content?.[JSON_TYPE];
  const lines = [`curl ${method === 'get' ? '' : `-X ${method.toUpperCase()} `}'${address}'`];
  const required = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query' && parameter.required);
  if (required.length) {
    lines[0] = lines[0].replace(/'$/, `?${required.map((parameter) => `${parameter.name}=…`).join('&')}'`);
  }
  if (operation.security?.length) {
    lines.push(`-H "Authorization: Bearer $KEY"`);
  }
  if (body) {
    lines.push(`-H 'Content-Type: application/json'`);
    const json = JSON.stringify(body.example ?? schemas.sample(body.schema), null, 2);
    lines.push(`-d '${json.replaceAll("'", `'\\''`)}'`);
  }
  return lines.join(' \\\n  ');
}
