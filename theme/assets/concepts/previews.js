// Shows what a link to a concept or to a paragraph leads to, when the pointer rests on it or the keyboard reaches it. Escape
// closes it; the pointer may go over to it; it floats, so nothing on the page moves. Links work the same without it.

const root = new URL('../../../', import.meta.url);
const wait = 350;
const most = 220;
const stored = new Map();

const box = Object.assign(document.createElement('div'), { className: 'preview', id: 'preview', hidden: true });
box.setAttribute('role', 'tooltip');
document.querySelector('main').append(box);

let shownFor = null;
let timer = 0;

const json = (url) => {
  if (!stored.has(url)) stored.set(url, fetch(url).then((response) => (response.ok ? response.json() : null)).catch(() => null));
  return stored.get(url);
};

const piece = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });

/** What a link leads to: the parts of a preview, or nothing. */
async function contentOf(link) {
  const url = new URL(link.href);
  if (!url.href.startsWith(root.href)) return null;
  const path = url.pathname.slice(root.pathname.length);
  const concept = /^c\/(u\/[a-z0-9]+\/[a-z0-9-]+|[a-z0-9-]+)\/$/.exec(path);
  if (concept && `${url.origin}${url.pathname}` !== `${location.origin}${location.pathname}`) return conceptOf(concept[1]);
  const report = /^r\/[^/]+\/[^/]+\/[^/]+\/$/.exec(path);
  if (report && /^#p\d+$/.test(url.hash)) return paragraphOf(url);
  return null;
}

async function conceptOf(slug) {
  const group = slug.includes('/') ? slug.slice(0, slug.lastIndexOf('/')) : slug[0];
  const entry = (await json(new URL(`c/previews/${group}.json`, root).href))?.[slug];
  if (!entry) return null;
  const [label, kind, definition, reports, year] = entry;
  return [
    piece('strong', '', label), piece('span', 'preview-kind', kind),
    piece('p', '', definition || '尚无释义。'),
    piece('p', 'preview-fine', reports ? `见于 ${reports} 篇报告，首见 ${year} 年` : '所收报告中尚未出现'),
  ];
}

async function paragraphOf(url) {
  const report = await json(new URL('data.json', `${url.origin}${url.pathname}`).href);
  const block = report?.blocks.find(({ anchor }) => anchor === url.hash.slice(1));
  if (!block) return null;
  const text = block.text.length > most ? `${block.text.slice(0, most)}…` : block.text;
  return [piece('p', '', text), piece('p', 'preview-fine', `${report.title}，第${url.hash.slice(2)}段`)];
}

function place(link) {
  const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - box.offsetWidth - 8));
  const above = at.top - box.offsetHeight - 8;
  const below = at.bottom + 8;
  box.style.left = `${left}px`;
  box.style.top = `${below + box.offsetHeight > innerHeight && above > 0 ? above : below}px`;
}

async function show(link) {
  const content = await contentOf(link);
  if (!content || shownFor !== link) return;
  box.replaceChildren(...content);
  box.hidden = false;
  place(link);
  link.setAttribute('aria-describedby', box.id);
}

function hide() {
  clearTimeout(timer);
  shownFor?.removeAttribute('aria-describedby');
  shownFor = null;
  box.hidden = true;
}

function begin(link, delay) {
  if (link === shownFor) { clearTimeout(timer); return; }
  hide();
  shownFor = link;
  timer = setTimeout(() => show(link), delay);
}

const linkAt = (target) => target.closest?.('main a[href]');

document.addEventListener('pointerover', (event) => {
  if (event.pointerType !== 'mouse') return;
  if (box.contains(event.target)) { clearTimeout(timer); return; }
  const link = linkAt(event.target);
  if (link) begin(link, wait);
  else if (shownFor) { clearTimeout(timer); timer = setTimeout(hide, 250); }
});
document.addEventListener('focusin', (event) => {
  const link = linkAt(event.target);
  if (link?.matches(':focus-visible')) begin(link, wait);
  else hide();
});
document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && shownFor) hide(); });
document.addEventListener('scroll', () => { if (!box.hidden && !box.matches(':hover')) hide(); }, { passive: true });
