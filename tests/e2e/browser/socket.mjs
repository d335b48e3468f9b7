// Opens a WebSocket over HTTP/1.1 (RFC 6455), says what it is told and prints every text message, one a line, until it
// is closed.
//   node socket.mjs wss://localhost:8080/api/v1/socket [--ca FILE] [--say JSON]...
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { parseArgs } from 'node:util';

const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: { ca: { type: 'string' }, say: { type: 'string', multiple: true, default: [] } },
});
const address = new URL(positionals[0].replace(/^ws/, 'http'));

/** A whole text message from the client: always masked. */
function frameOf(text) {
    const body = Buffer.from(text);
    const mask = randomBytes(4);
    const head = body.length < 126 ? Buffer.from([0x81, 0x80 | body.length])
        : Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255]);
    return Buffer.concat([head, mask, body.map((byte, at) => byte ^ mask[at % 4])]);
}

/** Takes whole frames off the front of `bytes`; prints those of text. Answers what is left. */
function printFrames(bytes) {
    for (;;) {
        const short = bytes.length < 2 ? 0 : bytes[1] & 127;
        const head = short < 126 ? 2 : short === 126 ? 4 : 10;
        if (bytes.length < head) return bytes;
        const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
        if (bytes.length < head + length) return bytes;
        if ((bytes[0] & 15) === 1) console.log(bytes.subarray(head, head + length).toString());
        bytes = bytes.subarray(head + length);
    }
}

const request = (address.protocol === 'https:' ? https : http).get(address, {
    ca: flags.ca ? readFileSync(flags.ca) : undefined,
    headers: { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64') },
});
request.on('upgrade', (response, socket, first) => {
    console.log('open');
    let waiting = printFrames(first);
    socket.on('data', (chunk) => (waiting = printFrames(Buffer.concat([waiting, chunk]))));
    socket.on('close', () => console.log('closed'));
    for (const text of flags.say) socket.write(frameOf(text));
});
request.on('response', (response) => console.log(`refused with ${response.statusCode}`));
request.on('error', (error) => console.log(`failed: ${error.message}`));
