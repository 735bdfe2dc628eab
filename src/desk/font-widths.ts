// How wide letters are, from the font file itself (OpenType: cmap format 4, hhea, hmtx), so that texts in pictures
// are measured and not guessed.

/** Gives the width of a character as a share of the text's size. */
export type LetterWidth = (character: string) => number;

/**
 * Reads letters' widths from a TrueType font.
 * @throws RangeError when the bytes are no such font
 */
export function readLetterWidths(font: Uint8Array): LetterWidth {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = findTables(view);
  const unitsPerEm = view.getUint16(tables('head') + 18);
  const measured = view.getUint16(tables('hhea') + 34);
  const glyphOf = readGlyphs(view, tables('cmap'));
  const metrics = tables('hmtx');
  return (character) => {
    const glyph = glyphOf(character.codePointAt(0) ?? 0);
    // The last width holds for all glyphs after it.
    return view.getUint16(metrics + 4 * Math.min(glyph, measured - 1)) / unitsPerEm;
  };
}

function findTables(view: DataView): (name: string) => number {
  const offsets = new Map<string, number>();
  for (let table = 0; table < view.getUint16(4); table += 1) {
    const record = 12 + 16 * table;
    const letters = [0, 1, 2, 3].map((place) => view.getUint8(record + place));
    offsets.set(String.fromCharCode(...letters), view.getUint32(record + 8));
  }
  return (name) => {
    const offset = offsets.get(name);
    if (offset === undefined) throw new RangeError(`the font has no table "${name}"`);
    return offset;
  };
}

/** Glyphs of the Basic Multilingual Plane; glyph 0 stands for what the font lacks. */
function readGlyphs(view: DataView, cmap: number): (code: number) => number {
  const count = view.getUint16(cmap + 2);
  const subtables = Array.from({ length: count }, (_, place) => cmap + view.getUint32(cmap + 8 + 8 * place));
  const table = subtables.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new RangeError('the font has no cmap of format 4');
  const doubled = view.getUint16(table + 6);
  const ends = table + 14;
  const starts = ends + doubled + 2;
  return (code) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      if (view.getUint16(ends + segment) < code) continue;
      const start = view.getUint16(starts + segment);
      if (start > code) return 0;
      const delta = view.getUint16(starts + doubled + segment);
      const rangeAt = starts + 2 * doubled + segment;
      const range = view.getUint16(rangeAt);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(rangeAt + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
