// Sorts and filters the concordance. The list in the page is complete, or an even choice of a long one; then all of it is read
// from the table beside the page, when a reader asks for it. The state stands in the address, so that a view can be cited.

import { KIND_NAMES } from '../search/csv.js';
import { records } from './csv.js';

const box = document.getElementById('kwic');
const list = box.querySelector('.lines');
const page = 300;
const names = { review: '回顾', goals: '目标', tasks: '工作安排', other: '其他' };
const marks = /[“”‘’「」『』"\s]/g;

/** A line as the page holds it. */
function read(item) {
  const text = (name) => item.querySelector(name).textContent;
  return {
    href: item.querySelector('.ref').getAttribute('href'), title: item.querySelector('.ref').title,
    year: text('.y'), place: text('.w'), code: item.dataset.p, paragraph: text('.a'), section: item.dataset.s,
    left: text('.l'), key: text('mark'), right: text('.r'), item,
  };
}

/** The same line made from a row of the table. */
function make({ report, kind, place: path, place_code: code, year, anchor, section, left, key, right }) {
  const [place, paragraph] = [path.split('/').at(-1), anchor.slice(1)];
  return { href: `${box.dataset.root}r/${report}/#${anchor}`, title: `${year}年${place}${KIND_NAMES[kind]}，第${paragraph}段`, year, place, code, paragraph, section, left, key, right, item: null };
}

function draw(line) {
  if (line.item) return line.item;
  const element = (name, className, text) => Object.assign(document.createElement(name), { className, textContent: text });
  const item = document.createElement('li');
  const ref = Object.assign(element('a', 'ref', ''), { href: line.href, title: line.title });
  ref.append(element('span', 'y', line.year), ' ', element('span', 'w', line.place), ' ', element('span', 'a', line.paragraph));
  const left = element('span', 'l', '');
  left.append(element('span', '', line.left));
  const quote = document.createElement('q');
  quote.append(left, element('mark', '', line.key), element('span', 'r', line.right));
  item.append(ref, quote, element('span', 's', line.section === 'other' ? '' : names[line.section]));
  return line.item = item;
}

const collator = new Intl.Collator('zh');
const context = {
  time: () => '',
  left: (line) => [...line.left.replace(marks, '')].reverse().slice(0, 8),
  right: (line) => [...line.right.replace(marks, '')].slice(0, 8),
};

/** Compares two lists of characters one by one, by pronunciation, as Chinese readers look things up. */
function compare(a, b) {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = collator.compare(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

let lines = [...list.children].map(read);
lines.forEach((line, i) => { line.order = i; });
const state = { sort: 'time', year: '', place: '', section: '', words: '', ...Object.fromEntries(new URLSearchParams(location.search)) };
if (!(state.sort in context)) state.sort = 'time';
let shown = page;

function matching() {
  const words = state.words.trim().replace(marks, '');
  const found = lines.filter((line) => (!state.year || line.year === state.year) && (!state.place || line.code === state.place)
    && (!state.section || line.section === state.section)
    && (!words || (line.left + line.key + line.right).replace(marks, '').includes(words)));
  if (state.sort === 'time') return found.sort((a, b) => a.order - b.order);
  const by = context[state.sort];
  return found.map((line) => [by(line), line]).sort(([a, x], [b, y]) => compare(a, b) || x.order - y.order).map(([, line]) => line);
}

function update() {
  const found = matching();
  list.replaceChildren(...found.slice(0, shown).map(draw));
  more.hidden = found.length <= shown;
  more.textContent = `再列 ${Math.min(page, found.length - shown)} 处`;
  const [all, some] = [lines.length, found.length].map((number) => number.toLocaleString('zh'));
  count.value = found.length === lines.length ? `${all} 处` : `${all} 处中 ${some} 处`;
  for (const button of sorts) button.setAttribute('aria-pressed', String(button.value === state.sort));
  const query = new URLSearchParams(Object.entries(state).filter(([key, value]) => value && !(key === 'sort' && value === 'time')));
  history.replaceState(null, '', `${query.size ? `?${query}` : location.pathname}${location.hash}`);
}

function choice(label, name, options) {
  const select = document.createElement('select');
  for (const [value, text] of [['', '全部'], ...options]) select.add(new Option(text, value, false, value === state[name]));
  select.addEventListener('change', () => { state[name] = select.value; shown = page; update(); });
  return wrap(label, select);
}

function wrap(label, control) {
  const element = document.createElement('label');
  element.append(label, control);
  return element;
}

function places() {
  const byCode = new Map(lines.map((line) => [line.code, line.place]));
  return [...byCode].sort(([a], [b]) => (a.padEnd(9, '0') < b.padEnd(9, '0') ? -1 : 1));
}

/** Reads the whole concordance. */
async function load(button) {
  button.disabled = true;
  button.textContent = '正在读取…';
  const response = await fetch('data.csv');
  if (!response.ok) throw new Error(`data.csv: ${response.status}`);
  const all = records(await response.text()).map(make);
  if (all.length !== Number(box.dataset.total)) throw new Error(`data.csv 有 ${all.length} 处，应有 ${box.dataset.total} 处`);
  lines = all;
  lines.forEach((line, i) => { line.order = i; });
  button.remove();
  build();
}

let sorts = [];
const count = document.createElement('output');
const more = Object.assign(document.createElement('button'), { type: 'button', hidden: true });
more.addEventListener('click', () => { shown += page; update(); });
const tools = document.createElement('div');
tools.className = 'kwic-tools';

function build() {
  sorts = [['time', '按年度'], ['left', '按左文'], ['right', '按右文']].map(([value, text]) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', value, textContent: text });
    button.addEventListener('click', () => { state.sort = value; shown = page; update(); });
    return button;
  });
  const inYears = [...new Set(lines.map((line) => line.year))].sort();
  const inSections = Object.keys(names).filter((section) => lines.some((line) => line.section === section));
  const field = Object.assign(document.createElement('input'), { type: 'search', value: state.words, placeholder: '上下文中的字句' });
  field.addEventListener('input', () => { state.words = field.value; shown = page; update(); });
  tools.replaceChildren(
    ...sorts,
    choice('年度', 'year', inYears.map((year) => [year, year])),
    choice('地方', 'place', places()),
    choice('部分', 'section', inSections.map((section) => [section, names[section]])),
    wrap('含有', field),
  );
  if (lines.length < Number(box.dataset.total)) {
    const all = Object.assign(document.createElement('button'), { type: 'button', textContent: `读取全部 ${Number(box.dataset.total).toLocaleString('zh')} 处` });
    all.addEventListener('click', () => load(all).catch((error) => { all.textContent = `没能读取（${error.message}）`; }));
    tools.append(all);
  }
  tools.append(count);
  update();
}

if (lines.length > 1) {
  box.prepend(tools);
  list.after(more);
  build();
}
