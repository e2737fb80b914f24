// The examples of .github/hosting on real servers: nginx and Caddy serve the archive as a reader's browser needs it.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import http from 'node:http';
import { buildSite } from '../citations/site.mjs';

const repository = fileURLToPath(new URL('../../../', import.meta.url));
const example = (name) => readFileSync(join(repository, '.github/hosting', name), 'utf8');
const servers = new Map(execFileSync('bash', [fileURLToPath(new URL('servers.sh', import.meta.url))], { encoding: 'utf8' }).trim().split('\n').filter(Boolean).map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]));
const work = mkdtempSync(join(tmpdir(), 'report-archive-hosting-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const site = buildSite();
const assets = readdirSync(join(site, 'assets'))[0];
const segments = readdirSync(join(site, 'search'), { recursive: true });
const forEver = 'public, max-age=31536000, immutable';

const freePort = () => new Promise((done) => {
  const probe = createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); });
});

/** The example with its folder and address changed, and nothing else. */
function adapted(text, changes) {
  for (const [from, to] of changes) {
    assert.ok(text.includes(from), `the example no longer says ${from}`);
    text = text.replaceAll(from, to);
  }
  return text;
}

function nginx(port, isBelowPath) {
  const program = servers.get('nginx');
  const types = ['/etc/nginx/mime.types', join(program, '../../../etc/nginx/mime.types')].find(existsSync);
  const folder = join(work, `nginx-${port}`);
  for (const each of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, each), { recursive: true });
  const server = adapted(example('nginx.conf'), [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen [::]:80;', ''],
    ['/etc/nginx/mime.types', types],
    ...(isBelowPath ? [['# location /report-archive/', 'location /report-archive/'], ['root /srv/report-archive;', `root ${folder};`]] : []),
    ['/srv/report-archive', site],
  ]);
  writeFileSync(join(folder, 'nginx.conf'), `daemon off;\nmaster_process off;\npid ${folder}/pid;\nerror_log stderr warn;\nevents {}\nhttp {\naccess_log off;\nclient_body_temp_path ${folder}/body;\nproxy_temp_path ${folder}/proxy;\nfastcgi_temp_path ${folder}/fastcgi;\nuwsgi_temp_path ${folder}/uwsgi;\nscgi_temp_path ${folder}/scgi;\n${server}\n}\n`);
  return spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], { stdio: ['ignore', 'ignore', 'pipe'] });
}

function caddy(port, isBelowPath) {
  const file = join(work, `Caddyfile-${port}`);
  const text = adapted(example('Caddyfile'), [
    ...(isBelowPath ? [['\tfile_server\n\n', '\n'], ['# handle_path', 'handle_path'], ['#\tfile_server', 'file_server'], ['# }', '}']] : []),
    ['archive.example.org {', `http://127.0.0.1:${port} {`],
    ['root * /srv/report-archive', `root * ${site}`],
  ]);
  writeFileSync(file, `{\n\tadmin off\n}\n${text}`);
  return spawn(servers.get('caddy'), ['run', '--config', file, '--adapter', 'caddyfile'], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work } });
}

/** An answer as it came over the wire: fetch would decompress it and hide that it did. */
const ask = (port, path, headers = {}) => new Promise((done, fail) => {
  http.get({ host: '127.0.0.1', port, path, headers: { connection: 'close', ...headers } }, (answer) => {
    const parts = [];
    answer.on('data', (part) => parts.push(part)).on('end', () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
  }).on('error', fail);
});

async function ready(port, child) {
  let said = '';
  child.stderr.on('data', (data) => { said += data; });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) break;
    try { return await ask(port, '/'); } catch { await new Promise((done) => { setTimeout(done, 50); }); }
  }
  throw new Error(`the server does not answer: ${said}`);
}

