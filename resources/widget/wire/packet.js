/**
 * Socket.IO v5 packets as text, the part that the visitor's namespace uses: no attachments.
 * `decode` answers undefined for what is not a packet that we know.
 */
export const CONNECT = 0;
export const DISCONNECT = 1;
export const EVENT = 2;
export const ACK = 3;
export const CONNECT_ERROR = 4;

export function encode({ type, nsp = '/', id, data }) {
  return `${type}${nsp === '/' ? '' : `${nsp},`}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`;
}

export function decode(text) {
  const [, digit, nsp = '/', id, json] = /^([0-4])(?:(\/[^,]*),?)?(\d*)([^]*)$/.exec(text) ?? [];
  if (digit === undefined) return undefined;
  const packet = { type: Number(digit), nsp };
  if (id) packet.id = Number(id);
  if (json) {
    try {
      packet.data = JSON.parse(json);
    } catch {
      return undefined;
    }
  }
  return fits(packet) ? packet : undefined;
}

function fits({ type, data, id }) {
  switch (type) {
    case EVENT:
      return Array.isArray(data) && typeof data[0] === 'string';
    case ACK:
      return Array.isArray(data) && id !== undefined;
    case CONNECT:
    case CONNECT_ERROR:
      return data === undefined || (typeof data === 'object' && data !== null);
    default:
      return data === undefined;
  }
}
