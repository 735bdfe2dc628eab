// `torap gaps`: what people asked and got no good answer to.

import { readFolders } from '../config.ts';
import { beforeDays, dayOf, findGaps, type Gap, lastDays, pastesOf, viewGap } from '../desk/index.ts';
import type { Speech } from '../language/index.ts';
import { readOutcomes } from '../store/index.ts';
import { loadKnowledge } from './askable.ts';
import { type Command, readDays, readOptions } from './command.ts';

/** Lists gaps, most asked first. */
export const gaps: Command = {
  usage: `  gaps --days 30     lists questions without a good answer, most asked first, each with the line to paste
                     into the file of one of the nearest answers
  gaps --json        the same as JSON: [{"language","asked","reasons","lastAsked","wordings","nearest","pastes"}]`,
  async run(args) {
    const { values } = readOptions(args, {
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
    });
    const wish = { now: Date.now(), days: readDays(values.days) };
    const { catalog, phrases } = await loadKnowledge(process.env);
    const days = new Set(lastDays(wish));
    const outcomes = await readOutcomes(readFolders(process.env).dataDir, beforeDays(wish));
    const found = findGaps(
      outcomes.filter(({ at }) => days.has(dayOf(at))),
      catalog,
    );
    process.stdout.write(values.json ? `${toJson(found)}\n` : describeGaps(found, phrases.en));
    return 0;
  },
};

function toJson(found: readonly Gap[]): string {
  return JSON.stringify(found.map((gap) => ({ ...gap, pastes: pastesOf(gap) })));
}

function describeGaps(found: readonly Gap[], speech: Speech): string {
  if (found.length === 0) return `${speech.phrase('gaps.none')}\n`;
  const parts = found.map((gap, place) => {
    const { wordings, counts, advice, line, files } = viewGap(gap, speech);
    const [first = '', ...others] = wordings;
    return [
      `${place + 1}. [${gap.language}] ${first}`,
      ...others.map((wording) => `   ${wording}`),
      `   ${counts}`,
      ...(advice === undefined || line === undefined
        ? []
        : [`   ${advice}`, line, ...files.map((file) => `     ${file}`)]),
    ].join('\n');
  });
  return `${[speech.phrase('gaps.title'), ...parts].join('\n\n')}\n`;
}
