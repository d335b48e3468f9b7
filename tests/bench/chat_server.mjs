// The peer of bench_chat: a room over Node's `ws`, which does for a message what the relay does: reads the JSON, gives it an id
// and a time, keeps the last fifty, and sends it to everybody; reactions are counted, and told once a second.
//   node chat_server.mjs FOLDER_OF_NODE_MODULES
import { createRequire } from 'node:module';
import { randomUUID } from 'node:crypto';

const { WebSocketServer } = createRequire(process.argv[2] + '/')('ws');
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false, maxPayload: 8192, backlog: 4096 });
const members = new Set();
const history = [];
const reactions = new Map();

server.on('connection', (socket) => {
    socket.on('message', (data) => {
        const message = JSON.parse(data);
        if (message.type === 'hello') {
            socket.send(JSON.stringify({ type: 'welcome', serverTime: Date.now() }));
        } else if (message.type === 'join') {
            members.add(socket);
            socket.send(JSON.stringify({ type: 'joined', channel: message.channel, title: '', live: false,
                viewers: members.size, playback: '', history }));
        } else if (message.type === 'say') {
            say(socket, message);
        } else if (message.type === 'react') {
            reactions.set(message.kind, (reactions.get(message.kind) ?? 0) + message.count);
        }
    });
    socket.on('close', () => members.delete(socket));
});

function say(socket, { channel, text, nonce }) {
    const line = { type: 'message', id: randomUUID(), channel, user: { id: randomUUID(), name: 'somebody' }, text, at: Date.now() };
    history.push(line);
    if (history.length > 50) history.shift();
    const frame = Buffer.from(JSON.stringify(line));
    for (const member of members) member.send(frame, { binary: false });
    socket.send(JSON.stringify({ type: 'said', nonce, id: line.id }));
}

setInterval(() => {
    if (reactions.size === 0) return;
    const counts = [...reactions].map(([kind, count]) => ({ kind, count }));
    reactions.clear();
    const frame = Buffer.from(JSON.stringify({ type: 'reactions', counts }));
    for (const member of members) member.send(frame, { binary: false });
}, 1000);

server.on('listening', () => console.log('listening on ' + server.address().port));
