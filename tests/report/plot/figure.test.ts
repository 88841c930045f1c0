import fc from 'fast-check';
import { evenlySpaced } from '../../../src/core/differentiate/grid';
import { sampleCurve } from '../../../src/core/plot/sample-curve';
import { ASCII, BRAILLE, Canvas } from '../../../src/report/plot/canvas';
import { clippedLines } from '../../../src/report/plot/clip';
import type { Axis, Figure, Panel } from '../../../src/report/plot/figure';
import { rangeOf } from '../../../src/report/plot/range';
import { figureSvg } from '../../../src/report/plot/svg';
import { pathData } from '../../../src/report/plot/svg-path';
import { figureText } from '../../../src/report/plot/text';
import { plainPaint } from '../../../src/report/formats/format';
import { checkedSvg, elements } from '../../support/svg';
import { holdsForAll } from '../../support/holds-for-all';
import { runs } from '../../support/portions';

const UNIT: Axis = { min: 0, max: 1, scale: 'linear' };

function textOf(canvas: Canvas): string[] {
  return Array.from(canvas.lines(), (parts) => parts.map(({ text }) => text).join(''));
}

describe('a canvas', () => {
  // https://www.unicode.org/charts/PDF/U2800.pdf: dots 1 2 3 7 are the left column, 4 5 6 8 the right one.
  test.each([
    [0, 1, '⠁'],
    [0, 2 / 3, '⠂'],
    [0, 1 / 3, '⠄'],
    [0, 0, '⡀'],
    [1, 1, '⠈'],
    [1, 2 / 3, '⠐'],
    [1, 1 / 3, '⠠'],
    [1, 0, '⢀'],
  ])('of one character of Braille has at (%d, %d) the dot %s', (x, y, expected) => {
    const canvas = new Canvas(1, 1, BRAILLE);
    canvas.line({ x, y }, { x, y }, 'value');
    expect(textOf(canvas)).toEqual([expected]);
  });

  test('joins two points by a line without holes', () => {
    const canvas = new Canvas(8, 2, BRAILLE);
    canvas.line({ x: 0, y: 0 }, { x: 1, y: 1 }, 'value');
    expect(textOf(canvas)).toEqual(['    ⣀⠤⠒⠉', '⣀⠤⠒⠉    ']);
  });

  test('of ASCII has three dots in a character', () => {
    const canvas = new Canvas(9, 1, ASCII);
    canvas.line({ x: 0, y: 0 }, { x: 1, y: 1 }, 'value');
    expect(textOf(canvas)).toEqual(["...----''"]);
    canvas.line({ x: 0, y: 0 }, { x: 0, y: 1 }, 'value');
    expect(textOf(canvas)).toEqual(["|..----''"]);
  });

  test('has marks over its dots', () => {
    const canvas = new Canvas(3, 1, BRAILLE);
    canvas.line({ x: 0, y: 0 }, { x: 1, y: 0 }, 'value');
    canvas.mark(0.5, 0, 'o', 'numerical');
    expect(textOf(canvas)).toEqual(['⣀o⣀']);
  });
});

describe('a line that leaves the frame', () => {
  test.each<[string, string, string[]]>([
    ['stays as it is inside', '0.1,0.2 0.5,1', ['0.1,0.2 0.5,1']],
    ['is cut where it leaves', '0,0 1,2', ['0,0 0.5,1']],
    ['is cut where it enters', '0,-1 1,1', ['0.5,0 1,1']],
    ['has parts', '0,0 0.25,2 0.5,0', ['0,0 0.125,1', '0.375,1 0.5,0']],
    ['is nothing outside', '0,2 1,3', []],
    ['may go through', '0.5,-1 0.5,9', ['0.5,0 0.5,1']],
  ])('%s', (_, points, expected) => {
    const [x = [], y = []] = [0, 1].map((k) =>
      points.split(' ').map((point) => Number(point.split(',')[k])),
    );
    const lines = clippedLines({ x, y }, UNIT, UNIT).map((line) => [
      ...new Set(line.map((point) => `${String(point.x)},${String(point.y)}`)),
    ]);
    expect(lines.map((line) => line.join(' '))).toEqual(expected);
  });
});

