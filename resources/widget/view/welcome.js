import { el, setText } from './dom.js';
import { checked } from './limit.js';

/** The greeting and the form: a name and an address if one likes, and the question. */
export function createWelcome({ say, draft, onStart, onTouched }) {
  const name = input('name', { autocomplete: 'name', maxlength: 200 }, onTouched);
  const email = input('email', { type: 'email', autocomplete: 'email', maxlength: 254 }, onTouched);
  const question = el('textarea', {
    id: 'question',
    rows: 4,
    dir: 'auto',
    placeholder: say('questionHint'),
    'aria-required': 'true',
    oninput: () => {
      draft.set(question.value);
      onTouched();
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    },
  });
  const nameRow = row(name, say('name'), say('optional'));
  const emailRow = row(email, say('email'), say('optional'));
  const questionRow = row(question, say('question'));
  const node = el(
    'form',
    { class: 'welcome', novalidate: true, onsubmit: (event) => submit(event) },
    el('h3', {}, say('greeting')),
    el('p', { class: 'lead' }, say('welcome')),
    ...nameRow.parts,
    ...emailRow.parts,
    ...questionRow.parts,
    el('button', { class: 'primary', id: 'begin' }, say('begin')),
  );

  function submit(event) {
    event.preventDefault();
    const { text, problem } = checked(question.value, say);
    if (!email.validity.valid) return emailRow.complain(say('emailWrong'));
    if (problem) return questionRow.complain(problem);
    question.value = '';
    onStart({ name: name.value.trim() || undefined, email: email.value.trim() || undefined, text });
  }

  return {
    node,
    focus: () => (name.value ? question : name).focus(),
    /** What was written before a reload, or to a chat that had ended. */
    shown() {
      if (!question.value) question.value = draft.get();
    },
    /** What is known of the visitor, and a question that the server refused. */
    fill({ name: knownName, email: knownEmail, refused, known }) {
      for (const part of [...nameRow.parts, ...emailRow.parts]) part.hidden = known; // the site has said it
      if (knownName && !name.value) name.value = knownName;
      if (knownEmail && !email.value) email.value = knownEmail;
      if (!refused || question.value) return;
      question.value = refused;
      questionRow.complain(say('refused'));
    },
  };
}

const input = (id, attributes, onTouched) => el('input', { id, name: id, dir: 'auto', ...attributes, oninput: onTouched });

/** A field with its label above and its problem below, which goes as soon as something is typed. */
function row(field, label, hint) {
  const problem = el('p', { class: 'problem', id: `${field.id}-problem`, role: 'alert' });
  const words = el('label', { for: field.id }, label, hint && ' ', hint && el('span', { class: 'hint' }, hint));
  const tell = (text) => {
    setText(problem, text);
    if (text) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  };
  field.setAttribute('aria-describedby', problem.id);
  field.addEventListener('input', () => tell(''));
  return {
    parts: [words, field, problem],
    complain(text) {
      tell(text);
      field.focus();
    },
  };
}
