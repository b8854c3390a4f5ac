import ratingSheet from '../styles/rating.css';
import { STAR, el, setText, svg } from './kit.js';

/** Five stars at the end of a chat, a comment if one likes, and thanks. */
export function createRating({ say, adopt, onRate }) {
  adopt(ratingSheet);
  const stars = [1, 2, 3, 4, 5].map((score) => {
    const input = el('input', { type: 'radio', name: 'score', value: score, 'aria-label': say(`rating${score}`), onchange: chosen });
    const label = el('label', { class: 'star', title: say(`rating${score}`) }, input);
    label.append(svg(STAR, 28));
    return label;
  });
  const comment = el('textarea', { id: 'comment', rows: 2, maxlength: 2000, dir: 'auto', placeholder: say('comment'), 'aria-label': say('comment') });
  const send = el('button', { class: 'secondary', id: 'rate' }, say('rateSend'));
  const more = el('div', { class: 'remark', hidden: true }, comment, send);
  const form = el('form', { onsubmit: submit }, el('fieldset', {}, el('legend', {}, say('rate')), ...stars), more);
  const words = el('p', { role: 'status' });
  const node = el('div', { class: 'rating' }, form, words);
  let rated;

  const score = () => stars.findIndex(({ firstChild }) => firstChild.checked) + 1;

  function chosen() {
    stars.forEach((star, index) => star.classList.toggle('lit', index < score()));
    more.hidden = false;
  }

  async function submit(event) {
    event.preventDefault();
    setText(words, '');
    await onRate(score(), comment.value.trim()).catch(() => setText(words, say('notChanged')));
  }

  return {
    node,
    update(chat) {
      if (chat?.id !== rated) {
        form.reset();
        chosen();
        more.hidden = true;
        setText(words, '');
      }
      rated = chat?.id;
      node.hidden = !chat?.claimedAt; // Nobody has answered: there is nothing to rate.
      form.hidden = Boolean(chat?.rating);
      if (chat?.rating) setText(words, say('rateThanks'));
    },
  };
}
