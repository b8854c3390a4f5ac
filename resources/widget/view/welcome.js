import { el, setText } from './dom.js';
import { checked } from './limit.js';

/** The greeting and the form: a name if one likes, and the question. */
export function createWelcome({ texts, onStart, onTouched }) {
  const name = el('input', { id: 'name', name: 'name', autocomplete: 'name', maxlength: 200, oninput: onTouched });
  const question = el('textarea', {
    id: 'question',
    rows: 4,
    placeholder: texts.questionHint,
    'aria-describedby': 'problem',
    'aria-required': 'true',
    oninput: () => {
      complain('');
      onTouched();
    },
    onkeydown: (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    },
  });
  const problem = el('p', { class: 'problem', id: 'problem', role: 'alert' });
  const optional = el('span', { class: 'hint' }, texts.optional);
  const node = el(
    'form',
    { class: 'welcome', novalidate: true, onsubmit: (event) => submit(event) },
    el('h3', {}, texts.greeting),
    el('p', { class: 'lead' }, texts.welcome),
    el('label', { for: 'name' }, texts.name, ' ', optional),
    name,
    el('label', { for: 'question' }, texts.question),
    question,
    problem,
    el('button', { class: 'primary', id: 'begin' }, texts.begin),
  );

  function complain(text) {
    setText(problem, text);
    question.toggleAttribute('aria-invalid', text !== '');
    if (text) question.focus();
  }

  function submit(event) {
    event.preventDefault();
    const { text, problem: found } = checked(question.value, texts);
    if (found) return complain(found);
    question.value = '';
    onStart({ name: name.value.trim() || undefined, text });
  }

  return {
    node,
    focus: () => (name.value ? question : name).focus(),
    /** What is known of the visitor, and a question that the server refused. */
    fill({ name: known, refused }) {
      if (known && !name.value) name.value = known;
      if (!refused || question.value) return;
      question.value = refused;
      complain(texts.refused);
    },
  };
}
