// “指出错误” beside each paragraph leads to the repository's form with the paragraph's address filled in; here its text and a title
// are added, as soon as the pointer or the keyboard comes near.
import { blockOf, numberOf, textOf } from './cite/blocks.js';

// GitHub refuses addresses longer than some 8,000 bytes, and a Chinese character takes nine of them.
const longest = 500;

function complete({ target }) {
  const block = blockOf(target);
  const link = block?.querySelector(':scope > .feedback');
  if (!link) return;
  const url = new URL(link.href);
  const text = textOf(block).trim();
  url.searchParams.set('title', `错误：${document.querySelector('h1')?.textContent.trim() ?? ''}第${numberOf(block)}段`);
  url.searchParams.set('text', text.length > longest ? `${text.slice(0, longest)}……` : text);
  link.href = url.href;
}

for (const event of ['pointerover', 'focusin']) document.querySelector('.body')?.addEventListener(event, complete);
