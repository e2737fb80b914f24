// Marks what was searched for on the page of a report that a result led to: `?hl=…#p17`.
import { foldWithOrigins, loadVariants, mayBeTraditional } from './normalize.js';
import { parseQuery } from './query.js';

const NAME = 'search-hit';

/**
 * The texts of an element without the paragraph's number, and the whole of them.
 * @param {Element} element
 */
function textOf(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('.pn, script, style') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  const nodes = [];
  let text = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push({ node: /** @type {Text} */ (node), start: text.length });
    text += node.nodeValue;
  }
  return { nodes, text };
}

/**
 * @param {{ node: Text, start: number }[]} nodes
 * @param {number} start
 * @param {number} end
 */
function rangeOf(nodes, start, end) {
  const range = document.createRange();
  const first = nodes.findLast((entry) => entry.start <= start);
  const last = nodes.findLast((entry) => entry.start < end);
  if (!first || !last) return undefined;
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, end - last.start);
  return range;
}

/**
 * Where the phrases of a query stand in an element.
 * @param {Element} element
 * @param {string[]} phrases Folded.
 */
function findIn(element, phrases) {
  const { nodes, text } = textOf(element);
  const folded = foldWithOrigins(text);
  const ranges = [];
  for (const phrase of phrases) {
    for (let at = folded.text.indexOf(phrase); at >= 0; at = folded.text.indexOf(phrase, at + phrase.length)) {
      const range = rangeOf(nodes, folded.starts[at], folded.ends[at + phrase.length - 1]);
      if (range) ranges.push(range);
    }
  }
  return ranges;
}

/** @param {Range[]} ranges For browsers that cannot highlight without changing the page. */
function wrap(ranges) {
  for (const range of ranges.reverse()) {
    const mark = document.createElement('mark');
    try {
      range.surroundContents(mark);
    } catch {
      // A hit that begins within a link and ends without it stays unmarked here.
    }
  }
}

/**
 * Marks the hits of a query in the blocks of the page.
 * @param {string} query
 */
export async function highlight(query) {
  const text = document.querySelector('main')?.textContent ?? '';
  if (mayBeTraditional(query) || mayBeTraditional(text.slice(0, 4000))) await loadVariants();
  const phrases = parseQuery(query).clauses.filter((clause) => !clause.not).flatMap((clause) => clause.phrases.map((phrase) => phrase.text));
  if (phrases.length === 0) return;
  const blocks = [...document.querySelectorAll('main [id^="p"]')].filter((element) => /^p\d+$/.test(element.id));
  const ranges = blocks.flatMap((block) => findIn(block, phrases));
  const registry = 'highlights' in CSS ? CSS.highlights : undefined;
  if (registry) registry.set(NAME, new Highlight(...ranges));
  else wrap(ranges);
}
