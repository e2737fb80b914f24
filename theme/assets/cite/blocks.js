// The numbered paragraphs of a report's page.

const tools = '.pn, .alias, .cite-bar, .cite-notice, .feedback';

/** The paragraph an element is in, or null. */
export const blockOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(':is(.body, .alike) > [id]') ?? null;

/** The paragraph a fragment leads to: its own, or the one that took it up. */
export function blockAt(hash) {
  const id = /^#(p\d+)/.exec(hash)?.[1];
  const element = id && document.getElementById(id);
  return element ? blockOf(element) : null;
}

/** A paragraph's text without what this site adds to it. */
export function textOf(block) {
  const copy = block.cloneNode(true);
  for (const tool of copy.querySelectorAll(tools)) tool.remove();
  return copy.textContent;
}

/** The published address of the page, or of one of its paragraphs: references never name the copy being looked at. */
export function addressOf(block) {
  const page = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split(/[?#]/)[0];
  return block ? `${page}#${block.id}` : page;
}

/** The number a reader sees. */
export const numberOf = (block) => block.id.slice(1);
