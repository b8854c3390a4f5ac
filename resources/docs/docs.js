// Makes the readable page out of /api/openapi.json. Everything that comes from there is set as text.

const byId = (id) => document.getElementById(id);

/** An element with attributes and children; children that are texts become text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A schema's type in a few words, such as "text, 1 to 200 characters". */
function kindOf(schema = {}) {
  if (schema.enum) return schema.enum.map((each) => `“${each}”`).join(' or ');
  if (schema.type === 'array') return `list of ${kindOf(schema.items)}${schema.maxItems ? `, at most ${schema.maxItems}` : ''}`;
  if (schema.format === 'uuid') return 'id';
  if (schema.format === 'date-time') return 'time';
  if (schema.format === 'binary') return 'bytes';
  if (schema.type === 'string') return `text, ${range(schema.minLength, schema.maxLength, ' characters')}`;
  if (schema.type === 'integer' || schema.type === 'number') return `number${prefixed(range(schema.minimum, schema.maximum))}`;
  if (schema.type === 'boolean') return 'true or false';
  return schema.type ?? 'anything';
}

function range(least, most, unit = '') {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (most !== undefined) return `at most ${most}${unit}`;
  return least === undefined ? '' : `at least ${least}`;
}

const prefixed = (text) => (text ? `, ${text}` : '');

/** The fields of an object, those within it by their path: `chat.id`, `messages[].text`. */
function fieldsOf(schema = {}, path = '') {
  const list = schema.type === 'array';
  const inner = list ? schema.items : schema;
  if (!inner?.properties) return [];
  const before = path ? `${path}${list ? '[]' : ''}.` : '';
  return Object.entries(inner.properties).flatMap(([name, each]) => [
    { name: before + name, schema: each, required: Boolean(inner.required?.includes(name)) },
    ...fieldsOf(each, before + name),
  ]);
}

function table(title, rows) {
  if (rows.length === 0) return [];
  const head = element('tr', {}, element('th', {}, 'Field'), element('th', {}, 'Kind'), element('th', {}, 'Where'));
  const body = rows.map(({ name, schema, where }) =>
    element('tr', {}, element('td', {}, element('code', {}, name)), element('td', {}, kindOf(schema)), element('td', {}, where)));
  return [element('h4', {}, title), element('table', {}, element('thead', {}, head), element('tbody', {}, ...body))];
}

const contentOf = (part) => Object.values(part?.content ?? {})[0]?.schema;

function requestRows(operation) {
  const asked = (operation.parameters ?? []).map(({ name, schema, in: place, required }) =>
    ({ name, schema, where: `${place}${required ? '' : ', optional'}` }));
  const body = fieldsOf(contentOf(operation.requestBody));
  return [...asked, ...body.map((field) => ({ ...field, where: field.required ? 'body' : 'body, optional' }))];
}

function example(operation, method, path) {
  const open = operation.security?.some((each) => Object.keys(each).length === 0);
  const lines = [`curl -X ${method.toUpperCase()} '${location.origin}${path}'`];
  if (!open) lines.push(`-H 'Authorization: Bearer TOKEN'`);
  const type = Object.keys(operation.requestBody?.content ?? {})[0];
  const fields = fieldsOf(contentOf(operation.requestBody)).filter(({ required }) => required);
  const object = Object.fromEntries(fields.filter(({ name }) => !name.includes('.')).map(({ name }) => [name, '…']));
  if (type === 'application/json') lines.push(`-H 'Content-Type: application/json'`, `-d '${JSON.stringify(object)}'`);
  else if (type) lines.push(`--data-binary @FILE`);
  return element('pre', { tabindex: '0' }, lines.join(' \\\n  '));
}

function article(operation, method, path) {
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  const answer = answers.flatMap(([, each]) => fieldsOf(contentOf(each)))
    .map((field) => ({ ...field, where: field.required ? 'always' : 'when there' }));
  return element('article', { id: operation.operationId },
    element('h3', {}, operation.operationId),
    element('p', { class: 'route' }, element('span', { class: 'method' }, method.toUpperCase()), element('code', {}, path)),
    element('p', {}, operation.description ?? operation.summary ?? ''),
    element('p', { class: 'who' }, `For ${operation['x-access'] ?? 'everybody'}. Answers ${answers.map(([status]) => status).join(' or ')}.`),
    ...table('What is asked', requestRows(operation)),
    ...table('What comes back', answer),
    element('h4', {}, 'Example'), example(operation, method, path));
}

function show(description) {
  byId('about').textContent = description.info.description ?? '';
  const root = description.servers?.[0]?.url ?? '';
  const sections = new Map();
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'other';
      if (!sections.has(tag)) sections.set(tag, []);
      sections.get(tag).push(article(operation, method, root + path));
    }
  }
  for (const [tag, articles] of [...sections].sort()) {
    byId('operations').append(element('section', {}, element('h2', {}, tag), ...articles));
    const links = articles.map(({ id }) => element('a', { href: `#${id}` }, id));
    byId('contents').append(element('div', {}, element('h2', {}, tag), ...links));
  }
  byId('state').hidden = true;
  document.querySelector(location.hash ? `[id="${CSS.escape(location.hash.slice(1))}"]` : 'none')?.scrollIntoView();
}

byId('find').addEventListener('input', ({ target }) => {
  const wanted = target.value.trim().toLowerCase();
  for (const each of document.querySelectorAll('article')) {
    each.hidden = ![each.id, each.querySelector('.route').textContent].some((text) => text.toLowerCase().includes(wanted));
    document.querySelector(`nav a[href="#${each.id}"]`).hidden = each.hidden;
  }
  for (const each of document.querySelectorAll('section, nav div > div'))
    each.hidden = !each.querySelector('article:not([hidden]), a:not([hidden])');
});

try {
  const response = await fetch('/api/openapi.json');
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  show(await response.json());
} catch (error) {
  byId('state').textContent = `The description could not be read: ${error.message}.`;
}
