// The official Socket.IO suite's cases against the fixture; numbers from 17 on are that suite's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonCases } from '../support/wire/enginecases.mjs';
import { Frames, useFixture } from '../support/wire/fixture.mjs';

const fixture = useFixture('sio');
commonCases(fixture);

const bytes = [Buffer.from([1, 2, 3]), Buffer.from([4, 5, 6])];
const placeholders = '{"_placeholder":true,"num":0},{"_placeholder":true,"num":1}';

/** Joins the main namespace and takes what it says. */
async function joined() {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send('40');
  assert.match(await frames.next(), /^40\{"sid":"[A-Za-z0-9_-]{20}"\}$/);
  assert.equal(await frames.next(), '42["auth",{}]');
  return frames;
}

for (const [name, connect, head, auth] of [
  ['17 connect', '40', '0', '2["auth",{}]'],
  ['18 connect with a payload', '40{"token":"123"}', '0', '2["auth",{"token":"123"}]'],
  ['19 connect to a namespace', '40/custom,', '0/custom,', '2/custom,["auth",{}]'],
  ['20 connect to a namespace with a payload', '40/custom,{"token":"abc"}', '0/custom,', '2/custom,["auth",{"token":"abc"}]'],
]) {
  test(name, async () => {
    const frames = await Frames.handshaken(fixture.endpoint);
    frames.send(connect);
    const answer = await frames.next();
    assert.ok(answer.startsWith(`4${head}{`), answer);
    const payload = JSON.parse(answer.slice(head.length + 1));
    assert.deepEqual(Object.keys(payload), ['sid']);
    assert.notEqual(payload.sid, frames.handshake.sid);
    assert.equal(await frames.next(), `4${auth}`);
    await frames.close();
  });
}

test('21 an unknown namespace', async () => {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send('40/random');
  assert.equal(await frames.next(), '44/random,{"message":"Invalid namespace"}');
  frames.send('40');
  assert.match(await frames.nextData(), /^40\{/, 'the connection goes on');
  await frames.close();
});

test('22 what is no packet', async () => {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.send('4abc');
  await frames.closed;
});

test('23 a client that joins nothing', async () => {
  const frames = await Frames.handshaken(fixture.endpoint);
  frames.stayAlive();
  const { reason } = await frames.closed;
  assert.equal(reason, 'no namespace joined in time');
});

test('24 disconnect', async () => {
  const frames = await joined();
  frames.send('41');
  assert.equal(await frames.next(), '2');
  await frames.close();
});

test('25 disconnect from a namespace', async () => {
  const frames = await joined();
  assert.equal(await frames.next(), '2');
  frames.send('3', '40/custom');
  await frames.next();
  await frames.next();
  frames.send('41/custom', '42["message","message to main namespace"]');
  assert.equal(await frames.next(), '42["message-back","message to main namespace"]');
  await frames.close();
});

for (const [name, sent, expected] of [
  ['26 an event', '42["message",1,"2",{"3":[true]}]', '42["message-back",1,"2",{"3":[true]}]'],
  ['28 an event with ack', '42456["message-with-ack",1,"2",{"3":[false]}]', '43456[1,"2",{"3":[false]}]'],
  ['an event with nothing but its name', '42["message"]', '42["message-back"]'],
  ['an ack id past 32 bits', '429007199254740991["message-with-ack"]', '439007199254740991[]'],
  ['text beyond ASCII', '42["message","h\u00e9\ud83d\udd14\\u001e"]', '42["message-back","h\\u00e9\\ud83d\\udd14\\u001e"]'],
]) {
  test(name, async () => {
    const frames = await joined();
    frames.send(sent);
    assert.equal(await frames.nextData(), expected);
    await frames.close();
  });
}

for (const [name, sent, expected] of [
  ['27 a binary event', `452-["message",${placeholders}]`, `452-["message-back",${placeholders}]`],
  ['29 a binary event with ack', `452-789["message-with-ack",${placeholders}]`, `462-789[${placeholders}]`],
]) {
  test(name, async () => {
    const frames = await joined();
    frames.send(sent, ...bytes);
    assert.equal(await frames.nextData(), expected);
    assert.deepEqual([await frames.nextData(), await frames.nextData()], bytes);
    await frames.close();
  });
}

for (const [name, sent] of [
  ['30 an unknown type', '4abc'],
  ['31 an event that is no array', '42{}'],
  ['32 an ack id that is no number', '42abc["message-with-ack",1]'],
]) {
  test(name, async () => {
    const frames = await joined();
    frames.send(sent);
    await frames.closed;
  });
}
