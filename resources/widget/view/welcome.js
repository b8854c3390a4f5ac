import { el, setText } from './dom.js';
import { createField } from './field.js';
import { checked } from './limit.js';

/** Where an answer goes that is no answer to a field of the desk's own. */
const places = { name: 'name', email: 'email', department: 'departmentId', question: 'text' };

/** The greeting and the desk's form; while the desk is closed, a way to leave a message. */
export function createWelcome({ say, desk, draft, adopt, onStart, onTouched }) {
  const heading = el('h3');
  const lead = el('p', { class: 'lead' });
  const begin = el('button', { class: 'primary', id: 'begin' });
  const fields = formOf(desk).map((field) => createField(field, { say, departments: desk.now.departments ?? [], onTouched }));
  const of = (kind) => fields.find((field) => field.kind === kind);
  const question = of('question').input;
  const node = el('form', { class: 'welcome', novalidate: true, onsubmit: submit }, heading, lead, ...fields.map((field) => field.node), begin);

  question.addEventListener('input', () => draft.set(question.value));
  question.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
  });
  for (const { kind, input } of fields)
    if (kind === 'address') import('./address.js').then(({ completeAddress }) => completeAddress({ input, server: desk.server, say, adopt }));

  function submit(event) {
    event.preventDefault();
    const { text, problem } = checked(question.value, say);
    const shown = fields.filter((field) => !field.node.hidden);
    const wrongs = shown.map((field) => field.wrong ?? (field.kind === 'question' ? problem : undefined));
    shown.forEach((field, index) => field.complain(wrongs[index] ?? ''));
    const first = wrongs.findIndex(Boolean);
    if (first >= 0) return shown[first].input.focus();
    const start = { text };
    const answers = [];
    for (const { kind, id, value } of fields) {
      if (kind === 'question' || !value) continue;
      if (places[kind]) start[places[kind]] = value;
      else answers.push({ field: id, value });
    }
    if (fields.some(({ kind }) => !places[kind])) start.answers = answers;
    question.value = '';
    onStart(start);
  }

  return {
    node,
    focus() {
      const [first, ...others] = fields.filter((field) => !field.node.hidden);
      const next = first.value ? others.find(({ required, value }) => required && !value) : first;
      (next?.input ?? question).focus();
    },
    /** What was written before a reload, or to a chat that had ended. */
    shown() {
      if (!question.value) question.value = draft.get();
    },
    /** Whether somebody is there. */
    update() {
      const { closed, team, now } = desk;
      setText(heading, say(closed ? 'leaveTitle' : 'greeting'));
      const away = (closed || (now.team && !team.length)) && now.awayMessage;
      setText(lead, away || (closed ? [say('leaveText'), desk.back(say)].filter(Boolean).join(' ') : say('welcome')));
      setText(begin, say(closed ? 'leave' : 'begin'));
    },
    /** What is known of the visitor, and a question that the server refused. */
    fill({ name, email, refused, known }) {
      for (const [kind, value] of Object.entries({ name, email })) {
        const field = of(kind);
        if (!field) continue;
        if (value && !field.value) field.input.value = value;
        field.node.hidden = known && !field.wrong; // the site has said it
      }
      if (!refused || question.value) return;
      question.value = refused;
      of('question').complain(say('refused'));
      question.focus();
    },
  };
}

/** The desk's form; to a closed desk one says how one can be reached. */
function formOf({ form, closed }) {
  if (!closed) return form;
  const email = { id: 'email', kind: 'email', ...form.find(({ kind }) => kind === 'email'), required: true };
  const others = form.filter(({ kind }) => kind !== 'email');
  const at = others.findIndex(({ kind }) => kind === 'name') + 1;
  return [...others.slice(0, at), email, ...others.slice(at)];
}
