// A quotation from the text: its words, and an address that leads to them.
import { addressOf, blockOf, textOf } from './blocks.js';

const shortest = 2;
const whole = 24;
const edge = 10;

/** The selected quotation, or null where nothing quotable is selected. */
export function quotation(selection = getSelection()) {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const first = blockOf(range.startContainer);
  const last = blockOf(range.endContainer) ?? first;
  if (!first) return null;
  const text = words(range);
  return text.length < shortest ? null : { text, block: first, range, address: addressOf(first) + fragment(range, first, last) };
}

function words(range) {
  const copy = range.cloneContents();
  for (const tool of copy.querySelectorAll('.pn, .alias, .cite-bar, .cite-notice')) tool.remove();
  const blocks = [...copy.children].filter((child) => /^(P|H[2-6]|DIV)$/.test(child.tagName));
  const texts = blocks.length > 0 ? blocks.map((block) => block.textContent) : [copy.textContent];
  return texts.map((text) => text.replace(/[\n\t]+/g, ' ').trim()).filter(Boolean).join('\n');
}

/** In quotation marks, those within it made single ones (GB/T 15834, 4.8.3.3). */
export const quoted = (text) => `“${text.replaceAll('“', '‘').replaceAll('”', '’')}”`;

/** A text fragment: browsers match it at word boundaries, so it begins and ends at one. */
function fragment(range, first, last) {
  const from = offset(first, range.startContainer, range.startOffset);
  const to = offset(last, range.endContainer, range.endOffset);
  const text = textOf(first);
  if (first === last && to - from <= whole) return directive(text.slice(wordStart(text, from), wordEnd(text, to)));
  const start = wordStart(text, from);
  const end = textOf(last);
  const stop = wordEnd(end, to);
  return directive(
    text.slice(start, wordEnd(text, Math.min(start + edge, text.length))),
    end.slice(wordStart(end, Math.max(0, stop - edge)), stop));
}

const encode = (text) => encodeURIComponent(text.trim()).replaceAll('-', '%2D');

function directive(start, end = '') {
  if (!start.trim() || !globalThis.Intl?.Segmenter) return '';
  return `:~:text=${encode(start)}${end.trim() ? `,${encode(end)}` : ''}`;
}

/** How far into a paragraph's text a point is. */
function offset(block, container, at) {
  const before = document.createRange();
  before.selectNodeContents(block);
  if (!block.contains(container)) return textOf(block).length;
  before.setEnd(container, at);
  const copy = document.createElement('div');
  copy.append(before.cloneContents());
  return textOf(copy).length;
}

function boundaries(text) {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)].map(({ index, segment }) => [index, index + segment.length]);
}

const wordStart = (text, at) => boundaries(text).find(([start, end]) => start <= at && at < end)?.[0] ?? at;
const wordEnd = (text, at) => boundaries(text).find(([start, end]) => start < at && at <= end)?.[1] ?? at;
