// Draws up to four concepts over years and places in one picture, from the data file of each. The choice stands in the address.

const root = document.getElementById('compare');
const data = JSON.parse(root.dataset.concepts);
const labels = new Map(data.concepts);
const slugs = new Map(data.concepts.map(([slug, label]) => [label, slug]));
const most = 4;
const shapes = ['circle', 'square', 'diamond', 'triangle'];
const svgNs = 'http://www.w3.org/2000/svg';

const asked = new URLSearchParams(location.search).getAll('c').filter((slug) => labels.has(slug));
let chosen = [...new Set(asked.length > 0 ? asked : data.example)].slice(0, most);
const loaded = new Map();

/** The row a report counts in: the place whose digits its own begin with, the nearest of several. */
const rowsByDigits = data.rows.map(([code], index) => [code.replace(/(00)+$/, ''), index]).sort((a, b) => b[0].length - a[0].length);
const rowOf = (code) => rowsByDigits.find(([digits]) => code.startsWith(digits))?.[1];

async function load(slug) {
  if (!loaded.has(slug)) {
    loaded.set(slug, fetch(`${root.dataset.root}c/${slug}/data.json`).then((response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      return response.json();
    }).then(({ label, reports }) => {
      const years = data.years.map(() => ({ using: 0, occurrences: 0 }));
      const cells = data.rows.map(() => data.years.map(() => ({ using: 0, occurrences: 0 })));
      for (const { id, count } of reports) {
        const [code, year] = id.split('/');
        const column = data.years.indexOf(Number(year));
        for (const cell of [years[column], cells[rowOf(code)]?.[column]]) {
          if (cell) { cell.using += 1; cell.occurrences += count; }
        }
      }
      return { slug, label, years, cells };
    }));
  }
  return loaded.get(slug);
}

const all = data.years.map((_, column) => data.rows.reduce((sum, [, , counts]) => sum + counts[column], 0));
const percent = (part, whole) => (whole === 0 ? '' : `${Math.round((100 * part) / whole)}%`);

function shape(parent, kind, x, y, size, className, title) {
  const group = draw(parent, 'g', { class: className });
  if (title) draw(group, 'title', {}).textContent = title;
  if (kind === 'circle') draw(group, 'circle', { cx: x, cy: y, r: size });
  else if (kind === 'square') draw(group, 'rect', { x: x - size * 0.9, y: y - size * 0.9, width: size * 1.8, height: size * 1.8 });
  else if (kind === 'diamond') draw(group, 'path', { d: `M${x} ${y - size * 1.25}L${x + size * 1.25} ${y}L${x} ${y + size * 1.25}L${x - size * 1.25} ${y}Z` });
  else draw(group, 'path', { d: `M${x} ${y - size * 1.2}L${x + size * 1.15} ${y + size}L${x - size * 1.15} ${y + size}Z` });
  return group;
}

