import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, contrast, css, parse, readableOn } from '../../resources/widget/loader/colour.js';
import { tokens } from '../../resources/widget/tokens.mjs';

test('a colour is #rgb or #rrggbb and nothing else', () => {
  assert.deepEqual(parse(' #0F6B66 '), [15, 107, 102]);
  assert.deepEqual(parse('#fA0'), [255, 170, 0]);
  for (const text of [undefined, '', 'red', '#ff', '#12345', 'url(x)', '#0f6b66;}']) assert.equal(parse(text), undefined);
  assert.equal(css([1, 2, 3]), 'rgb(1 2 3)');
});

test('whatever primary a site chooses can be read, on it and as text', () => {
  const steps = [0, 51, 102, 153, 204, 255];
  const grounds = ['light', 'dark'].map((theme) => parse(tokens.color.panel[theme]));
  for (const r of steps)
    for (const g of steps)
      for (const b of steps) {
        const colour = [r, g, b];
        assert.ok(contrast(readableOn(colour), colour) >= 4.5, css(colour));
        for (const ground of grounds) assert.ok(contrast(asText(colour, ground), ground) >= 4.5, css(colour));
      }
});

const pairs = [
  ['ink', ['paper', 'panel', 'raised', 'bubble', 'primary-wash']],
  ['ink-2', ['paper', 'panel', 'raised', 'brass-wash']],
  ['ink-3', ['paper', 'panel']],
  ['on-primary', ['primary']],
  ['on-brass', ['brass']],
  ['brass-text', ['brass-wash']],
  ['danger', ['paper', 'panel']],
  ['panel', ['danger']],
  ['primary', ['panel']],
];
for (const theme of ['light', 'dark']) {
  for (const [text, grounds] of pairs) {
    test(`${text} can be read in the ${theme} theme`, () => {
      const of = (name) => parse(tokens.color[name][theme]);
      for (const ground of grounds) assert.ok(contrast(of(text), of(ground)) >= 4.5, `${text} on ${ground}`);
    });
  }
}
