// The layer and size test: fails on an arrow that runs back, a word said in the wrong room, a file grown too long.
import assert from 'node:assert/strict';
import { dirname, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  backwardArrows, codeOnly, foreignWords, oversized, oversizedFolders, readTree, roomOf, sizeFigures, unfinished,
} from './house.mjs';

const top = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const files = readTree(top);

function expectNone(breaches) {
  assert.equal(breaches.length, 0, `\n${breaches.join('\n')}`);
}

test('no arrow runs back', () => expectNone(backwardArrows(files)));
test('every word stays in its rooms', () => expectNone(foreignWords(files)));
test('no file is past its size', () => expectNone(oversized(files)));
test('no dialect is more than a vocabulary', () => expectNone(oversizedFolders(files)));
test('every dialect has a folder', () => {
  for (const name of ['addresses', 'namespaces', 'rooms', 'sessions', 'support']) {
    assert.ok(files.some(({ path }) => path.startsWith(`server/dialects/${name}/`)), name);
  }
});
test('nothing is left unfinished', () => expectNone(unfinished(files)));

test('the sizes', (t) => {
  for (const ending of ['.cpp', '.h', '.mjs']) {
    const { files: count, median, p90, max } = sizeFigures(files, ending);
    t.diagnostic(`${ending}: ${count} files, lines: median ${median}, p90 ${p90}, max ${max}`);
  }
  assert.ok(files.length > 0, 'the tree was not found');
});

// The checks themselves, on planted files.
const planted = (path, text) => [{ path, text }];

for (const [path, include] of [
  ['shared/api/chat.h', 'server/desk/chats.h'],
  ['shared/json/codec.h', 'shared/api/entities.h'],
  ['server/desk/chats.cpp', 'server/http/exchange.h'],
  ['server/desk/chats.cpp', 'server/socketio/server.h'],
  ['server/desk/chats.cpp', 'server/api/operationtable.h'],
  ['server/store/query.cpp', 'server/desk/chats.h'],
  ['server/http/frontdoor.cpp', 'server/application/application.h'],
  ['server/cli/dbcommand.cpp', 'server/application/application.h'],
  ['server/socketio/server.cpp', 'console/net/link.h'],
  ['console/net/link.cpp', 'server/socketio/server.h'],
  ['console/state/workspace.cpp', 'console/views/composer.h'],
  ['server/desk/chats.cpp', 'tests/support/server.h'],
  ['server/dialects/rooms/roomsdialect.cpp', 'server/store/chatstore.h'],
  ['server/dialects/rooms/roomsdialect.cpp', 'server/desk/dispatcher.h'],
  ['server/dialects/rooms/roomsdialect.cpp', 'server/dialects/support/supportdialect.h'],
]) {
  test(`${path} may not include ${include}`, () => {
    assert.equal(backwardArrows(planted(path, `#pragma once\n#include "${include}"\n`)).length, 1);
  });
}

for (const [path, include] of [
  ['server/application/application.cpp', 'server/api/operationtable.h'],
  ['server/api/restcontroller.cpp', 'server/desk/chats.h'],
  ['server/desk/chats.cpp', 'server/store/chatstore.h'],
  ['server/desk/chats.cpp', 'shared/api/commands.h'],
  ['server/desk/chats.cpp', 'QString'],
  ['tests/desk/tst_chats.cpp', 'server/desk/chats.h'],
]) {
  test(`${path} may include ${include}`, () => {
    expectNone(backwardArrows(planted(path, `#include <${include}>\n`)));
  });
}

for (const [path, line, count] of [
  ['server/desk/chats.cpp', 'QSqlQuery query;', 1],
  ['server/store/query.cpp', 'QSqlQuery query;', 0],
  ['server/api/operationtable.cpp', '#include <QHttpServer>', 1],
  ['server/api/restcontroller.cpp', '#include <QHttpServer>', 0],
  ['server/api/restcontroller.cpp', '#include <QTcpServer>', 1],
  ['server/http/frontdoor.cpp', '#include <QHttpServer>', 0],
  ['server/socketio/socket.cpp', 'class QWebSocket;', 1],
  ['console/net/link.cpp', 'QWebSocket m_socket;', 0],
  ['shared/ids.cpp', 'QHostAddress address;', 1],
  ['console/state/workspace.cpp', 'QWidget *parent;', 1],
  ['console/views/composer.cpp', 'QWidget *parent;', 0],
  ['server/desk/chatmanager.h', 'class ChatManager', 1],
  ['server/desk/chats.h', 'static Chats &instance();', 1],
  ['server/desk/chats.cpp', '// unlike QSqlQuery, this', 0],
]) {
  test(`${path} with “${line}” is ${count ? 'refused' : 'fine'}`, () => {
    assert.equal(foreignWords(planted(path, line)).length, count);
  });
}

test('a file is measured at its limit and one past it', () => {
  expectNone(oversized(planted('server/a.cpp', 'x\n'.repeat(350))));
  assert.equal(oversized(planted('server/a.cpp', 'x\n'.repeat(351))).length, 1);
  expectNone(oversized(planted('resources/widget/a.mjs', 'x\n'.repeat(150))));
  assert.equal(oversized(planted('resources/widget/a.mjs', 'x\n'.repeat(151))).length, 1);
});

test('a folder is measured with all its files, at its limit and one past it', () => {
  const folder = (lines) => [
    ...planted('server/dialects/rooms/a.h', 'x\n'.repeat(50)),
    ...planted('server/dialects/rooms/a.cpp', 'x\n'.repeat(lines)),
    ...planted('server/dialects/gate.cpp', 'x\n'.repeat(300)),
  ];
  expectNone(oversizedFolders(folder(300)));
  assert.equal(oversizedFolders(folder(301)).length, 1);
});

test('a note to oneself is found', () => {
  assert.equal(unfinished(planted('server/a.cpp', '// TODO later\n')).length, 1);
});

test('rooms are found by the longest name', () => {
  assert.equal(roomOf('server/http'), 'server/http');
  assert.equal(roomOf('server/desk/chats'), 'server/desk');
  assert.equal(roomOf('server/dialects/rooms'), 'server/dialects/rooms');
  assert.equal(roomOf('server'), 'server');
  assert.equal(roomOf('tests/desk'), null);
});

test('comments and literals are no code', () => {
  assert.equal(codeOnly('a; // b\n"c" /* d\n */ e').replace(/ /g, ''), 'a;\n\ne');
});

test('figures are taken over sorted counts', () => {
  const counted = [5, 1, 3].map((lines) => ({ path: 'a.cpp', text: 'x\n'.repeat(lines) }));
  assert.deepEqual(sizeFigures(counted, '.cpp'), { files: 3, median: 3, p90: 5, max: 5 });
});
