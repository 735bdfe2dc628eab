// An answer: title, text, status, sources and dates; below it the entry's other topics and its neighbours.

import type { Answer, Block, Catalog, Entry, Source, SourceId, Span } from '../catalog/index.ts';
import {
  formatDate,
  formatShortDate,
  isOver,
  type Language,
  remember,
  type Speech,
} from '../language/index.ts';
import { bold, escapeHtml, link } from './html.ts';
import { inquireButton } from './inquiry-screens.ts';
import { openButton } from './menu-screens.ts';
import { type Button, joinParts, rowsOf, type Screen, type ScreenContext } from './screen.ts';

/** When an answer is shown, and in which language its chat speaks. */
export interface AnswerView {
  /** Milliseconds since 1970 UTC; an answer that is due for review says so. */
  readonly now: number;
  /** Where it differs from the answer's language, a button offers to switch. */
  readonly chatLanguage: Language;
  /** The outcome's id, where the screen answers a question: buttons then ask whether it was a good answer. */
  readonly outcome?: string;
}

/** Shows an answer in the language of the context. */
export function answerScreen(answer: Answer, view: AnswerView, context: ScreenContext): Screen {
  const { html, rows } = shownAlike(answer, isOver(answer.review, view.now), context);
  if (!rows) return { html, keyboard: [] };
  return { html, keyboard: [...switchRow(answer, { view, context }), ...rows, ...voteRow(view, context)] };
}

/** What an answer's screens have in common, whoever asked. */
interface Shown extends ScreenContext {
  readonly html: string;
  /** None where the entry isn't there. */
  readonly rows: readonly Button[][] | undefined;
}

/** The same answers are shown all day, and dates and sources take longer to write than the answer to find. */
function shownAlike(answer: Answer, isOverdue: boolean, context: ScreenContext): Shown {
  const { speech, catalog } = context;
  const make = (): Shown => {
    const entry = catalog.entries.get(answer.entry);
    const html = answerHtml(answer, isOverdue, context);
    return { speech, catalog, html, rows: entry && answerRows(answer, entry, context) };
  };
  const known = remember(answer, `shown ${speech.language} ${isOverdue}`, make);
  return known.speech === speech && known.catalog === catalog ? known : make();
}

function answerHtml(answer: Answer, isOverdue: boolean, context: ScreenContext): string {
  const { speech, catalog } = context;
  const { title, body } = answer.texts[speech.language];
  const entry = catalog.entries.get(answer.entry);
  const status = answer.topic === 'about' && entry ? statusLine(entry, speech) : undefined;
  const way = answer.topic === 'about' && entry ? wayLine(entry, speech) : undefined;
  return joinParts(bold(title), blocksToHtml(body), way, status, footer(answer, isOverdue, context));
}

function blocksToHtml(blocks: readonly Block[]): string {
  const parts = blocks.map((block) =>
    block.kind === 'paragraph'
      ? spansToHtml(block.spans)
      : block.items
          .map((item, place) => `${block.ordered ? `${place + 1}.` : '•'} ${spansToHtml(item)}`)
          .join('\n'),
  );
  return parts.join('\n\n');
}

function spansToHtml(spans: readonly Span[]): string {
  return spans.map(spanToHtml).join('');
}

function spanToHtml(span: Span): string {
  switch (span.kind) {
    case 'text':
      return escapeHtml(span.text);
    case 'strong':
      return `<b>${spansToHtml(span.spans)}</b>`;
    case 'emphasis':
      return `<i>${spansToHtml(span.spans)}</i>`;
    case 'link':
      return `<a href="${escapeHtml(span.url)}">${spansToHtml(span.spans)}</a>`;
  }
}

/** A route's legs in one line: "Way: Xi'an → Altynkol (rail, 9 days) → …"; undefined for what is no route. */
function wayLine({ legs }: Entry, { language, phrase }: Speech): string | undefined {
  const [first] = legs;
  if (!first) return undefined;
  const stops = legs.map(({ to, mode, time, distance }) => {
    const details = [phrase(`way.${mode}`), distance?.[language], time?.[language]].filter(
      (text) => text !== undefined,
    );
    return `${to.name[language]} (${details.join(', ')})`;
  });
  return escapeHtml(phrase('way.line', { way: [first.from.name[language], ...stops].join(' → ') }));
}

function statusLine({ id, status }: Entry, speech: Speech): string | undefined {
  if (!status) return undefined;
  // Rules and ways of taking part do not work, they are in force.
  const isInForce = status.state === 'working' && /^(?:formats|guides)\//.test(id);
  const state = speech.phrase(isInForce ? 'status.inForce' : `status.${status.state}`);
  const date = formatDate(status.asOf, 'plain', speech);
  return escapeHtml(speech.phrase('status.line', { state, date }));
}

