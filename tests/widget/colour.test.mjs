import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asText, contrast, css, parse, readableOn } from '../../resources/widget/loader/colour.js';
import { tokens } from '../../resources/widget/tokens.mjs';

/** [r, g, b] of a token. */
const ofHex = (text) => [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));

test('a colour is what a browser makes of it', () => {
  assert.deepEqual(parse('rgb(15, 107, 102)'), [15, 107, 102]);
  assert.deepEqual(parse('rgba(1, 2, 3, 0.5)'), [1, 2, 3]);
  for (const text of [undefined, '', 'red', '#ff0000', 'url(x)', 'color(srgb 1 0 0)']) assert.equal(parse(text), undefined);
  assert.equal(css([1, 2, 3]), 'rgb(1 2 3)');
});

test('whatever primary a site chooses can be read, on it and as text', () => {
  const steps = [0, 51, 102, 153, 204, 255];
  const grounds = ['light', 'dark'].map((theme) => ofHex(tokens.color.panel[theme]));
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
      const of = (name) => ofHex(tokens.color[name][theme]);
      for (const ground of grounds) assert.ok(contrast(of(text), of(ground)) >= 4.5, `${text} on ${ground}`);
    });
  }
}
