import { io } from 'socket.io-client';

const server = 'http://127.0.0.1:34597';
const once = (socket, event) => new Promise((resolve) => socket.once(event, resolve));

const started = await fetch(`${server}/api/chat/start-session`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ userId: `customer-${Date.now()}` }),
});
const { sessionId, token } = await started.json();

const socket = io(server, { auth: { token } });
socket.emit('join_session', { sessionId });
console.log((await once(socket, 'session_joined')).sessionId === sessionId);

socket.emit('send_message', { sessionId, message: 'Hello?' });
const { senderType, message } = await once(socket, 'new_message');
console.log(senderType, message);
socket.close();
