// What a key costs the page's thread: types phrases into the search page of a built site in Chromium, traces it, and adds up the
// thread's own time (not the clock's: other programs may want the processor too) by what it was spent on.
//   node keys.mjs SITE NODE_MODULES      SITE: a folder that `build` wrote; NODE_MODULES: the folder that playwright-core is in
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';

const [site, modules] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, '/'))('playwright-core');

const PHRASES = ['四减四增', '乡村振兴', '高质量发展', '2023年', '11.82亿元', '营商环境', '力开创现代化建设新局面', '淄博', '推进城市更新', '绿色低碳发展', '专精特新企业', '一般公共预算收入'];
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml' };
const KINDS = ['FunctionCall', 'EvaluateScript', 'UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit', 'MinorGC', 'MajorGC'];

/** Milliseconds between keys, and after the last: long enough that each key is answered. */
const PAUSE = 350;

const host = createServer((request, response) => {
  const path = decodeURIComponent(request.url.split('?')[0]).replace(/\/$/, '/index.html');
  const file = join(site, path);
  if (!existsSync(file)) return response.writeHead(404).end();
  const size = statSync(file).size;
  const range = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '');
  const [start, end] = range ? [Number(range[1]), Math.min(size - 1, Number(range[2]))] : [0, size - 1];
  const extent = range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {};
  response.writeHead(range ? 206 : 200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'accept-ranges': 'bytes', 'content-length': end - start + 1, ...extent });
  return createReadStream(file, { start, end: Math.max(start, end) }).pipe(response);
}).listen(0);

async function trace(page, session, phrase) {
  await page.goto(`http://127.0.0.1:${host.address().port}/search/`);
  await page.waitForTimeout(PAUSE);
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8'] } });
  await page.focus('#search-form [name=q]');
  for (const c of phrase) {
    await page.keyboard.insertText(c);
    await page.waitForTimeout(PAUSE);
  }
  await page.waitForTimeout(2 * PAUSE);
  const complete = new Promise((resolve) => { session.once('Tracing.tracingComplete', resolve); });
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', take);
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  return events.filter((event) => main.has(thread(event)) && event.ph === 'X' && event.tdur !== undefined);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
const session = await page.context().newCDPSession(page);
const spent = new Map();
const tasks = [];
for (const phrase of PHRASES) {
  for (const { name, tdur } of await trace(page, session, phrase)) {
    if (name.endsWith('RunTask')) tasks.push(tdur / 1000);
    if (KINDS.includes(name)) spent.set(name, (spent.get(name) ?? 0) + tdur / 1000);
  }
}
const keys = PHRASES.join('').length;
tasks.sort((a, b) => b - a);
console.log(`${keys} keys; tasks over 50 ms: ${tasks.filter((task) => task > 50).length}; longest: ${tasks.slice(0, 5).map((task) => task.toFixed(0)).join(', ')} ms`);
console.log(`a key, on average: all ${(tasks.reduce((sum, task) => sum + task, 0) / keys).toFixed(1)} ms; ${[...spent].map(([name, sum]) => `${name} ${(sum / keys).toFixed(1)} ms`).join(', ')}`);
await browser.close();
host.close();
