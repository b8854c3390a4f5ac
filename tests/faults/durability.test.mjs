// What was acknowledged is there, whatever happens to the process or the disk.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { freshDesk, startServer } from '../support/server.mjs';
import { Crowd } from './crowd.mjs';

const program = process.env.DESKBELL_SERVER;
const args = ['--no-rate-limits'];

function checkDatabase(data) {
  assert.match(execFileSync(program, ['db', 'check', '--data', data], { encoding: 'utf8' }), /is sound/);
}

test('kill -9 under full load loses nothing that was acknowledged', async (t) => {
  const data = await freshDesk();
  let server = await startServer({ data, args });
  const crowd = await Crowd.join(server.url, 12);
  for (let round = 0; round < 3; round += 1) {
    const enough = crowd.acknowledged + 100 + Math.floor(Math.random() * 600);
    let killed = null;
    await crowd.write(server.url, (answer) => {
      assert.ok(answer?.status === 201 || (answer === null && killed), `unexpected: ${JSON.stringify(answer)}`);
      if (crowd.acknowledged >= enough) killed ??= server.kill();
      return answer === null;
    });
    await killed;
    server = await startServer({ data, args });
    const stored = await crowd.verify(server.url);
    t.diagnostic(`round ${round}: ${crowd.acknowledged} acknowledged, ${stored} stored`);
    assert.ok(stored >= crowd.acknowledged);
    // Who did not hear an answer sends again, and gets the first result if there was one.
    for (const writer of crowd.writers) assert.equal((await writer.write(server.url, `again${round}`)).status, 201);
    await crowd.verify(server.url);
  }
  assert.equal((await server.stop()).code, 0);
  checkDatabase(data);
});

/** A small disk of its own, where the system lets us have one. */
function smallDisk(megabytes) {
  const folder = mkdtempSync(join(tmpdir(), 'deskbell-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'deskbell-test', folder], { stdio: 'pipe' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  after(() => {
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Takes all the space that is left. */
function fillUp(path) {
  const file = openSync(path, 'w');
  try {
    for (let size = 65536; size > 0;) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error;
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}

test('a full disk refuses, keeps what is there, and goes on when there is space', async (t) => {
  const disk = smallDisk(16);
  if (!disk) return t.skip('mounting a small disk needs root');
  const data = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  let server = await startServer({ data, args });
  const crowd = await Crowd.join(server.url, 4);
  await crowd.write(server.url, (answer) => {
    assert.equal(answer?.status, 201);
    return crowd.acknowledged >= 100;
  });
  fillUp(ballast);
  await crowd.write(server.url, (answer) => {
    if (answer?.status === 201) return false;
    assert.equal(answer?.status, 503, JSON.stringify(answer));
    assert.equal(answer.body.code, 'storage_full');
    return true;
  });
  t.diagnostic(`${crowd.acknowledged} acknowledged until the disk was full`);
  const health = async () => {
    const answer = await fetch(`${server.url}/api/health`);
    const { status, database } = await answer.json();
    return [answer.status, status, database];
  };
  assert.deepEqual(await health(), [503, 'failing', 'full']);
  await crowd.verify(server.url);
  rmSync(ballast);
  const before = crowd.acknowledged;
  await crowd.write(server.url, (answer) => {
    assert.ok(answer?.status === 201 || answer?.body.code === 'storage_full', JSON.stringify(answer));
    return crowd.acknowledged >= before + 100;
  });
  assert.deepEqual(await health(), [200, 'ok', 'ok']);
  await crowd.verify(server.url);
  await server.kill();
  server = await startServer({ data, args });
  await crowd.verify(server.url);
  assert.equal((await server.stop()).code, 0);
  checkDatabase(data);
});
