// The cite panel: one form at a time, remembered; the day of access filled in; a paragraph cited once its number is chosen.
import { accessed } from './dates.js';
import { addressOf, blockAt, numberOf, textOf } from './blocks.js';
import { copyButton, escapeHtml } from './clipboard.js';
import { fingerprint } from './fingerprint.js';

const remembered = 'cite-form';
const panel = document.getElementById('cite');
let chosen = null;

/** The chosen form's reference to a paragraph or the whole page, plain and rich. */
export function reference(block, address = addressOf(block)) {
  const form = panel?.querySelector(`[data-form="${current()}"] dd`);
  if (!form) return { text: address, html: escapeHtml(address) };
  const copy = form.cloneNode(true);
  for (const url of copy.querySelectorAll('.cite-url')) url.textContent = address;
  const html = [...copy.childNodes]
    .map((node) => node.nodeType === Node.TEXT_NODE ? escapeHtml(node.textContent)
      : node.localName === 'i' ? `<i>${escapeHtml(node.textContent)}</i>`
      : node.className === 'cite-url' ? `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`
      : escapeHtml(node.textContent))
    .join('');
  return { text: copy.textContent.trim(), html: html.trim() };
}

function stored() {
  try { return localStorage.getItem(remembered); } catch { return null; }
}

function current() {
  const forms = [...panel.querySelectorAll('[data-form]')].map((form) => form.dataset.form);
  return forms.includes(stored()) ? stored() : forms[0];
}

function show(form) {
  try { localStorage.setItem(remembered, form); } catch { /* Storage is off: the choice holds for this page. */ }
  for (const entry of panel.querySelectorAll('[data-form]')) entry.hidden = entry.dataset.form !== form;
  for (const button of panel.querySelectorAll('.cite-tabs button')) button.ariaPressed = String(button.dataset.shows === form);
}

function tabs() {
  const bar = document.createElement('div');
  bar.className = 'cite-tabs';
  bar.role = 'group';
  bar.ariaLabel = '引文格式';
  for (const entry of panel.querySelectorAll('[data-form]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.shows = entry.dataset.form;
    button.textContent = entry.querySelector('dt').textContent;
    button.addEventListener('click', () => show(entry.dataset.form));
    bar.append(button);
  }
  panel.querySelector('.cite-forms').before(bar);
}

/** A citation file with the address of what is cited. */
async function file(link) {
  const text = link.protocol === 'data:'
    ? decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1))
    : await (await fetch(link.href)).text();
  return { text: text.replaceAll(addressOf(null), addressOf(chosen)) };
}

function buttons() {
  const copy = copyButton('复制', () => reference(chosen));
  panel.querySelector('.cite-forms').after(copy);
  for (const link of panel.querySelectorAll('[data-file]')) {
    const button = copyButton('复制', () => file(link));
    button.ariaLabel = `复制 ${link.textContent}`;
    link.after(button);
  }
}

function scope() {
  const line = panel.querySelector('.cite-scope');
  line.hidden = false;
  line.replaceChildren();
  for (const url of panel.querySelectorAll('.cite-url')) url.textContent = addressOf(chosen);
  if (!chosen) {
    line.textContent = document.querySelector('.body') ? '引用全篇。点正文左侧的段落号，可引用该段。' : '';
    return;
  }
  const whole = document.createElement('button');
  whole.type = 'button';
  whole.textContent = '改为引用全篇';
  whole.addEventListener('click', () => choose(null));
  const exact = copyButton('复制附文字核对的网址', () => ({ text: expecting(chosen) }));
  exact.title = '日后文字若有改动，打开此网址会提示，并可查看引用时的版本';
  line.append(`引用第${numberOf(chosen)}段。`, whole, exact);
}

/** The address of a paragraph with the fingerprint of the text it has now. */
export function expecting(block) {
  const url = new URL(addressOf(null));
  url.searchParams.set('t', fingerprint(textOf(block)));
  url.hash = block.id;
  return url.href;
}

function choose(block) {
  chosen = block;
  scope();
  bar(block);
}

/** Two buttons at the paragraph whose number was chosen. */
function bar(block) {
  document.querySelector('.cite-bar')?.remove();
  if (!block) return;
  const tools = document.createElement('span');
  tools.className = 'cite-bar';
  const open = document.createElement('button');
  open.type = 'button';
  open.textContent = '引用本段';
  open.addEventListener('click', () => dialog());
  tools.append(open, copyButton('复制网址', () => ({ text: addressOf(block) })));
  block.append(tools);
}

/** Shows the panel over the page, so that the reader stays at the paragraph. */
function dialog() {
  const place = document.createComment('');
  panel.before(place);
  const box = document.createElement('dialog');
  box.className = 'cite-dialog';
  box.ariaLabel = '引用本段';
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'close';
  close.textContent = '关闭';
  close.addEventListener('click', () => box.close());
  box.addEventListener('click', (event) => { if (event.target === box) box.close(); });
  box.addEventListener('close', () => {
    place.replaceWith(panel);
    panel.open = false;
    box.remove();
  });
  panel.open = true;
  box.append(panel, close);
  document.body.append(box);
  box.showModal();
}

/** Sets the panel up; nothing happens on a page without one. */
export function citePanel() {
  if (!panel) return;
  const today = accessed();
  for (const day of panel.querySelectorAll('[data-accessed]')) day.textContent = today[day.dataset.accessed];
  tabs();
  buttons();
  show(current());
  const arrive = () => {
    const block = blockAt(location.hash);
    choose(block?.classList.contains('gone') ? null : block);
  };
  arrive();
  addEventListener('hashchange', arrive);
}
