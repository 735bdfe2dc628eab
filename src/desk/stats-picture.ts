// Statistics as one picture, to be read on a phone: key numbers, questions a day, counts as bars.

import type { CountGroup, KeyNumber, Row, StatsView } from './stats-view.ts';
import {
  type Box,
  fitText,
  type Measure,
  type Point,
  svgBox,
  svgPicture,
  svgText,
  type TextLook,
  wrapText,
} from './svg.ts';

const WIDTH = 1200;
const EDGE = 56;
const GAP = 28;
const INNER = WIDTH - 2 * EDGE;

const COLORS = {
  ground: '#f6f8fb',
  card: '#ffffff',
  text: '#16202e',
  quiet: '#5b6878',
  bar: '#1f7a8c',
  track: '#e3e9f0',
};

const TITLE: TextLook = { size: 54, color: COLORS.text, isBold: true };
const PERIOD: TextLook = { size: 34, color: COLORS.quiet };
const HEADING: TextLook = { size: 36, color: COLORS.text, isBold: true };
const NUMBER: TextLook = { size: 56, color: COLORS.text, isBold: true };
const LABEL: TextLook = { size: 30, color: COLORS.quiet };
const ROW: TextLook = { size: 30, color: COLORS.text };
const AXIS: TextLook = { size: 26, color: COLORS.quiet };

const CARD_HEIGHT = 156;
const CHART_HEIGHT = 430;
const LINE_HEIGHT = 38;
const ROW_HEIGHT = 32 + LINE_HEIGHT;
const BAR_HEIGHT = 14;
const GROUP_HEAD = 76;
const PADDING = 32;

/** A part of the picture and where it ends. */
interface Part {
  readonly shapes: readonly string[];
  readonly bottom: number;
}

/** Draws statistics as SVG, 1200 pixels wide. */
export function drawStats(view: StatsView, measure: Measure): string {
  const head = drawHead(view, measure);
  const cards = drawKeyNumbers(view.keyNumbers, head.bottom + GAP, measure);
  const chart = drawChart(view, cards.bottom + GAP, measure);
  const groups = drawGroups(view.groups, chart.bottom + GAP, measure);
  const shapes = [head, cards, chart, groups].flatMap((part) => part.shapes);
  return svgPicture({ width: WIDTH, height: groups.bottom + EDGE }, COLORS.ground, shapes);
}

/** Smaller than these shares of their size, words and numbers are hard to read. */
const LEAST_WORDS = 0.75;
const LEAST_NUMBER = 0.4;

function drawFitted(
  text: string,
  at: Point,
  fit: { readonly look: TextLook; readonly width: number; readonly least?: number },
  measure: Measure,
): string {
  const { text: shown, look } = fitText(text, { least: LEAST_WORDS, ...fit }, measure);
  return svgText(shown, at, look);
}

function drawHead({ title, period }: StatsView, measure: Measure): Part {
  return {
    shapes: [
      drawFitted(title, { x: EDGE, y: EDGE + 46 }, { look: TITLE, width: INNER }, measure),
      drawFitted(period, { x: EDGE, y: EDGE + 104 }, { look: PERIOD, width: INNER }, measure),
    ],
    bottom: EDGE + 116,
  };
}

/** Three in a row, the last row filled. */
const CARDS_IN_ROW = 3;

function drawKeyNumbers(numbers: readonly KeyNumber[], top: number, measure: Measure): Part {
  const shapes = numbers.flatMap((number, place) => {
    const row = Math.floor(place / CARDS_IN_ROW);
    const inRow = Math.min(CARDS_IN_ROW, numbers.length - row * CARDS_IN_ROW);
    const width = (INNER - (inRow - 1) * GAP) / inRow;
    const x = EDGE + (place % CARDS_IN_ROW) * (width + GAP);
    return drawCard(number, { x, y: top + row * (CARD_HEIGHT + GAP), width, height: CARD_HEIGHT }, measure);
  });
  const rows = Math.ceil(numbers.length / CARDS_IN_ROW);
  return { shapes, bottom: top + rows * CARD_HEIGHT + (rows - 1) * GAP };
}

function drawCard({ label, value }: KeyNumber, box: Box, measure: Measure): string[] {
  const width = box.width - 48;
  const x = box.x + 24;
  return [
    svgBox(box, COLORS.card, 18),
    drawFitted(value, { x, y: box.y + 78 }, { look: NUMBER, width, least: LEAST_NUMBER }, measure),
    drawFitted(label, { x, y: box.y + 128 }, { look: LABEL, width }, measure),
  ];
}

function drawChart({ perDay, nothing }: StatsView, top: number, measure: Measure): Part {
  const card: Box = { x: EDGE, y: top, width: INNER, height: CHART_HEIGHT };
  const width = INNER - 2 * PADDING;
  const heading = drawFitted(
    perDay.title,
    { x: card.x + PADDING, y: top + 60 },
    { look: HEADING, width },
    measure,
  );
  const isEmpty = perDay.days.every(({ count }) => count === 0);
  const inside = isEmpty
    ? [
        drawFitted(
          nothing,
          { x: WIDTH / 2, y: top + 240 },
          { look: { ...LABEL, anchor: 'middle' }, width },
          measure,
        ),
      ]
    : drawBars(perDay, card, measure);
  return { shapes: [svgBox(card, COLORS.card, 18), heading, ...inside], bottom: top + CHART_HEIGHT };
}