for (const [name, start] of Object.entries({ nginx, caddy })) {
  if (!servers.has(name)) {
    console.log(`# ${name} is neither installed nor to be had here: its example was not tested`);
    continue;
  }
  for (const path of ['/', '/report-archive/']) {
    describe(`${name} at ${path}`, () => {
      let child;
      let port;
      const get = (file, headers) => ask(port, path + file, headers);

      before(async () => {
        port = await freePort();
        child = start(port, path !== '/');
        await ready(port, child);
      });
      after(() => child.exitCode === null && new Promise((done) => { child.on('exit', done).kill(); }));

      test('a folder is its page, and what is missing is the page for it', async () => {
        for (const folder of ['', 'r/370306/2023/gwr/', 'c/', 'search/?q=%E6%96%B0']) {
          const page = await get(folder);
          assert.equal(page.status, 200, folder);
          assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
          assert.deepEqual(page.body, readFileSync(join(site, folder.split('?')[0], 'index.html')));
        }
        const missing = await get('r/999999/1900/gwr/');
        assert.equal(missing.status, 404);
        assert.deepEqual(missing.body, readFileSync(join(site, '404.html')));
        assert.equal((await get('r/370306/2023/gwr')).status, 308 - 7 * (name === 'nginx'));
      });

      test('names that hold a hash are kept for ever, all others asked for', async () => {
        const hashed = [`assets/${assets}/site.css`, ...segments.filter((each) => /^[0-9a-f]{8,}\/./.test(each)).map((each) => `search/${each}`)];
        assert.ok(hashed.length > 1);
        for (const file of hashed) assert.equal((await get(file)).headers['cache-control'], forEver, file);
        for (const file of ['', 'manifest.json', 'search/manifest.json', 'feed.xml', 'r/370306/2023/gwr/data.json']) {
          const first = await get(file);
          assert.equal(first.headers['cache-control'], 'public, no-cache', file);
          assert.equal((await get(file, { 'if-none-match': first.headers.etag })).status, 304, file);
        }
      });

      test('each file says what it is', async () => {
        const types = {
          'manifest.json': 'application/json', 'feed.xml': /^(text|application)\/xml/, 'robots.txt': 'text/plain', 'r/370306/2023/gwr/index.md': 'text/markdown',
          'r/370306/2023/gwr/cite.bib': 'application/x-bibtex', 'r/370306/2023/gwr/cite.ris': 'application/x-research-info-systems',
          'data/reports.csv': 'text/csv', 'data/text.tsv': 'text/tab-separated-values',
          [`assets/${assets}/site.css`]: 'text/css', [`assets/${assets}/site.js`]: /^(text|application)\/javascript/, [`assets/${assets}/icon.svg`]: 'image/svg+xml',
        };
        for (const [file, type] of Object.entries(types)) {
          const { status, headers } = await get(file);
          assert.equal(status, 200, file);
          if (typeof type === 'string') assert.equal(headers['content-type'].split(';')[0], type, file);
          else assert.match(headers['content-type'], type, file);
        }
        // Text without a character set is read in the reader's own.
        for (const file of ['r/370306/2023/gwr/index.md', 'r/370306/2023/gwr/cite.bib', 'robots.txt']) assert.match((await get(file)).headers['content-type'], /charset=utf-8/i, file);
      });

      test('text is compressed, the search index is read by ranges', async () => {
        for (const file of ['r/370306/2023/gwr/', `assets/${assets}/site.css`, 'manifest.json', 'r/370306/2023/gwr/index.md', 'feed.xml']) {
          const { headers, body } = await get(file, { 'accept-encoding': 'gzip' });
          assert.equal(headers['content-encoding'], 'gzip', file);
          assert.deepEqual(gunzipSync(body), readFileSync(join(site, file.endsWith('/') ? `${file}index.html` : file)), file);
        }
        const index = readdirSync(join(site, 'search'), { recursive: true }).map(String).find((each) => each.endsWith('.bin'));
        const whole = readFileSync(join(site, 'search', index));
        const part = await get(`search/${index}`, { range: 'bytes=10-19', 'accept-encoding': 'gzip' });
        assert.equal(part.status, 206);
        assert.equal(part.headers['content-encoding'], undefined);
        assert.deepEqual(part.body, whole.subarray(10, 20));
      });

      test('the security headers stand on every answer', async () => {
        for (const file of ['', 'r/370306/2023/gwr/data.json', 'no-such-page']) {
          const { headers } = await get(file);
          assert.equal(headers['x-content-type-options'], 'nosniff', file);
          assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin', file);
          assert.match(headers['content-security-policy'], /^default-src 'self';.*frame-ancestors 'none'$/, file);
          assert.equal(headers['access-control-allow-origin'], '*', file);
        }
      });
    });
  }
}

test('both examples ask for the same', () => {
  const policy = (text) => /Content-Security-Policy "([^"]+)"/.exec(text)[1];
  assert.equal(policy(example('nginx.conf')), policy(example('Caddyfile')));
});
