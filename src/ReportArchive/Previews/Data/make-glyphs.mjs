// Writes glyphs.br, the outlines that link preview images are drawn with; README.md beside this file says how and why.
//   npm install fontkit@2.0.4
//   node make-glyphs.mjs <NotoSansCJK-Bold.ttc> <../../Places/Data/places.br>
import { readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as fontkit from 'fontkit';

const [fontFile, placesFile] = process.argv.slice(2);
if (!fontFile || !placesFile) {
  console.error('usage: node make-glyphs.mjs <NotoSansCJK-Bold.ttc> <places.br>');
  process.exit(1);
}

const unitsPerEm = 500;
const han = /\p{Script=Han}/u;
const font = fontkit.openSync(fontFile).getFont('NotoSansCJKsc-Bold');

// Every character of a place's name, the 3,755 commonest (GB 2312, level 1), ASCII, and the marks that titles have.
const characters = new Set([...brotliDecompressSync(readFileSync(placesFile)).toString('utf16le')].filter((c) => han.test(c)));
const gb = new TextDecoder('gb18030');
for (let row = 0xB0; row <= 0xD7; row++) {
  for (let cell = 0xA1; cell <= 0xFE; cell++) {
    const character = gb.decode(Uint8Array.of(row, cell));
    if (han.test(character)) characters.add(character);
  }
}
for (let c = 32; c < 127; c++) characters.add(String.fromCharCode(c));
for (const c of '，。、；：？！“”‘’（）《》〈〉—…·％〇') characters.add(c);

const bytes = [];
const unsigned = (n) => {
  for (; n > 127; n >>>= 7) bytes.push((n & 127) | 128);
  bytes.push(n);
};
const signed = (n) => unsigned(n < 0 ? -2 * n - 1 : 2 * n);
const scale = (n) => Math.round((n * unitsPerEm) / font.unitsPerEm);

let last = 0;
let count = 0;
for (const code of [...characters].map((c) => c.codePointAt(0)).sort((a, b) => a - b)) {
  const glyph = font.glyphForCodePoint(code);
  if (!glyph || glyph.id === 0) continue;
  unsigned(code - last);
  last = code;
  unsigned(scale(glyph.advanceWidth));
  let [x, y] = [0, 0];
  const to = (px, py) => {
    const [nx, ny] = [scale(px), scale(py)];
    signed(nx - x);
    signed(ny - y);
    [x, y] = [nx, ny];
  };
  for (const { command, args } of glyph.path.commands) {
    if (command === 'closePath') continue;
    bytes.push({ moveTo: 1, lineTo: 2, bezierCurveTo: 3 }[command]);
    for (let i = 0; i < args.length; i += 2) to(args[i], args[i + 1]);
  }
  bytes.push(0);
  count++;
}
const packed = brotliCompressSync(Buffer.from(bytes), { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
writeFileSync(new URL('glyphs.br', import.meta.url), packed);
console.log(`${count} glyphs, ${bytes.length} bytes, ${packed.length} packed`);