/** A day's bar is no wider, however few days there are. */
const WIDEST_SLOT = 130;
const BAR_SHARE = 0.7;

function drawBars({ days, scale }: StatsView['perDay'], card: Box, measure: Measure): string[] {
  const axisWidth = Math.max(...scale.map(({ label }) => measure(label, AXIS))) + 16;
  const area: Box = {
    x: card.x + PADDING + axisWidth,
    y: card.y + 110,
    width: card.width - 2 * PADDING - axisWidth,
    height: CHART_HEIGHT - 110 - 74,
  };
  const bottom = area.y + area.height;
  const highest = Math.max(1, ...scale.map(({ count }) => count));
  const heightOf = (count: number): number => (area.height * count) / highest;
  const slot = Math.min(area.width / days.length, WIDEST_SLOT);
  const start = area.x + (area.width - slot * days.length) / 2;
  const lines = scale.flatMap(({ label, count }) => {
    const y = bottom - heightOf(count);
    return [
      svgBox({ x: area.x, y: y - 1, width: area.width, height: 2 }, COLORS.track),
      svgText(label, { x: area.x - 14, y: y + 9 }, { ...AXIS, anchor: 'end' }),
    ];
  });
  const bars = days
    .map(({ count }, place) => ({ count, x: start + slot * (place + (1 - BAR_SHARE) / 2) }))
    .filter(({ count }) => count > 0)
    .map(({ count, x }) => {
      const height = Math.max(2, heightOf(count));
      const width = slot * BAR_SHARE;
      return svgBox({ x, y: bottom - height, width, height }, COLORS.bar, Math.min(5, width / 4));
    });
  return [...lines, ...bars, ...drawDays(days, { slot, start, y: bottom + 42, card }, measure)];
}

interface DayScale {
  readonly slot: number;
  readonly start: number;
  readonly y: number;
  readonly card: Box;
}

/** Names as many days as there is room for, counted back from the last one. */
function drawDays(days: readonly Row[], { slot, start, y, card }: DayScale, measure: Measure): string[] {
  const look: TextLook = { ...AXIS, anchor: 'middle' };
  const widest = Math.max(...days.map(({ label }) => measure(label, look)));
  const every = Math.max(1, Math.ceil((widest + 20) / slot));
  return days.flatMap(({ label }, place) => {
    if ((days.length - 1 - place) % every !== 0) return [];
    // A thin bar at the edge has no room for its label right below.
    const most = card.x + card.width - 8 - widest / 2;
    return [svgText(label, { x: Math.min(start + slot * (place + 0.5), most), y }, look)];
  });
}

/** Two columns, each group in the shorter one. */
function drawGroups(groups: readonly CountGroup[], top: number, measure: Measure): Part {
  const width = (INNER - GAP) / 2;
  const bottoms: [number, number] = [top, top];
  const shapes = groups.flatMap((group) => {
    const column = bottoms[0] <= bottoms[1] ? 0 : 1;
    const y = bottoms[column];
    const inside = drawRows(
      group,
      { x: EDGE + column * (width + GAP) + PADDING, y, width: width - 2 * PADDING },
      measure,
    );
    const height = inside.bottom - y + 18;
    bottoms[column] = y + height + GAP;
    return [
      svgBox({ x: EDGE + column * (width + GAP), y, width, height }, COLORS.card, 18),
      ...inside.shapes,
    ];
  });
  return { shapes, bottom: Math.max(...bottoms) - GAP };
}

/** A heading, and rows of a label, its count and a bar; a long label takes up to three lines. */
function drawRows({ title, rows }: CountGroup, { x, y, width }: Omit<Box, 'height'>, measure: Measure): Part {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const shapes = [drawFitted(title, { x, y: y + 54 }, { look: HEADING, width }, measure)];
  let top = y + GROUP_HEAD;
  for (const { label, count, value } of rows) {
    const look: TextLook = { ...ROW, isBold: true, anchor: 'end' };
    const left = width - measure(value, look) - 24;
    const lines = wrapText(label, { width: left, look: ROW, lines: 3 }, measure);
    shapes.push(svgText(value, { x: x + width, y: top + 30 }, look));
    for (const line of lines) {
      shapes.push(drawFitted(line, { x, y: top + 30 }, { look: ROW, width: left }, measure));
      top += LINE_HEIGHT;
    }
    const filled = count === 0 ? 0 : Math.max(BAR_HEIGHT, (width * count) / most);
    const bar = { x, y: top + 4, height: BAR_HEIGHT };
    shapes.push(svgBox({ ...bar, width }, COLORS.track, 7), svgBox({ ...bar, width: filled }, COLORS.bar, 7));
    top += ROW_HEIGHT - LINE_HEIGHT;
  }
  return { shapes, bottom: top };
}
