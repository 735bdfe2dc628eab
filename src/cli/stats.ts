// `torap stats`: what was asked and what became of it, in numbers.

import { writeFile } from 'node:fs/promises';
import { readFolders } from '../config.ts';
import {
  beforeDays,
  countStats,
  drawStats,
  loadMeasure,
  renderPng,
  statsLines,
  viewStats,
} from '../desk/index.ts';
import { isLanguage } from '../language/index.ts';
import { readInquiries, readOutcomes } from '../store/index.ts';
import { loadKnowledge } from './askable.ts';
import { type Command, readDays, readOptions, UsageError } from './command.ts';

/** Writes the numbers, and a picture of them where one is asked for. */
export const stats: Command = {
  usage: `  stats --days 30    counts questions by day, language, hub, topic and outcome, and inquiries
  stats --json       the same as JSON; "firstReply" is in milliseconds
  stats --picture file.png --language kk
                     also draws it, in kk, ru or en`,
  async run(args) {
    const { values } = readOptions(args, {
      days: { type: 'string', default: '30' },
      json: { type: 'boolean', default: false },
      picture: { type: 'string' },
      language: { type: 'string', default: 'en' },
    });
    const { language } = values;
    if (!isLanguage(language)) throw new UsageError(`--language takes kk, ru or en; it was "${language}".`);
    const wish = { now: Date.now(), days: readDays(values.days) };
    const { dataDir } = readFolders(process.env);
    const { catalog, phrases } = await loadKnowledge(process.env);
    const outcomes = await readOutcomes(dataDir, beforeDays(wish));
    const counted = countStats(outcomes, await readInquiries(dataDir), catalog, wish);
    const view = viewStats(counted, catalog, phrases[language]);
    if (values.picture !== undefined) {
      await writeFile(values.picture, await renderPng(drawStats(view, loadMeasure())));
    }
    process.stdout.write(`${values.json ? JSON.stringify(counted) : statsLines(view).join('\n')}\n`);
    return 0;
  },
};
