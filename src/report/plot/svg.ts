/** @file A figure as an SVG picture: the panels one below the other, over the same x. */

import { wrapped } from '../text/paragraph';
import { shortened } from '../text/heading';
import {
  CAPITAL_HEIGHT,
  coordinate,
  pair,
  svgDocument,
  svgPath,
  svgShape,
  svgText,
  textWidth,
} from '../svg/document';
import { fittingTicks, position, type Tick } from './axis';
import { clippedLines, placesOf } from './clip';
import type { Axis, Figure, FigureSize, Look, Panel, Series } from './figure';
import { type PixelFrame, pathData } from './svg-path';

const TITLE_SIZE = 16;
const TEXT_SIZE = 12;

const LINES = '.value,.backprop,.theory,.grid,.zero,.frame{fill:none}';

const LIGHT = [
  `text{font-size:${String(TEXT_SIZE)}px}`,
  `.title{font-size:${String(TITLE_SIZE)}px;font-weight:bold}`,
  '.heading{font-weight:bold}',
  '.tick-x{text-anchor:middle}',
  '.tick-y{text-anchor:end}',
  '.tick-x,.tick-y,.note{fill:#57606a}',
  LINES,
  '.grid{stroke:#d8dee4}',
  '.zero{stroke:#9aa4ae}',
  '.frame{stroke:#57606a}',
  '.value,.backprop,.theory{stroke-width:2;stroke-linejoin:round}',
  '.value,.backprop{stroke:#0060b0}',
  '.theory{stroke:#0060b0;stroke-dasharray:6 4}',
  '.numerical,.error{fill:#c94f00}',
  '.default,.best{fill:none;stroke-width:2}',
  '.default{stroke:#57606a}',
  '.best{stroke:#1a7f37}',
].join('');

const DARK = [
  '.tick-x,.tick-y,.note{fill:#aab4be}',
  '.grid{stroke:#2a313a}',
  '.zero{stroke:#57606a}',
  '.frame{stroke:#8b949e}',
  '.value,.backprop,.theory{stroke:#6cb6ff}',
  '.numerical,.error{fill:#ffa657}',
  '.default{stroke:#aab4be}',
  '.best{stroke:#57d364}',
].join('');

const MARGIN = 16;
/** The gap between a label and its axis, and between the parts of a line of text. */
const GAP = 8;
const LINE_HEIGHT = 18;
const PIXELS_PER_TICK_DOWN = 24;
const MOST_TICKS = 11;
const SAMPLE_WIDTH = 20;
/** The distance from the base of a line of text to the middle of its capitals. */
const CAPITAL = (TEXT_SIZE * CAPITAL_HEIGHT) / 2;

export function figureSvg(figure: Figure, { width, height }: FigureSize): string {
  const { name, description, panels, title } = figure;
  const notes = figure.notes.flatMap((note) =>
    wrapped(note, (width - 2 * MARGIN) / textWidth('0', TEXT_SIZE)),
  );
  const titleHeight = title === undefined ? 0 : TITLE_SIZE + GAP;
  const top = MARGIN + titleHeight;
  const bottom = height - MARGIN - 2 * LINE_HEIGHT;
  const panelHeight = (bottom - top) / panels.length;
  const ticks = panels.map(({ y }) =>
    fittingTicks(y, MOST_TICKS, panelHeight - 2 * LINE_HEIGHT - GAP, () => PIXELS_PER_TICK_DOWN),
  );
  const gutter = Math.max(...ticks.flat().map(({ label }) => textWidth(label, TEXT_SIZE)));
  const left = MARGIN + gutter + GAP;
  const boxes = panels.map((_, i): PixelFrame => {
    const y = top + i * panelHeight + LINE_HEIGHT + GAP;
    const height = panelHeight - LINE_HEIGHT - GAP - LINE_HEIGHT;
    return { left, top: y, width: width - left - MARGIN, height };
  });

  const xTicks = fittingTicks(
    figure.x,
    MOST_TICKS,
    width - left - MARGIN,
    (label) => textWidth(label, TEXT_SIZE) + 2 * GAP,
  );
  const body = [
    ...(title === undefined
      ? []
      : [
          svgText(
            'title',
            MARGIN,
            MARGIN + TITLE_SIZE * 0.8,
            fitting(title, width - 2 * MARGIN, TITLE_SIZE),
          ),
        ]),
    ...panels.flatMap((panel, i) => {
      const box = boxes[i] as PixelFrame;
      return [
        ...headingOf(panel, box, width - MARGIN),
        ...gridOf(figure.x, xTicks, box, 'x'),
        ...gridOf(panel.y, ticks[i] as readonly Tick[], box, 'y'),
        svgShape('rect', 'frame', {
          x: box.left,
          y: box.top,
          width: box.width,
          height: box.height,
        }),
        ...panel.series.map((series) => drawn(series, figure.x, panel.y, box)),
      ];
    }),
    ...xTicks.map(({ value, label }) => {
      const box = boxes.at(-1) as PixelFrame;
      const middle = box.left + box.width * position(figure.x, value);
      const room = width - 2 - textWidth(label, TEXT_SIZE) / 2;
      const x = Math.min(middle, room);
      return svgText('tick-x', x, box.top + box.height + LINE_HEIGHT, label);
    }),
    svgText('tick-x', left + (width - left - MARGIN) / 2, bottom + 1.5 * LINE_HEIGHT, figure.xName),
    ...notes.map((note, i) => svgText('note', MARGIN, height + i * LINE_HEIGHT, note)),
  ];
  const total = height + notes.length * LINE_HEIGHT;
  const frame = { title: name, description, width, height: total, light: LIGHT, dark: DARK };
  return svgDocument(frame, body);
}

