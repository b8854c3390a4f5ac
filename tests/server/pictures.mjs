// Pictures that tests send, made here so that none has to be kept.
import { deflateSync } from 'node:zlib';

/** The check sum of PNG; zlib.crc32() is not in Node 18. */
function crc32(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; ++bit) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of this size with stripes. `claims` are the width and height that its head speaks of, if others. */
export function png(width, height, claims = [width, height]) {
  const head = Buffer.alloc(13);
  claims.forEach((side, i) => head.writeUInt32BE(side, 4 * i));
  head.set([8, 2], 8); // eight bits each of red, green and blue
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, Buffer.from([200, 80, 40, 20, 90, 160]))]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}
