import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEmoji, pieces } from '../../resources/widget/view/rich.js';

const links = (text) => pieces(text).filter((piece) => piece.href).map(({ address }) => address);

const rows = [
  ['See https://shop.example/a?b=c#d.', ['https://shop.example/a?b=c#d']],
  ['(https://shop.example/a)', ['https://shop.example/a']],
  ['https://shop.example/a_(b)', ['https://shop.example/a_(b)']],
  ['HTTP://SHOP.EXAMPLE and https://two.example!', ['HTTP://SHOP.EXAMPLE', 'https://two.example']],
  ['javascript:alert(1) data:text/html,x vbscript:x file:///etc/passwd', []],
  ['https://', []],
  ['"https://shop.example/"><img src=x onerror=alert(1)>', ['https://shop.example/']],
  ['https://shop.example/\u202egpj.exe', ['https://shop.example/']],
  ['no address', []],
];
for (const [text, expected] of rows) {
  test(`links of ${JSON.stringify(text)}`, () => {
    assert.deepEqual(links(text), expected);
    assert.equal(pieces(text).map((piece) => piece.address ?? piece).join(''), text);
  });
}

test('a host of letters that look alike is named as the browser asks for it', () => {
  const [{ host }] = pieces('https://аpple.example/');
  assert.equal(host, 'xn--pple-43d.example');
});

test('up to three emoji alone are pictures', () => {
  for (const text of ['👍', '🎉 🎉', '❤️', '👋🏽']) assert.ok(isEmoji(text), text);
  for (const text of ['', '👍 ok', '12', '👍👍👍👍', '#']) assert.ok(!isEmoji(text), text);
});
