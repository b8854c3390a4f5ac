import sheet from '../styles/emoji.css';
import { createPopup, menuItem } from './kit.js';

const choice =
  '🙂 😀 😄 😂 😉 😊 😍 🤗 🤔 😐 😬 🙄 😢 😭 😡 😱 👍 👎 👌 🙏 👏 💪 👋 🤝 ❤️ 🎉 ✨ 🔥 💡 ✅ ❌ ⚠️ ❓ ⏰ 📦 🚚 💳 🏠 📞 ✉️';

/** A page of emoji over the button; each is put where the cursor stands. */
export function createEmoji({ say, adopt, button, field }) {
  adopt(sheet);
  const put = (emoji) => {
    field.setRangeText(emoji, field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
    popup.close();
    field.focus();
  };
  const items = choice.split(' ').map((emoji) => menuItem({ onclick: () => put(emoji) }, emoji));
  const popup = createPopup({ button, kind: 'emojis', items, label: say('emoji') });
  return popup;
}
