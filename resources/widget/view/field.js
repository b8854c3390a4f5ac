import { el, setText } from './dom.js';

const MOST = 500;
const plain = { maxlength: MOST };
const attributes = {
  name: { autocomplete: 'name', maxlength: 200 },
  email: { type: 'email', autocomplete: 'email', maxlength: 254 },
  text: plain,
  address: { ...plain, autocomplete: 'street-address' },
};

/** The element that takes the answer to a field of the form, by the field's kind. */
function control({ id, kind, choices }, departments, say) {
  if (kind === 'question') return el('textarea', { id, rows: 4, dir: 'auto', placeholder: say('questionHint') });
  if (kind === 'consent') return el('input', { id, type: 'checkbox' });
  if (kind !== 'department' && kind !== 'choice') return el('input', { id, name: id, dir: 'auto', ...attributes[kind] });
  const options = kind === 'choice' ? choices.map((name) => ({ id: name, name })) : departments;
  return el('select', { id }, el('option', { value: '' }, say('choose')), ...options.map(({ id: value, name }) => el('option', { value }, name)));
}

/** A field with its label above and its problem below, which goes as soon as something is typed. */
export function createField(field, { say, departments, onTouched }) {
  const { kind, label, required } = field;
  const own = ['name', 'email', 'question'].includes(kind) ? kind : `field-${field.id}`;
  const input = control({ ...field, id: own }, departments, say);
  const problem = el('p', { class: 'problem', id: `${own}-problem`, role: 'alert' });
  const hint = !required && el('span', { class: 'hint' }, say('optional'));
  const words = el('label', { for: own }, label ?? say(kind), hint && ' ', hint);
  const node = el('div', { class: `row ${kind}` }, ...(kind === 'consent' ? [input, words] : [words, input]), problem);
  const tell = (text) => {
    setText(problem, text);
    if (text) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  input.setAttribute('aria-describedby', problem.id);
  if (required) input.setAttribute('aria-required', 'true');
  input.addEventListener('input', () => {
    tell('');
    onTouched();
  });
  return {
    node,
    input,
    kind,
    required,
    id: field.id,
    get value() {
      if (kind === 'consent') return input.checked ? 'yes' : '';
      return input.value.trim();
    },
    /** What is wrong with the answer. */
    get wrong() {
      if (required && !this.value) return say(kind === 'question' ? 'empty' : 'missing');
      return kind === 'email' && !input.validity.valid ? say('emailWrong') : undefined;
    },
    complain: tell,
  };
}
