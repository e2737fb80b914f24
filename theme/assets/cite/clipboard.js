// Copying with a fallback: the clipboard interface exists only on secure origins, and an archive may be read from any.

/** Copies text, and where the browser can, its rich form. True when it worked. */
export async function copy(text, html) {
  try {
    if (navigator.clipboard?.write && html && globalThis.ClipboardItem) {
      const blob = (type, value) => new Blob([value], { type });
      await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', html) })]);
      return true;
    }
    if (navigator.clipboard?.writeText) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch { /* Refused: the old way may still work. */ }
  const area = document.createElement('textarea');
  area.value = text;
  area.style.cssText = 'position:fixed;opacity:0';
  (document.querySelector('dialog[open]') ?? document.body).append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}

/** A button that copies what `content` gives, and says so. */
export function copyButton(label, content) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = label;
  button.addEventListener('click', async () => {
    const { text, html } = await content();
    const done = await copy(text, html);
    button.textContent = done ? '已复制' : '未能复制，请手动选取';
    setTimeout(() => { button.textContent = label; }, 1600);
  });
  return button;
}

/** Text that may stand in HTML. */
export const escapeHtml = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
