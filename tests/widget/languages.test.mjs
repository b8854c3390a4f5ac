// Every language says everything, in its own plurals, and the right one is chosen.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import en from '../../resources/widget/languages/en.js';
import { openChat, pickLanguage } from '../../resources/widget/loader/language.js';
import { createVoice, speak } from '../../resources/widget/view/texts.js';

const folder = new URL('../../resources/widget/languages/', import.meta.url);
const valuesIn = (text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
const forms = (text) => (typeof text === 'string' ? [text] : Object.values(text));

test('the loader knows the languages that there are', () => {
  const files = readdirSync(folder).map((name) => name.slice(0, -3));
  assert.deepEqual(files.sort(), Object.keys(openChat).sort());
  assert.ok(files.length >= 6);
});

for (const language of Object.keys(openChat)) {
  test(`${language} says everything`, async () => {
    const { default: words } = await import(`${folder}${language}.js`);
    assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort());
    assert.equal(words.openChat, openChat[language]);
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    for (const [key, text] of Object.entries(words)) {
      assert.equal(typeof text, typeof en[key], key);
      const known = new Set(forms(en[key]).flatMap(valuesIn));
      for (const form of forms(text)) {
        assert.ok(form.trim(), key);
        for (const name of valuesIn(form)) assert.ok(known.has(name), `${key}: {${name}}`);
      }
      if (typeof text === 'string') assert.deepEqual(valuesIn(text), valuesIn(en[key]), key);
      else assert.ok('other' in text && Object.keys(text).every((form) => needed.includes(form)), key);
    }
    const say = await speak(language);
    assert.match(say('unread', { count: 7 }), /7/);
  });
}

const choices = [
  [['de'], 'de'],
  [[undefined, 'pt-BR', ['ja', 'fr-CA', 'de']], 'fr'],
  [['', '', ['es-419']], 'es'],
  [['AR_EG'], 'ar'],
  [['tlh', 'xx', ['constructor', '__proto__']], 'en'],
];
for (const [wanted, language] of choices) {
  test(`${JSON.stringify(wanted)} is ${language}`, () => assert.equal(pickLanguage(...wanted), language));
}

test('values are filled in once and as they are', () => {
  const say = createVoice('en', en);
  assert.equal(say('joined', { name: '{name} $& <b>' }), '{name} $& <b> joined the chat');
  assert.deepEqual([1, 2, 5].map((count) => say('unread', { count })), ['1 new message', '2 new messages', '5 new messages']);
});

test('a site sets plain texts and nothing else', () => {
  const say = createVoice('en', en, { title: 'Fenn', unread: 'no table', subtitle: '', greeting: 7 });
  assert.deepEqual([say('title'), say('subtitle'), say('greeting')], ['Fenn', en.subtitle, en.greeting]);
  assert.equal(say('unread', { count: 1 }), '1 new message');
});
