// The page at /cite/: from words, a reference or an old address to the paragraph.
import { candidates } from './parse.js';

const page = document.querySelector('.find-cite');
const field = document.getElementById('cite-q');
const found = document.getElementById('cite-found');
const kinds = { gwr: '政府工作报告', plan: '国民经济和社会发展计划报告', budget: '预算报告' };
let index = null;

const load = async () => index ??= await (await fetch(page.dataset.index)).json();

function address({ code, year, kind, edition, anchor }) {
  return `${page.dataset.root}r/${code}/${year}/${kind}/${edition ? `v${edition}/` : ''}${anchor ? `#${anchor}` : ''}`;
}

function item(report) {
  const entry = document.createElement('li');
  const link = document.createElement('a');
  link.href = address(report);
  link.textContent = `${report.name} ${report.year} 年${kinds[report.kind]}${report.anchor ? ` 第${report.anchor.slice(1)}段` : ''}`;
  entry.append(link);
  return entry;
}

/** The paragraph itself below the likeliest report, so that the reader sees whether it is the one. */
async function preview(entry, report) {
  const data = await (await fetch(`${page.dataset.root}r/${report.code}/${report.year}/${report.kind}/data.json`)).json();
  entry.querySelector('a').textContent = data.title + (report.anchor ? ` 第${report.anchor.slice(1)}段` : '');
  if (!report.anchor) return;
  const retired = data.retired?.find((gone) => gone.anchor === report.anchor);
  const block = data.blocks.find((candidate) => candidate.anchor === (retired?.into ?? report.anchor));
  const text = document.createElement(block ? 'blockquote' : 'p');
  text.textContent = block
    ? block.text.length > 160 ? `${block.text.slice(0, 160)}…` : block.text
    : retired ? `此段已在第${retired.edition}版中删去。` : `本篇没有第${report.anchor.slice(1)}段。`;
  entry.append(text);
}

async function find() {
  const query = field.value.trim();
  const url = new URL(location.href);
  if (query) url.searchParams.set('q', query);
  else url.searchParams.delete('q');
  history.replaceState(null, '', url);
  found.replaceChildren();
  if (!query) return;
  const reports = candidates(await load(), query);
  if (reports.length === 0) {
    found.textContent = '没有找到。请写出地名与年度，例如：周村 2023 第17段。';
    return;
  }
  const list = document.createElement('ol');
  list.className = 'cite-results';
  list.append(...reports.map(item));
  found.append(list);
  await preview(list.firstElementChild, reports[0]);
}

field.form.addEventListener('submit', (event) => {
  event.preventDefault();
  find();
});
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    find();
  }
});
field.value = new URLSearchParams(location.search).get('q') ?? '';
if (field.value) find();
