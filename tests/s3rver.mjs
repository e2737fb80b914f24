// See s3rver.sh. Exits with 1 where a reader saw a broken link, or the end state differs from a clean upload.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';

const [, , work, kills] = process.argv;
const S3rver = createRequire(resolve(work, 'node_modules/'))('s3rver');
const program = resolve(work, 'program/report-archive.dll');
const root = 'https://archive.example/';
const environment = { ...process.env, AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_EC2_METADATA_DISABLED: 'true' };

/** Runs the program; with a delay it is killed after that many milliseconds. Resolves to its exit code, null when killed. */
function run(args, killAfter) {
  return new Promise((done) => {
    const child = spawn('dotnet', [program, ...args], { env: environment, stdio: ['ignore', 'ignore', 'pipe'] });
    let errors = '';
    child.stderr.on('data', (data) => { errors += data; });
    const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
    child.on('exit', (code) => {
      clearTimeout(timer);
      if (code) console.error(errors);
      done(code);
    });
  });
}

async function must(args) {
  if (await run(args) !== 0) throw new Error(`report-archive ${args.join(' ')} failed`);
}

const files = (folder) => readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile()).map((file) => file.replaceAll('\\', '/')).sort();
const md5 = (bytes) => createHash('md5').update(bytes).digest('hex');

/** Path → hash of all objects but the record. */
async function objects(endpoint) {
  const found = new Map();
  let token = '';
  do {
    const xml = await (await fetch(`${endpoint}/site?list-type=2${token && `&continuation-token=${encodeURIComponent(token)}`}`)).text();
    for (const [, key, etag] of xml.matchAll(/<Key>([^<]*)<\/Key>.*?<ETag>(?:&quot;|")?([0-9a-f]+)/gs)) if (!key.startsWith('.report-archive/')) found.set(key, etag);
    token = /<NextContinuationToken>([^<]*)</.exec(xml)?.[1] ?? '';
  } while (token);
  return found;
}

/** Asks again as browsers' users do: this server, unlike a real store, answers 500 or breaks off while it replaces an object. */
async function ask(url, method = 'GET') {
  for (let attempt = 0; ; attempt++) {
    try {
      const answer = await fetch(url, { method });
      const text = await answer.text();
      if (answer.status < 500 || attempt === 5) return { status: answer.status, text };
    } catch (error) {
      if (attempt === 5) throw error;
    }
    await new Promise((done) => { setTimeout(done, 50); });
  }
}

/** Reads from the home page a random walk of pages, following every link of each; returns what led nowhere. */
async function walk(endpoint) {
  const broken = [];
  let path = 'index.html';
  for (let step = 0; step < 6; step++) {
    const page = await ask(`${endpoint}/site/${path}`);
    if (page.status === 404 && step === 0) return broken;
    const html = page.text;
    const targets = new Set();
    for (const [, link] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      const url = new URL(link.replaceAll('&amp;', '&'), root + path);
      if (url.href.startsWith(root)) targets.add(url.pathname.slice(1) + (url.pathname.endsWith('/') ? 'index.html' : ''));
    }
    const pages = [];
    await Promise.all([...targets].map(async (target) => {
      const answer = await ask(`${endpoint}/site/${target}`, 'HEAD');
      if (answer.status !== 200) broken.push(`${path} → ${target}: ${answer.status}`);
      else if (target.endsWith('.html')) pages.push(target);
    }));
    if (pages.length === 0) break;
    path = pages[Math.floor(Math.random() * pages.length)];
  }
  return broken;
}

async function withServer(use) {
  const folder = join(work, 'buckets');
  rmSync(folder, { recursive: true, force: true });
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, allowMismatchedSignatures: false, configureBuckets: [{ name: 'site' }] });
  const { port } = await server.run();
  try {
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    await server.close();
  }
}

// Two sites: three reports of the archive with its concepts, and one report more with a change to every page.
const input = join(work, 'input');
const sites = { before: join(work, 'before'), after: join(work, 'after') };
rmSync(input, { recursive: true, force: true });
cpSync('input', input, { recursive: true, filter: (path) => !path.startsWith(join('input', 'anchors')) });
const [last, ...others] = readdirSync(join(input, 'reports')).sort().slice(3);
for (const other of others) rmSync(join(input, 'reports', other), { recursive: true });
const kept = readFileSync(join(input, 'site.yml'));
rmSync(join(input, 'reports', last), { recursive: true });
await must(['build', '--input', input, '--output', sites.before, '--base-url', root]);
cpSync(join('input', 'reports', last), join(input, 'reports', last), { recursive: true });
writeFileSync(join(input, 'site.yml'), `${kept}publisher: 改过的发布者\n`);
mkdirSync(join(work, 'theme', 'assets'), { recursive: true });
writeFileSync(join(work, 'theme', 'assets', 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>\n');
await must(['build', '--input', input, '--output', sites.after, '--base-url', root]);

const publish = (endpoint, site) => ['publish', 's3://site', '--endpoint', endpoint, '--output', site];
const expected = new Map(files(sites.after).map((file) => [file, md5(readFileSync(join(sites.after, file)))]));
let failed = false;
const fail = (message) => { failed = true; console.error(`FAILED: ${message}`); };

await withServer(async (endpoint) => {
  const started = Date.now();
  await must(publish(endpoint, sites.after));
  const milliseconds = Date.now() - started;
  const stored = await objects(endpoint);
  if (JSON.stringify([...stored].sort()) !== JSON.stringify([...expected].sort())) fail('a clean upload is not the site');
  console.log(`clean upload: ${stored.size} files in ${(milliseconds / 1000).toFixed(1)} s`);

  let interrupted = 0;
  let walks = 0;
  for (let turn = 0; turn < Number(kills); turn++) {
    const site = turn % 2 === 0 ? sites.before : sites.after;
    let reading = true;
    const reader = (async () => {
      while (reading) {
        walks++;
        for (const link of await walk(endpoint)) fail(`turn ${turn}: ${link}`);
      }
    })();
    if (await run(publish(endpoint, site), 300 + Math.random() * milliseconds * 0.8) === null) interrupted++;
    await must(publish(endpoint, site));
    await must(publish(endpoint, site)); // the assets of the former site go one publication later
    reading = false;
    await reader;
    const now = await objects(endpoint);
    const wanted = new Map(files(site).map((file) => [file, md5(readFileSync(join(site, file)))]));
    if (JSON.stringify([...now].sort()) !== JSON.stringify([...wanted].sort())) fail(`turn ${turn}: the end state is not the site`);
  }
  console.log(`${kills} publications, ${interrupted} of them killed, ${walks} walks by readers: ${failed ? 'FAILED' : 'no broken link, every end state as after a clean upload'}`);
});
process.exit(failed ? 1 : 0);
