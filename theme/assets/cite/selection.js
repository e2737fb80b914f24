// Selecting text offers to copy it with its reference.
import { copyButton, escapeHtml } from './clipboard.js';
import { quotation, quoted } from './quote.js';
import { reference } from './panel.js';

/** Sets the offer up on pages with numbered paragraphs. */
export function copyWithReference() {
  if (!document.querySelector('.body')) return;
  let found = null;
  const button = copyButton('复制并附出处', () => withReference(found));
  button.classList.add('cite-selection');
  button.hidden = true;
  // The press must not clear the selection before the click is handled.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  document.body.append(button);
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (document.activeElement === button) return;
      found = quotation();
      button.hidden = !found;
      if (found) place(button, found.range);
    }, 150);
  });
}

/** The quotation, then the reference with the paragraph's address and a text fragment. */
function withReference({ text, block, address }) {
  const source = reference(block, address);
  return {
    text: `${quoted(text)}\n——${source.text}`,
    html: `<blockquote>${escapeHtml(quoted(text)).replaceAll('\n', '<br>')}</blockquote><p>——${source.html}</p>`,
  };
}

function place(button, range) {
  const boxes = range.getClientRects();
  const box = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
  const left = Math.min(Math.max(8, box.right - button.offsetWidth), document.documentElement.clientWidth - button.offsetWidth - 8);
  button.style.left = `${scrollX + left}px`;
  button.style.top = `${scrollY + box.bottom + 8}px`;
}
