// Reads what a reader has in hand: a few words (周村 2023 第17段), a reference in any form, an address old or new. Pure functions.

const digits = new Map([...'零〇一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 1)]));
const suffix = /(?:特别行政区|自治区|自治州|自治县|自治旗|街道|地区|[省市区县旗盟镇乡])$/;

const narrow = (text) => text.replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xFEE0));

/** A number in Chinese or Arabic digits, up to 999; NaN for anything else. */
export function number(text) {
  if (/^\d+$/.test(text)) return Number(text);
  const parts = /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (!parts || !text) return NaN;
  const [, hundreds, tens, ten, ones] = parts;
  return (digits.get(hundreds) ?? 0) * 100 + (ten ? (digits.get(tens) ?? 1) * 10 : 0) + (digits.get(ones) ?? 0);
}

/** The parts of a query that say something. */
export function parse(query) {
  let text = narrow(query);
  try { text = decodeURIComponent(text); } catch { /* A percent sign of its own. */ }
  const link = /\/r\/(\d{9}|\d{6})\/(\d{4})\/(gwr|plan|budget)\/(?:v(\d+)\/)?(?:index\.html)?(?:\?[^#\s]*)?(?:#(p\d+))?/.exec(text);
  const path = /(\/(?:[rcpyk])\/[^\s?#，。]+?\/)(?=[?#\s.，。]|$)(?:\?[^#\s]*)?(#[\w-]+)?/.exec(text);
  const paragraph = /第\s*([\d一二三四五六七八九十百零]+)\s*(?:自然)?段/.exec(text)?.[1] ?? /(?:^|[\s#¶])p(\d+)\b/i.exec(text)?.[1];
  const anchor = link?.[5] ?? (paragraph && number(paragraph) > 0 ? `p${number(paragraph)}` : '');
  return {
    text,
    link: link ? { code: link[1], year: Number(link[2]), kind: link[3], edition: link[4] ? Number(link[4]) : 0 } : null,
    path: path ? path[1] + (path[2] ?? '') : '',
    anchor,
    years: years(text),
    kind: /计划草案|国民经济|计划报告|\bplan\b/.test(text) ? 'plan' : /预算|\bbudget\b/.test(text) ? 'budget' : /政府工作|\bgwr\b/.test(text) ? 'gwr' : '',
  };
}

/** Years, the likeliest plan year first: that of a draft, then those followed by 年, then any. */
function years(text) {
  const draft = [...text.matchAll(/((?:19|20)\d{2})年?(?:国民经济|计划|预算)草案/g)].map((match) => match[1]);
  const named = [...text.matchAll(/((?:19|20)\d{2})年/g)].map((match) => match[1]);
  const any = [...text.matchAll(/(?<!\d)((?:19|20)\d{2})(?!\d)/g)].map((match) => match[1]);
  return [...new Set([...draft, ...named, ...any])].map(Number);
}

const short = (name) => {
  const bare = name.replace(suffix, '');
  return bare.length >= 2 ? bare : name;
};

/** How well a place fits: its own names count most, then those above it; 0 when none of its own occurs. */
function score(place, text) {
  const own = Math.max(...place.names.map((name) => text.includes(name) ? 4 * name.length : text.includes(short(name)) ? 3 * short(name).length : 0));
  if (own === 0) return 0;
  const above = place.path.reduce((sum, name) => sum + (text.includes(name) ? name.length : text.includes(short(name)) ? short(name).length - 0.5 : 0), 0);
  return own + above;
}

/** The reports that a query may mean, the likeliest first: { code, year, kind, anchor, edition, name }. */
export function candidates(index, query) {
  const parsed = parse(query);
  const byCode = new Map(index.places.map((place) => [place.code, place]));
  if (parsed.link) {
    const place = byCode.get(parsed.link.code);
    if (place?.reports[parsed.link.kind]?.includes(parsed.link.year)) return [{ ...parsed.link, anchor: parsed.anchor, name: place.names[0] }];
  }
  const moved = redirected(index, parsed);
  if (moved) return candidates(index, moved);
  return index.places
    .map((place) => ({ place, score: score(place, parsed.text) }))
    .filter((entry) => entry.score > 0)
    .sort((a, b) => b.score - a.score || a.place.code.localeCompare(b.place.code))
    .slice(0, 8)
    .flatMap(({ place }) => reports(place, parsed))
    .slice(0, 12);
}

/** Where an old address leads now, if a redirect says so. */
function redirected(index, { path }) {
  if (!path) return '';
  const [page] = path.split('#');
  const exact = index.redirects.find((redirect) => redirect.from === path);
  const whole = index.redirects.find((redirect) => redirect.from === page);
  const to = exact?.to ?? (whole && whole.to + path.slice(page.length));
  return to && to !== path ? to : '';
}

function reports(place, { years: wanted, kind, anchor }) {
  const all = Object.entries(place.reports).flatMap(([key, list]) => list.map((year) => ({ code: place.code, year, kind: key, edition: 0, anchor, name: place.names[0] })));
  const ofKind = kind ? all.filter((report) => report.kind === kind) : all;
  if (wanted.length === 0) return ofKind.sort((a, b) => b.year - a.year).slice(0, 5);
  return ofKind.filter((report) => wanted.includes(report.year)).sort((a, b) => wanted.indexOf(a.year) - wanted.indexOf(b.year));
}