describe('the range of the values', () => {
  const range = (f: (x: number) => number, points?: number[]): [number, number] => {
    const curve = sampleCurve((x) => x.map(f), evenlySpaced(-5, 5, 1001));
    const piece = points && { x: points.map(() => 0), y: points };
    const { min, max } = rangeOf(curve, piece);
    return [min, max];
  };

  test('is that of all, with round ends', () => {
    expect(range(Math.exp)).toEqual([0, 150]);
    expect(range((x) => x * x - 1)).toEqual([-5, 25]);
  });

  test('of a constant has it in the middle', () => {
    expect(range(() => 3)).toEqual([1, 5]);
    expect(range(() => 0)).toEqual([-1, 1]);
    expect(range(() => -1e308)[0]).toBeLessThan(-1e308);
  });

  test('does not magnify how numbers are rounded', () => {
    expect(range((x) => 1 + (x > 0 ? Number.EPSILON : 0))).toEqual([0.4, 1.6]);
  });

  test('takes in points that differ from the curve', () => {
    expect(range(() => 1, [1 + 1e-9])).toEqual([0.4, 1.6]);
    expect(range(() => 1, [9])).toEqual([0, 10]);
  });

  test('leaves out what is far up or down a pole', () => {
    const [min, max] = range((x) => 1 / x);
    expect(max).toBeGreaterThan(1);
    expect(max).toBeLessThan(20);
    expect(min).toBe(-max);
  });

  test('leaves out as much of a curve that goes one way as of one that goes both', () => {
    // 1/x leaves at 4, beyond a tenth of x and half as much again; so does 1/x^2, at 1/0.5^2 and half.
    expect(range((x) => 1 / x)).toEqual([-4, 4]);
    expect(range((x) => 1 / (x * x))).toEqual([0, 6]);
    expect(range((x) => -1 / (x * x)).map(Math.abs)).toEqual([6, 0]);
  });

  test('leaves out what oscillates without bound, up and down', () => {
    const [min, max] = range((x) => -Math.cos(1 / x) / (x * x));
    expect([min > -20, max < 20]).toEqual([true, true]);
  });

  test('leaves out nothing that is bounded: beside a pole the other way, or anywhere', () => {
    expect(range((x) => (x < 0 ? x : 1 / x))[0]).toBeLessThanOrEqual(-5);
    const dip = (x: number): number => -100 * Math.exp(-1e4 * (x - 2) * (x - 2));
    expect(range((x) => 1 / (x * x) + dip(x))[0]).toBeLessThanOrEqual(-99);
    // Half a hundredth of the curve beside the pole it is taken for a part of that.
    expect(range((x) => 1 / (x * x) + 1e3 * dip(x + 1.95))[0]).toBeGreaterThan(-99);
    expect(range((x) => 1000 / Math.cosh(1000 * x))).toEqual([0, 1000]);
  });

  test('does not follow points up a pole, but to where the others are', () => {
    const beside = Array.from({ length: 19 }, (_, i) => 1 / (i - 9.5));
    expect(range((x) => 1 / x, [...beside, 1e4, -1e4])).toEqual([-4, 4]);
    expect(
      range(
        (x) => 1 / (x * x),
        Array.from({ length: 21 }, (_, i) => -i),
      )[0],
    ).toBe(-20);
  });
});

