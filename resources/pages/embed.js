/** The page that makes a site owner's line: the form's settings as attributes, shown by the widget itself. */
const form = document.querySelector('#settings');
const server = location.origin;
const languages = { en: 'English', de: 'Deutsch', fr: 'Français', es: 'Español', it: 'Italiano', nl: 'Nederlands', ar: 'العربية' };
/** What holds without a word in the line: the server's settings. */
const standard = { primary: '#0f6b66', position: 'right', theme: 'auto' };

for (const [value, name] of Object.entries(languages)) form.elements.language.append(new Option(name, value));

function chosen() {
  const all = [...new FormData(form)].map(([name, value]) => [name, value.trim()]);
  return Object.fromEntries(all.filter(([name, value]) => value && value !== standard[name]));
}

const quoted = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function snippet(settings) {
  const attributes = Object.entries(settings).map(([name, value]) => ` data-${name}="${quoted(value)}"`);
  return `<script src="${server}/widget.js" async${attributes.join('')}></script>`;
}

function link({ language, theme, primary }) {
  const address = new URL('/chat', server);
  for (const [name, value] of Object.entries({ language, theme, primary })) if (value) address.searchParams.set(name, value);
  return address.href;
}

function show() {
  const settings = chosen();
  document.querySelector('#snippet').textContent = snippet(settings);
  document.querySelector('#link').textContent = link(settings);
  document.querySelector('#policy').textContent = `script-src ${server}; connect-src ${server} ${server.replace('http', 'ws')}; img-src ${server}`;
}

/** The widget on this page, anew with the settings; one change after the other. */
let previewed = Promise.resolve();
const preview = () => (previewed = previewed.then(replace));

async function replace() {
  await window.Deskbell?.shutdown();
  document.querySelector('script[data-preview]')?.remove();
  const script = document.createElement('script');
  Object.assign(script.dataset, chosen(), { preview: '' });
  script.src = '/widget.js';
  document.body.append(script);
  await new Promise((resolve) => Object.assign(script, { onload: resolve, onerror: resolve }));
}

form.addEventListener('input', show);
form.addEventListener('change', preview);
document.addEventListener('click', async ({ target }) => {
  const { copies } = target.dataset;
  if (!copies) return;
  await navigator.clipboard.writeText(document.getElementById(copies).textContent);
  document.querySelector('#copied').textContent = 'Copied.';
});
/** The form as the server's settings have it. */
async function begin() {
  const desk = await fetch('/api/v1/desk').then((answer) => answer.json());
  const { title = desk.name, ...look } = desk.look;
  Object.assign(standard, look);
  for (const name of Object.keys(look)) if (form.elements[name]?.type !== 'checkbox') form.elements[name].value = look[name];
  if (title) form.elements.title.placeholder = title;
  show();
}

show();
preview();
begin().catch(() => {}); // then the line says more than it has to
