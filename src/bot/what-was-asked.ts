// For staff: what people asked of late and got no good answer to, and the numbers with their picture.

import { InputFile } from 'grammy';
import {
  beforeDays,
  countStats,
  drawStats,
  findGaps,
  type Gap,
  loadMeasure,
  renderPng,
  viewStats,
} from '../desk/index.ts';
import { type Screen, type ScreenContext, statsScreen } from '../screens/index.ts';
import type { BotParts, TorapContext } from './context.ts';
import { readAll } from './inquiry-records.ts';

/** How far back staff look. */
const DAYS = 30;

/** The gaps of the last days, most asked first. */
export async function recentGaps({ store, catalog, now }: BotParts): Promise<readonly Gap[]> {
  return findGaps(await store.outcomes.since(beforeDays({ now: now(), days: DAYS })), catalog());
}

/** Sends the picture of the last days' numbers; returns the numbers as text. */
export async function showStats({ speech, catalog }: ScreenContext, context: TorapContext): Promise<Screen> {
  const { store, now } = context.parts;
  const wish = { now: now(), days: DAYS };
  const outcomes = await store.outcomes.since(beforeDays(wish));
  const inquiries = await readAll(store.inquiries.list(), store);
  const view = viewStats(countStats(outcomes, inquiries, catalog, wish), catalog, speech);
  const png = await renderPng(drawStats(view, loadMeasure()));
  await context.replyWithPhoto(new InputFile(png, 'stats.png'));
  return statsScreen(view);
}
