// Plays an HLS address with hls.js or Shaka Player in headless Chromium and prints one JSON object of what happened.
//   node play.mjs URL [--player hls.js|shaka] [--seconds 8] [--no-low-latency]
// The page reports to this process over HTTP; nothing but Node.js, Chromium and the players is needed.
import { spawn } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: { seconds: { type: 'string', default: '8' }, player: { type: 'string', default: 'hls.js' },
        'no-low-latency': { type: 'boolean', default: false } },
});
const here = new URL('.', import.meta.url).pathname;
const files = {
    '/': [join(here, 'player.html'), 'text/html'],
    '/hls.js': [join(here, 'node_modules/hls.js/dist/hls.min.js'), 'text/javascript'],
    '/shaka.js': [join(here, 'node_modules/shaka-player/dist/shaka-player.compiled.js'), 'text/javascript'],
};

let chromium;
let finished;
const outcome = new Promise((resolve) => (finished = resolve));
const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    if (request.method === 'POST' && path === '/report') {
        let body = '';
        request.on('data', (chunk) => (body += chunk));
        request.on('end', () => {
            response.end();
            finished(JSON.parse(body));
        });
    } else if (files[path]) {
        response.setHeader('Content-Type', files[path][1]);
        createReadStream(files[path][0]).pipe(response);
    } else {
        response.statusCode = 404;
        response.end();
    }
});

const profile = mkdtempSync(join(tmpdir(), 'footlight-chromium-'));
server.listen(0, '127.0.0.1', () => {
    const page = new URL(`http://127.0.0.1:${server.address().port}/`);
    page.searchParams.set('url', positionals[0]);
    page.searchParams.set('player', flags.player);
    page.searchParams.set('seconds', flags.seconds);
    page.searchParams.set('lowLatency', String(!flags['no-low-latency']));
    chromium = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
        '--disable-background-networking', '--disable-component-update', '--disable-sync', '--mute-audio',
        '--autoplay-policy=no-user-gesture-required', `--user-data-dir=${profile}`, page.href],
        { stdio: 'ignore', detached: true });
    chromium.on('error', (error) => finished({ errors: [`chromium did not start: ${error.message}`] }));
});

const limit = setTimeout(() => finished({ errors: ['the page never reported'] }), (Number(flags.seconds) + 30) * 1000);
console.log(JSON.stringify(await outcome));
clearTimeout(limit);
server.close();
server.closeAllConnections();
if (chromium?.pid) {
    const gone = new Promise((resolve) => chromium.on('exit', resolve));
    process.kill(-chromium.pid, 'SIGKILL');
    await gone;
}
rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
