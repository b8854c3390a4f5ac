import { el } from './dom.js';
import { SMILE, svg } from './icons.js';
import { createPopup, menuItem } from './popup.js';

const choice =
  '🙂 😀 😄 😂 😉 😊 😍 🤗 🤔 😐 😬 🙄 😢 😭 😡 😱 👍 👎 👌 🙏 👏 💪 👋 🤝 ❤️ 🎉 ✨ 🔥 💡 ✅ ❌ ⚠️ ❓ ⏰ 📦 🚚 💳 🏠 📞 ✉️';

/** A button with a page of emoji; each is put where the cursor stands. */
export function createEmoji({ say, field }) {
  const button = el('button', { type: 'button', class: 'icon', id: 'emoji', 'aria-label': say('emoji'), title: say('emoji') });
  const put = (emoji) => {
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
    popup.close();
    field.focus();
  };
  const items = choice.split(' ').map((emoji) => menuItem({ onclick: () => put(emoji) }, emoji));
  const popup = createPopup({ button, kind: 'emojis', items, label: say('emoji') });
  button.append(svg(SMILE));
  return { button, node: popup.node };
}
