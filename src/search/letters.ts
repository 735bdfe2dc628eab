// Letters that are written as others, for many texts: a pattern that looks for them takes several times as long.

/** Makes a function that writes some letters of a text, each of one unit, as others and leaves the rest. */
export function letterReplacer(letters: Iterable<readonly [string, string]>): (text: string) => string {
  const byCode: (string | undefined)[] = [];
  for (const [letter, replacement] of letters) {
    const code = letter.charCodeAt(0);
    while (byCode.length <= code) byCode.push(undefined);
    byCode[code] = replacement;
  }
  return (text) => {
    let replaced = '';
    let kept = 0;
    for (let place = 0; place < text.length; place += 1) {
      const replacement = byCode[text.charCodeAt(place)];
      if (replacement === undefined) continue;
      replaced += text.slice(kept, place) + replacement;
      kept = place + 1;
    }
    return kept === 0 ? text : replaced + text.slice(kept);
  };
}