function draw(parent, name, attributes) {
  const element = document.createElementNS(svgNs, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

function text(parent, x, y, words, className, anchor = 'start') {
  draw(parent, 'text', { x, y, class: className, 'text-anchor': anchor }).textContent = words;
}

/** Shares by year as lines; below, for each place and year, a mark for each concept in use and a ring where there is a report and none is. */
function picture(concepts) {
  const [label, column, top, row] = [150, Math.max(64, 22 * concepts.length + 20), 170, 26];
  const width = label + column * data.years.length + 10;
  const height = top + 46 + data.rows.length * row;
  const svg = document.createElementNS(svgNs, 'svg');
  for (const [key, value] of Object.entries({ viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' })) svg.setAttribute(key, value);
  svg.setAttribute('aria-label', `${concepts.map(({ label: name }) => name).join('、')}：各年度使用的报告所占百分比，及各地方各年度的使用。数字见图下表格。`);
  const x = (i) => label + column * i + column / 2;
  const y = (share) => top - 20 - share * (top - 40);
  for (const share of [0, 0.5, 1]) {
    draw(svg, 'line', { x1: label, x2: width - 10, y1: y(share), y2: y(share), class: 'grid' });
    text(svg, label - 10, y(share) + 4, `${100 * share}%`, 'axis', 'end');
  }
  data.years.forEach((year, i) => text(svg, x(i), top + 6, year, 'axis', 'middle'));
  concepts.forEach(({ label: name, years }, n) => {
    const points = years.map(({ using }, i) => [x(i) + (n - (concepts.length - 1) / 2) * 5, y(all[i] ? using / all[i] : 0)]);
    draw(svg, 'polyline', { points: points.map((point) => point.join()).join(' '), class: `line c${n}` });
    points.forEach(([px, py], i) => shape(svg, shapes[n], px, py, 5, `c${n}`, `${name} ${data.years[i]}年：${all[i]}篇中${years[i].using}篇`));
  });
  data.rows.forEach(([, name, counts], r) => {
    const cy = top + 36 + r * row;
    text(svg, label - 10, cy + 4, name.length > 10 ? `${name.slice(0, 9)}…` : name, 'row', 'end');
    draw(svg, 'line', { x1: label, x2: width - 10, y1: cy + row / 2, y2: cy + row / 2, class: 'grid faint' });
    counts.forEach((count, i) => {
      if (count === 0) return;
      const used = concepts.map((concept, n) => [concept, n]).filter(([concept]) => concept.cells[r][i].using > 0);
      if (used.length === 0) shape(svg, 'circle', x(i), cy, 4, 'ring', `${name} ${data.years[i]}年：${count}篇，均未用`);
      for (const [concept, n] of used) {
        const { using, occurrences } = concept.cells[r][i];
        shape(svg, shapes[n], x(i) + (n - (concepts.length - 1) / 2) * 20, cy, 6, `c${n}`, `${name} ${data.years[i]}年 ${concept.label}：${count}篇中${using}篇，共${occurrences}处`).style.opacity = 0.45 + (0.55 * using) / count;
      }
    });
  });
  return svg;
}

function table(concepts) {
  const element = document.createElement('table');
  const cell = (name, words, scope) => Object.assign(document.createElement(name), { textContent: words, ...(scope ? { scope } : { className: 'n' }) });
  const line = (cells) => { const tr = document.createElement('tr'); tr.append(...cells); return tr; };
  const head = document.createElement('thead');
  head.append(line([cell('th', '地方与年度', 'col'), cell('th', '所收', 'col'), ...concepts.map(({ label }) => cell('th', `${label}（篇／处）`, 'col'))]));
  const body = document.createElement('tbody');
  data.years.forEach((year, i) => body.append(line([cell('th', `${year}年全部`, 'row'), cell('td', all[i]), ...concepts.map(({ years }) => cell('td', `${years[i].using}／${years[i].occurrences}`))])));
  data.rows.forEach(([, name, counts], r) => counts.forEach((count, i) => {
    if (count > 0) body.append(line([cell('th', `${name} ${data.years[i]}`, 'row'), cell('td', count), ...concepts.map(({ cells }) => cell('td', `${cells[r][i].using}／${cells[r][i].occurrences}`))]));
  }));
  element.append(head, body);
  return element;
}

const form = document.createElement('form');
form.className = 'kwic-tools';
form.setAttribute('aria-label', '选择提法');
const list = document.createElement('datalist');
list.id = 'compare-names';
for (const name of slugs.keys()) list.append(new Option(name));
const field = Object.assign(document.createElement('input'), { type: 'search', placeholder: '加一条提法', autocomplete: 'off' });
field.setAttribute('list', list.id);
field.setAttribute('aria-label', '加一条提法');
const said = document.createElement('output');
const legend = document.createElement('ul');
legend.className = 'compare-legend';
const figure = document.createElement('figure');
figure.className = 'chart compare';
form.append(field, Object.assign(document.createElement('button'), { textContent: '加入' }), said);
root.append(form, list, legend, figure);

function key(label, n, slug) {
  const item = document.createElement('li');
  const svg = document.createElementNS(svgNs, 'svg');
  for (const [name, value] of Object.entries({ viewBox: '0 0 18 18', width: 18, height: 18, 'aria-hidden': 'true' })) svg.setAttribute(name, value);
  shape(svg, shapes[n], 9, 9, 6, `c${n}`);
  const link = Object.assign(document.createElement('a'), { href: `${root.dataset.root}c/${slug}/`, textContent: label });
  const remove = Object.assign(document.createElement('button'), { type: 'button', textContent: '×' });
  remove.setAttribute('aria-label', `去掉${label}`);
  remove.addEventListener('click', () => change(chosen.filter((other) => other !== slug)));
  item.append(svg, link, remove);
  return item;
}

async function show() {
  try {
    const asking = chosen;
    const concepts = await Promise.all(chosen.map(load));
    if (asking !== chosen) return;
    legend.replaceChildren(...concepts.map(({ label, slug }, n) => key(label, n, slug)));
    const scroll = document.createElement('div');
    scroll.className = 'scroll';
    for (const [name, value] of Object.entries({ role: 'region', tabindex: '0', 'aria-label': '比较图' })) scroll.setAttribute(name, value);
    scroll.append(picture(concepts));
    const numbers = document.createElement('details');
    numbers.append(Object.assign(document.createElement('summary'), { textContent: '以表格查看' }), table(concepts));
    const caption = document.createElement('figcaption');
    caption.append('上：使用的报告占当年所收报告的百分比。下：有记号为使用，圆圈为有报告而四者均未用，空白处未收报告；地方较多时各行合计其下各地，颜色越深使用的报告所占越多。', numbers);
    figure.replaceChildren(...(concepts.length > 0 ? [scroll, caption] : []));
    said.value = chosen.length === most ? '已满四条' : '';
    field.disabled = chosen.length === most;
  } catch (error) {
    said.value = `没能读取（${error.message}）`;
  }
}

function change(next) {
  chosen = next;
  const query = new URLSearchParams(chosen.map((slug) => ['c', slug]));
  history.replaceState(null, '', chosen.length > 0 ? `?${query}` : location.pathname);
  show();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const slug = slugs.get(field.value.trim());
  if (!slug) { said.value = `没有“${field.value.trim()}”这条提法`; return; }
  field.value = '';
  if (!chosen.includes(slug) && chosen.length < most) change([...chosen, slug]);
});
field.addEventListener('input', () => { if (slugs.has(field.value)) form.requestSubmit(); });
show();
