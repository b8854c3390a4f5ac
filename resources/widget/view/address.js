import sheet from '../styles/address.css';
import { el, setText } from './kit.js';

const PATIENCE_MS = 150;
const steps = { ArrowDown: 1, ArrowUp: -1 };

/** Makes a field a combobox of the desk's addresses: what fits is shown below it, and arrow keys, Enter or a click take one. */
export function completeAddress({ input, server, say, adopt }) {
  adopt(sheet);
  const list = el('ul', { class: 'fits', role: 'listbox', id: `${input.id}-fits`, 'aria-label': say('address'), hidden: true });
  const count = el('p', { class: 'unseen', role: 'status' });
  let timer;
  let asked = 0;
  let at = -1;
  const attributes = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  input.after(list, count);

  function show(found) {
    list.replaceChildren(...found.map(option));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', !list.hidden);
    setText(count, found.length ? `${say('address')}: ${found.length}` : '');
    mark(-1);
  }

  function option({ label }, index) {
    const node = el('li', { role: 'option', id: `${input.id}-fit${index}`, dir: 'auto' }, label);
    node.addEventListener('pointerdown', (event) => event.preventDefault()); // the focus stays
    node.addEventListener('click', () => take(label));
    return node;
  }

  function mark(index) {
    at = index;
    [...list.children].forEach((node, one) => node.setAttribute('aria-selected', one === at));
    const marked = list.children[at];
    if (marked) input.setAttribute('aria-activedescendant', marked.id);
    else input.removeAttribute('aria-activedescendant');
    marked?.scrollIntoView({ block: 'nearest' });
  }

  function take(label) {
    input.value = label;
    show([]);
    input.focus();
  }

  async function ask() {
    const number = ++asked;
    const query = input.value.trim();
    if (query.length < 2) return show([]);
    const address = `${server}/api/addresses?limit=6&q=${encodeURIComponent(query)}`;
    const found = await fetch(address).then((answer) => (answer.ok ? answer.json() : []), () => []);
    if (number === asked) show(found.filter(({ label }) => label !== query));
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PATIENCE_MS);
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    asked++;
    show([]);
  });
  input.addEventListener('keydown', (event) => {
    const { length } = list.children;
    if (list.hidden || event.isComposing) return;
    if (event.key === 'Enter' && at >= 0) take(list.children[at].textContent);
    else if (event.key in steps) mark((at + steps[event.key] + length + (at < 0 && steps[event.key] < 0)) % length);
    else if (event.key === 'Escape') show([]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