describe('the data of a path', () => {
  const box = { left: 0, top: 0, width: 600, height: 200 };

  function pointsOf(data: string): [number, number][] {
    return [...data.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  }

  test('goes through every point, or close by', () => {
    const line = Array.from({ length: 1000 }, (_, i) => {
      const x = i / 999;
      return { x, y: 0.5 + 0.5 * Math.sin(20 * x) };
    });
    const corners = pointsOf(pathData([line], box));
    expect(corners.length).toBeLessThan(300);
    for (const { x, y } of line) {
      const [px, py] = [600 * x, 200 * (1 - y)];
      const i = corners.findIndex(([cx]) => cx >= px - 0.006);
      const [[ax, ay], [bx, by]] = [corners[Math.max(0, i - 1)] ?? [0, 0], corners[i] ?? [0, 0]];
      const share = bx === ax ? 1 : (px - ax) / (bx - ax);
      // As far up or down, which is farther than from the line: its slope is at most 6.7.
      expect(Math.abs(ay + share * (by - ay) - py)).toBeLessThan(0.45);
    }
  });

  test('keeps the highest and the lowest of very many points', () => {
    const length = runs(1_000_000, 5);
    const line = Array.from({ length }, (_, i) => {
      const y = i === length / 8 ? 1 : i === 0.65 * length ? 0 : 0.5 + 1e-3 * Math.sin(i);
      return { x: i / (length - 1), y };
    });
    const data = pathData([line], box);
    const ys = pointsOf(data).map(([, y]) => y);
    expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, 200]);
    expect(data.length).toBeLessThan(50000);
  });
});

/** A figure of any numbers and texts. */
function figureOf(piece: { x: number[]; y: number[] }, x: Axis, y: Axis, text = 'f'): Figure {
  const panel: Panel = {
    heading: text,
    y,
    series: [
      { look: 'backprop', kind: 'line', pieces: [piece], name: text },
      { look: 'numerical', kind: 'points', pieces: [piece], name: text, detail: text },
    ],
  };
  return {
    title: text,
    name: text,
    description: text,
    x,
    xName: 'x',
    panels: [panel, panel],
    notes: [text],
  };
}

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
const axes = fc
  .uniqueArray(doubles, { minLength: 2, maxLength: 2, comparator: (a, b) => a === b })
  .map(([a = 0, b = 1]): Axis => ({ min: Math.min(a, b), max: Math.max(a, b), scale: 'linear' }));

describe('a figure of any numbers', () => {
  const figures = fc
    .tuple(fc.array(fc.tuple(doubles, doubles), { maxLength: 20 }), axes, axes)
    .map(([points, x, y]) => {
      const sorted = points.toSorted(([a], [b]) => a - b);
      return figureOf({ x: sorted.map(([a]) => a), y: sorted.map(([, b]) => b) }, x, y);
    });

  test('is an SVG of finite numbers', () => {
    holdsForAll(
      fc.property(figures, (figure) => {
        checkedSvg(figureSvg(figure, { width: 720, height: 480 }));
      }),
      200,
    );
  });

  test('is a text of so many lines', () => {
    holdsForAll(
      fc.property(figures, fc.integer({ min: 40, max: 200 }), (figure, width) => {
        const options = { width, height: 23, isAscii: true, paint: plainPaint };
        const text = figureText(figure, options);
        expect(text).toMatch(/^[\n -~]*$/);
        expect(text.split('\n')).toHaveLength(23 + 1 + 1);
      }),
      200,
    );
  });
});

test('texts of any kind stay texts in an SVG', () => {
  holdsForAll(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      const figure = figureOf({ x: [0, 1], y: [0, 1] }, UNIT, UNIT, `a${text}`);
      const document = checkedSvg(figureSvg(figure, { width: 720, height: 480 }));
      expect(elements(document, 'path').length).toBeGreaterThan(0);
    }),
    200,
  );
  const hostile = '</title><script>alert(1)</script>';
  const svg = figureSvg(figureOf({ x: [0, 1], y: [0, 1] }, UNIT, UNIT, hostile), {
    width: 720,
    height: 480,
  });
  expect(svg).not.toContain('<script');
  expect(elements(checkedSvg(svg), 'title')[0]?.textContent).toBe(hostile);
});
