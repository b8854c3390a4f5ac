import tokens from 'deskbell:tokens/button';
import { createButton } from '../widget/loader/button.js';
import { askDesk } from '../widget/loader/desk.js';
import { openChat, pageLanguage } from '../widget/loader/language.js';
import { theme } from '../widget/loader/theme.js';
import page from '../widget/styles/page.css';
import { mount } from '../widget/view/entry.js';
import { Emitter } from '../widget/wire/emitter.js';

/** The chat as a page of its own. A link to it may say the language, the theme and the colour, and nothing else. */
const given = new URLSearchParams(location.search);
const config = { page: true };
for (const name of ['language', 'theme', 'primary']) if (given.has(name)) config[name] = given.get(name);
document.documentElement.lang = pageLanguage(config.language);

function sheet(text) {
  const made = new CSSStyleSheet();
  made.replaceSync(text);
  return made;
}

const events = new Emitter();
const { signal } = new AbortController();
const host = document.createElement('deskbell-widget');
const root = host.attachShadow({ mode: 'open' });
const launcher = createButton(() => {});
root.adoptedStyleSheets = [sheet(tokens), sheet(page)];
root.append(launcher.node);
launcher.show(openChat.en);
host.dataset.page = '';
document.body.append(host);
const themed = theme(host, launcher.node, config, events, signal);
await askDesk(location.origin, config);
themed();
await mount({ host, root, launcher, config, server: location.origin, sheet, events, signal, themed });
