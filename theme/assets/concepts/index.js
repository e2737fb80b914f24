// Filters, groups and sorts the index of concepts. The page holds all of it; the state stands in the address.

const root = document.getElementById('concepts');
const levels = root.dataset.levels.split(' ');
const tables = [...root.querySelectorAll('.concept-group')];
const fold = (text) => text.toLowerCase().replace(/[“”‘’「」"'\s]/g, '');
const number = (cell) => Number(cell.textContent.replace('−', '-')) || 0;

const rows = tables.flatMap((section) => [...section.querySelectorAll('tbody tr')].map((element) => {
  const cells = element.children;
  const link = cells[0].querySelector('a');
  return {
    element, kind: section.querySelector('h2').firstChild.textContent.trim(), level: element.dataset.l === '' ? '未见' : levels[Number(element.dataset.l)],
    year: cells[5].textContent || '未见', label: cells[0].textContent, reports: number(cells[2]), places: number(cells[3]), trend: number(cells[6]),
    text: fold(cells[0].textContent + cells[1].textContent + link.getAttribute('href').replace(/[-/]/g, '')),
  };
}));

const collator = new Intl.Collator('zh');
const groups = {
  kind: { name: '类别', of: (row) => row.kind, order: null },
  level: { name: '最高层级', of: (row) => row.level, order: [...levels, '未见'] },
  year: { name: '首见年度', of: (row) => row.year, order: null },
  none: { name: '不分组', of: () => '全部', order: null },
};
const sorts = {
  reports: { name: '使用篇数', by: (a, b) => b.reports - a.reports },
  places: { name: '流布地方', by: (a, b) => b.places - a.places },
  rise: { name: '上升', by: (a, b) => b.trend - a.trend },
  fall: { name: '下降', by: (a, b) => a.trend - b.trend },
  label: { name: '读音', by: (a, b) => collator.compare(a.label, b.label) },
};
const state = { group: 'kind', sort: 'reports', words: '', ...Object.fromEntries(new URLSearchParams(location.search)) };
if (!(state.group in groups)) state.group = 'kind';
if (!(state.sort in sorts)) state.sort = 'reports';

const sections = new Map(tables.map((section) => [section.querySelector('h2').firstChild.textContent.trim(), section]));

/** The section of a group: that of the page, or a copy of one with another name. */
function sectionOf(name) {
  if (!sections.has(name)) {
    const section = tables[0].cloneNode(true);
    const id = `group-${sections.size}`;
    section.setAttribute('aria-labelledby', id);
    section.querySelector('h2').id = id;
    section.querySelector('h2').firstChild.textContent = `${name} `;
    section.querySelector('.scroll').setAttribute('aria-label', name);
    sections.set(name, section);
  }
  return sections.get(name);
}

function update() {
  const words = fold(state.words);
  const found = rows.filter((row) => row.text.includes(words)).sort((a, b) => sorts[state.sort].by(a, b) || b.reports - a.reports || collator.compare(a.label, b.label));
  const { of, order } = groups[state.group];
  const byName = Map.groupBy(found, of);
  const names = order?.filter((name) => byName.has(name)) ?? (state.group === 'kind' ? [...sections.keys()].filter((name) => byName.has(name)) : [...byName.keys()].sort());
  root.replaceChildren(...names.map((name) => {
    const section = sectionOf(name);
    section.querySelector('tbody').replaceChildren(...byName.get(name).map((row) => row.element));
    section.querySelector('.count').textContent = byName.get(name).length;
    return section;
  }));
  count.value = found.length === rows.length ? `${rows.length} 条` : `${rows.length} 条中 ${found.length} 条`;
  const defaults = { group: 'kind', sort: 'reports', words: '' };
  const query = new URLSearchParams(Object.entries(state).filter(([key, value]) => key in defaults && value !== defaults[key]));
  history.replaceState(null, '', `${query.size ? `?${query}` : location.pathname}${location.hash}`);
}

function choice(label, key, options) {
  const select = document.createElement('select');
  for (const [value, { name }] of Object.entries(options)) select.add(new Option(name, value, false, value === state[key]));
  select.addEventListener('change', () => { state[key] = select.value; update(); });
  return labelled(label, select);
}

function labelled(text, control) {
  const label = document.createElement('label');
  label.append(text, control);
  return label;
}

const field = Object.assign(document.createElement('input'), { type: 'search', value: state.words, placeholder: '提法、释义或拼音' });
field.addEventListener('input', () => { state.words = field.value; update(); });
const count = document.createElement('output');
const tools = document.createElement('form');
tools.className = 'kwic-tools';
tools.setAttribute('role', 'search');
tools.setAttribute('aria-label', '提法');
tools.addEventListener('submit', (event) => event.preventDefault());
tools.append(labelled('筛选', field), choice('分组', 'group', groups), choice('排序', 'sort', sorts), count);
root.before(tools);
update();
