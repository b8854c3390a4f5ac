// node peer.mjs FOLDER message|turn: the relay on a free port of the loopback interface.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { Server } from 'socket.io';
import { Desk } from './desk.mjs';
import { commitPerMessage, commitPerTurn } from './store.mjs';
import { bindOperators, bindVisitors, corked } from './wire.mjs';

const [folder, commits] = process.argv.slice(2);
const stores = { message: commitPerMessage, turn: commitPerTurn };
if (!folder || !stores[commits]) {
    console.error('usage: node peer.mjs FOLDER message|turn');
    process.exit(2);
}

const store = stores[commits](join(folder, 'peer.db'));
const desk = new Desk(store);
const server = createServer();
const io = new Server(server, {
    transports: ['websocket'],
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    maxHttpBufferSize: 65536,
});
io.engine.on('connection', corked);
bindVisitors(io.of('/visitor'), desk);
bindOperators(io.of('/operator'), desk);

server.listen(0, '127.0.0.1', () => console.log(`peer listening on http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => {
    store.close();
    process.exit(0);
});