function footer(answer: Answer, isOverdue: boolean, { speech, catalog }: ScreenContext): string {
  const { phrase } = speech;
  const checked = phrase('answer.checked', { date: formatDate(answer.checked, 'plain', speech) });
  const dates = [asOfText(answer, speech), checked].filter((text) => text !== undefined).join('; ');
  const review = formatDate(answer.review, 'plain', speech);
  return [
    answer.sources.length > 0
      ? `<blockquote expandable>${sourcesLine(answer.sources, catalog, speech)}</blockquote>`
      : undefined,
    `<i>${escapeHtml(dates)}</i>`,
    isOverdue ? `⚠️ ${escapeHtml(phrase('answer.overdue', { date: review }))}` : undefined,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function asOfText({ asOf }: Answer, speech: Speech): string | undefined {
  if (!asOf) return undefined;
  const first = formatDate(asOf.first, 'plain', speech);
  const last = formatDate(asOf.last, 'plain', speech);
  return first === last
    ? speech.phrase('answer.asOf', { date: last })
    : speech.phrase('answer.asOfRange', { first, last });
}

/** Each publisher once, its pages as dates: "Kazinform, 25/11/2025, 09/12/2025". */
function sourcesLine(ids: readonly SourceId[], catalog: Catalog, speech: Speech): string {
  const byPublisher = new Map<string, Source[]>();
  for (const source of ids.flatMap((id) => catalog.sources.get(id) ?? [])) {
    byPublisher.set(source.publisher, [...(byPublisher.get(source.publisher) ?? []), source]);
  }
  const links = [...byPublisher].map(([publisher, sources]) => publisherLinks(publisher, sources, speech));
  // The links are HTML already, so only the words around them are escaped.
  const [before = '', after = ''] = speech.phrase('answer.sources', { sources: '\n' }).split('\n');
  return `${escapeHtml(before)}${links.join('; ')}${escapeHtml(after)}`;
}

function publisherLinks(publisher: string, sources: readonly Source[], speech: Speech): string {
  const [first, ...rest] = sources.map(({ url, date }) => ({
    url,
    date: date && formatShortDate(date, speech),
  }));
  if (!first) return escapeHtml(publisher);
  const firstText = first.date === undefined ? publisher : `${publisher}, ${first.date}`;
  const others = rest.map(({ url, date }, number) => link(date ?? String(number + 2), url));
  return [link(firstText, first.url), ...others].join(', ');
}

/** The rows between the one that switches the language and the one that asks for a vote. */
function answerRows(answer: Answer, entry: Entry, context: ScreenContext): Button[][] {
  const { speech, catalog } = context;
  const { language, phrase } = speech;
  const topics = entry.answers.flatMap((id): Button[] => {
    const other = catalog.answers.get(id);
    if (!other || other.draft || other.id === answer.id) return [];
    return [{ text: phrase(`topic.${other.topic}`), action: { kind: 'open', language, answer: id } }];
  });
  const neighbours = [...new Set([...entry.hubs, ...entry.links])].flatMap((id): Button[] => {
    const linked = catalog.entries.get(id);
    const [about] = linked?.answers ?? [];
    return linked && about ? openButton(about, linked.name[language], context) : [];
  });
  const pin: Button[] = entry.place
    ? [{ text: phrase('answer.pin'), action: { kind: 'pin', language, entry: entry.id } }]
    : [];
  const hubs: Button = { text: phrase('menu.hubs.button'), action: { kind: 'menu', language, menu: 'hubs' } };
  return [
    ...rowsOf(topics, 2),
    ...rowsOf(neighbours, 2),
    ...(leadsToPeople(answer) ? [[inquireButton(context.speech, answer.id)]] : []),
    [...pin, hubs],
  ];
}

/** Whoever reads how to take part, or where to turn, may want to talk to somebody. */
function leadsToPeople({ id, topic }: Answer): boolean {
  return id.startsWith('formats/') || topic === 'take-part' || topic === 'contacts';
}

function voteRow({ outcome }: AnswerView, { speech }: ScreenContext): Button[][] {
  if (outcome === undefined) return [];
  const { language } = speech;
  return [
    [
      { text: '👍', action: { kind: 'vote', language, vote: 'up', outcome } },
      { text: '👎', action: { kind: 'vote', language, vote: 'down', outcome } },
    ],
  ];
}

interface KeyboardContext {
  readonly view: AnswerView;
  readonly context: ScreenContext;
}

function switchRow(answer: Answer, { view, context }: KeyboardContext): Button[][] {
  const { language, phrase } = context.speech;
  if (language === view.chatLanguage) return [];
  return [[{ text: phrase('language.switch'), action: { kind: 'speak', language, answer: answer.id } }]];
}
