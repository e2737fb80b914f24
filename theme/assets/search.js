// Finds an exact run of characters in the text of all reports.
const app = document.getElementById('search-app');
const root = app.dataset.root;
const form = document.getElementById('search-form');
const query = new URLSearchParams(location.search).get('q')?.trim() ?? '';
form.q.value = query;

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** The text around a hit, the hit marked. */
function snippet(text, at, length) {
  const from = Math.max(0, at - 40);
  const to = Math.min(text.length, at + length + 60);
  return `${from > 0 ? '…' : ''}${escape(text.slice(from, at))}<mark>${escape(text.slice(at, at + length))}</mark>${escape(text.slice(at + length, to))}${to < text.length ? '…' : ''}`;
}

async function run() {
  if (!query) return;
  app.textContent = '正在检索…';
  const response = await fetch(`${root}search/text.json`);
  if (!response.ok) throw new Error(`text.json: ${response.status}`);
  const words = query.split(/\s+/);
  const found = (await response.json())
    .map((report) => ({ ...report, hits: report.blocks.filter((block) => block.text.includes(words[0])) }))
    .filter((report) => words.every((word) => report.blocks.some((block) => block.text.includes(word))));
  app.innerHTML = `<p>${found.length} 篇报告含有“${escape(query)}”。</p>` + found.map((report) => `
    <section class="attestation"><h3><a href="${root}r/${report.id}/">${escape(report.title)}</a></h3><ul>${report.hits.slice(0, 3).map((block) => `
      <li><a class="ref" href="${root}r/${report.id}/#${block.anchor}">${block.anchor.slice(1)}</a>${snippet(block.text, block.text.indexOf(words[0]), words[0].length)}</li>`).join('')}</ul></section>`).join('');
}

run().catch((error) => { app.textContent = `没能读取检索数据（${error.message}）。`; });
