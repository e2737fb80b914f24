// A link may say which text it expected (?t=8c1f04d2#p17). Where the paragraph has another one now, the page says so and offers the
// edition that was cited.
import { blockAt, numberOf, textOf } from './blocks.js';
import { fingerprint } from './fingerprint.js';

/** Looks at the address the reader came with. */
export function expectedText() {
  const expected = new URLSearchParams(location.search).get('t');
  const anchor = /^#(p\d+)/.exec(location.hash)?.[1];
  const block = blockAt(location.hash);
  if (!expected || !/^[0-9a-f]{8}$/.test(expected) || !block || block.classList.contains('gone')) return;
  if (anchor === block.id && fingerprint(textOf(block)) === expected) return;
  const former = JSON.parse(document.querySelector('[data-former]')?.dataset.former ?? '{}');
  const edition = former[anchor]?.[expected];
  const notice = document.createElement('span');
  notice.className = 'cite-notice';
  notice.role = 'status';
  notice.append(edition
    ? `您打开的网址引用的是第${edition}版的文字，此后有改动。`
    : `第${numberOf(block)}段现在的文字与您打开的网址所引的不同。`);
  if (edition) notice.append(link(`v${edition}/#${anchor}`, '查看被引用的文字'), link('#editions', '查看改动'));
  block.prepend(notice);
}

function link(href, text) {
  const element = document.createElement('a');
  element.href = href;
  element.textContent = text;
  return element;
}