/** The heading of a panel, with its legend on the right. */
function headingOf(panel: Panel, box: PixelFrame, right: number): string[] {
  const baseline = box.top - GAP;
  const named = panel.series.filter(({ name }) => name !== undefined);
  const legend: string[] = [];
  let x = right;
  const full = named.map(({ name = '', detail }) =>
    detail === undefined ? name : `${name} (${detail})`,
  );
  const needed = textWidth(full.join('') + panel.heading, TEXT_SIZE);
  const hasRoom = needed + named.length * (SAMPLE_WIDTH + 3 * GAP) <= right - box.left;
  for (const [i, { name = '', look, kind }] of [...named.entries()].reverse()) {
    const label = hasRoom ? (full[i] as string) : name;
    x -= textWidth(label, TEXT_SIZE);
    legend.unshift(svgText('label', x, baseline, label));
    x -= SAMPLE_WIDTH + GAP;
    const y = baseline - CAPITAL;
    legend.unshift(
      kind === 'points'
        ? circle(look, x + SAMPLE_WIDTH / 2, y)
        : svgPath(look, `M${pair(x, y)}h${coordinate(SAMPLE_WIDTH)}`),
    );
    x -= GAP;
  }
  const heading = fitting(panel.heading, x - box.left - GAP, TEXT_SIZE);
  return [svgText('heading', box.left, baseline, heading), ...legend];
}

function gridOf(
  axis: Axis,
  ticks: readonly Tick[],
  { left, top, width, height }: PixelFrame,
  direction: 'x' | 'y',
): string[] {
  return ticks.flatMap(({ value, label }) => {
    const place = position(axis, value);
    const kind = value === 0 ? 'zero' : 'grid';
    if (direction === 'x') {
      const x = left + place * width;
      return [svgPath(kind, `M${pair(x, top)}v${coordinate(height)}`)];
    }
    const y = top + (1 - place) * height;
    return [
      svgPath(kind, `M${pair(left, y)}h${coordinate(width)}`),
      svgText('tick-y', left - GAP, y + CAPITAL, label),
    ];
  });
}

function drawn({ kind, look, pieces }: Series, xAxis: Axis, yAxis: Axis, box: PixelFrame): string {
  if (kind === 'line') {
    const lines = pieces.flatMap((piece) => clippedLines(piece, xAxis, yAxis));
    const data = pathData(lines, box);
    return data === '' ? '' : svgPath(look, data);
  }
  return pieces
    .flatMap((piece) => placesOf(piece, xAxis, yAxis))
    .map(({ x, y }) => circle(look, box.left + x * box.width, box.top + (1 - y) * box.height))
    .join('\n');
}

const RADIUS: Partial<Record<Look, number>> = { best: 6, default: 6 };
const USUAL_RADIUS = 3;

function circle(look: Look, x: number, y: number): string {
  return svgShape('circle', look, { cx: x, cy: y, r: RADIUS[look] ?? USUAL_RADIUS });
}

/** A text, shortened to the room there is. */
function fitting(content: string, room: number, size: number): string {
  return shortened(content, Math.max(4, Math.floor(room / textWidth('0', size))));
}
