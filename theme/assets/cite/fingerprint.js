// The fingerprint of a paragraph's text, as src/ReportArchive/Anchors/Fingerprint.cs computes it: letters, digits and marks only,
// full-width forms as ASCII, ASCII letters in lower case, a point only between two digits; FNV-1a over the UTF-8 bytes.

const counts = /^[\p{L}\p{N}\p{M}]$/u;
const digit = /^[0-9]$/;

const fold = (text) => text
  .replace(/[\uFF01-\uFF5E]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xFEE0))
  .replace(/[A-Z]/g, (c) => c.toLowerCase());

/** What of a text must stay for it to count as unchanged. */
export function essence(text) {
  const folded = fold(text);
  let kept = '';
  let at = 0;
  for (const c of folded) {
    if (c === '.' ? digit.test(folded[at - 1] ?? '') && digit.test(folded[at + 1] ?? '') : counts.test(c)) kept += c;
    at += c.length;
  }
  return kept;
}

/** Eight hex digits. */
export function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(essence(text))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
