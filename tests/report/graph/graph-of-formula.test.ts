import { spawnSync } from 'node:child_process';
import type { Document, Element } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import type { DrawnGraph } from '../../../src/core/graph/drawn-graph';
import { parseChain, parseFormula } from '../../../src/functions/parse';
import { pictureOf } from '../../../src/report/graph/formats';
import { textWidth } from '../../../src/report/svg/document';
import { CHOICE, draw, drawnAt, polynomial, sharedLevels, TWO, X_EXP } from '../../support/drawn';
import { testWith } from '../../support/machine';
import { checkedSvg, elements } from '../../support/svg';
import { holdsForAll } from '../../support/holds-for-all';

describe('a graph that is no chain, as plain data', () => {
  test('has the text of each function, and roles where the order matters', () => {
    const told = ({ functions }: DrawnGraph) =>
      functions.map(({ text, roles }) => [text, roles?.join() ?? '']);
    expect(told(drawnAt(CHOICE))).toEqual([
      ['x > 0', '1st,2nd'],
      ['x ^ 2', ''],
      ['(1/3) * x', ''],
      ['a ? b : c', 'test,then,else'],
    ]);
    expect(told(drawnAt(parseFormula('x^3/max(x, -2) - 0.5^x')))).toEqual([
      ['x ^ 3', ''],
      ['max(x, -2)', ''],
      ['a / b', '1st,2nd'],
      ['0.5 ^ x', '1st,2nd'],
      ['c - d', '1st,2nd'],
    ]);
    expect(told(drawnAt(parseFormula('!(x == 2) ? x + -1 : x')))).toEqual([
      ['x == 2', ''],
      ['!a', ''],
      ['x + (-1)', ''],
      ['b ? c : x', 'test,then,else'],
    ]);
  });
});

describe('text', () => {
  test('lists the variables with what made them', () => {
    expect(draw('text', drawnAt(TWO, 2, 0.5), { precision: 6 })).toBe(`\
(x^2*sin(y) + exp(x*y))/(1 + y^2) at x = 2, y = 0.5

variable │ creator │ data ↓   │ grad ↑
─────────┼─────────┼──────────┼─────────
x        │         │ 2        │ 2.62147
y        │         │ 0.5      │ 4.19049
a        │ x ^ 2   │ 4        │ 0.38354
b        │ sin(y)  │ 0.479426 │ 3.2
c        │ a * b   │ 1.9177   │ 0.8
d        │ x * y   │ 1        │ 2.17463
e        │ exp(d)  │ 2.71828  │ 0.8
f        │ c + e   │ 4.63598  │ 0.8
g        │ y ^ 2   │ 0.25     │ -2.96703
h        │ 1 + g   │ 1.25     │ -2.96703
value    │ f / h   │ 3.70879  │ 1
`);
  });

  test('has an ASCII form, and one without figures', () => {
    expect(draw('text', drawnAt(CHOICE), { isAscii: true })).toBe(`\
x > 0 ? x^2 : 1/3*x

variable | creator
---------+----------
x        |
a        | x > 0
b        | x ^ 2
c        | (1/3) * x
y        | a ? b : c
`);
    expect(draw('text', drawnAt(CHOICE, 2), { isAscii: true })).toMatch(/^[\n -~]+$/);
  });

  test('of a constant, or of x itself, is what there is', () => {
    expect(draw('text', drawnAt(parseFormula('3')))).toContain('\nx        │\ny        │ 3\n');
    const text = draw('text', drawnAt(parseFormula('3'), 2));
    expect(text).toMatch(/\nx +│ +│ 2 +│ 0\ny +│ 3 +│ 3 +│ 1\n$/);
    expect(draw('text', drawnAt(parseFormula('x')))).toBe('x\n\n(x)\n');
  });

  test('shows both ends of a long one, or all of it', () => {
    const graph = drawnAt(sharedLevels(60), 0.3);
    const text = draw('text', graph, { precision: 6 });
    expect(text).toMatch(/\nv7 .*\n… +│ … +│ … +│ …\nv73 /);
    expect(text).toMatch(/\n65 variables are left out; --whole shows them\n$/);
    const whole = draw('text', graph, { precision: 6, isWhole: true });
    expect(whole.match(/^v\d+ /gm)).toHaveLength(79);
    expect(whole).not.toContain('left out');
  });

  test('keeps to 80 columns with the widest figures and names', () => {
    const name = 'the_rate_at_which_the_first_layer_learns';
    const formula = `1/scale(${name}, -1.2345678901234567e99) - ${name}^${name}`;
    for (const graph of [
      drawnAt(parseFormula(formula), 1.25e-200),
      drawnAt(sharedLevels(80), -1.25e-300),
    ]) {
      for (const isAscii of [true, false]) {
        // The first one is the formula.
        const [, ...lines] = draw('text', graph, { isAscii }).split('\n');
        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(80);
        expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
      }
    }
  });
});

describe('dot', () => {
  test('has each variable once, constants that look different, and the order of arguments', () => {
    expect(draw('dot', drawnAt(CHOICE, 2), { precision: 6 })).toBe(`\
digraph g {
  label="x > 0 ? x^2 : 1/3*x at x = 2"
  labelloc=t
  rankdir=LR
  fontname="Helvetica"
  edge [fontname="Helvetica", fontsize=10]
  node [style=filled, fontname="Helvetica", color=orange, shape=ellipse]
  v0 [label="data 2\\nx\\ngrad 4"]
  v1 [label="0", style=dashed, color=gray40]
  v2 [label="data 1\\na\\ngrad 0"]
  v3 [label="data 4\\nb\\ngrad 1"]
  v4 [label="1/3", style=dashed, color=gray40]
  v5 [label="data 0.666667\\nc\\ngrad 0"]
  v6 [label="data 4\\ny\\ngrad 1"]
  node [color=lightblue, shape=box]
  f1 [label=">"]
  f2 [label="pow(2)"]
  f3 [label="*"]
  f4 [label="?:"]
  v0 -> f1 [label="1st"]
  v1 -> f1 [label="2nd"]
  f1 -> v2
  v0 -> f2 -> v3
  v4 -> f3 -> v5
  v0 -> f3
  v2 -> f4 [label="test"]
  v3 -> f4 [label="then"]
  v5 -> f4 [label="else"]
  f4 -> v6
  edge [style=dashed, color=firebrick, constraint=false]
  v2 -> f1 -> v0
  v3 -> f2 -> v0
  v5 -> f3 -> v0
  v6 -> f4 -> v2
  f4 -> v3
  f4 -> v5
}
`);
  });

  testWith('dot')('is accepted by Graphviz', () => {
    for (const graph of [X_EXP, TWO, CHOICE, sharedLevels(30), polynomial(10)]) {
      const drawn = drawnAt(graph, ...graph.inputs.map(() => 0.5));
      const { status, stdout, stderr } = spawnSync('dot', ['-Tdot_json'], {
        input: draw('dot', drawn),
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      const { objects, edges } = JSON.parse(stdout) as { objects: object[]; edges: object[] };
      expect(objects).toHaveLength(drawn.variables.length + drawn.functions.length);
      const uses = drawn.functions.flatMap(({ inputs }) => inputs);
      const constant = uses.filter((at) => drawn.variables[at]?.isConstant === true);
      const forward = uses.length + drawn.functions.length;
      expect(edges).toHaveLength(2 * forward - constant.length);
    }
  });
});

describe('mermaid', () => {
  /** Each line in the part of Mermaid's grammar that is used here. */
  const LINES = [
    /^ {2}accTitle: .+$/,
    /^ {2}v\d+\(\["[^"`]+"\]\):::(variable|constant)$/,
    /^ {2}f\d+\["[^"`]+"\]:::function$/,
    /^ {2}[vf]\d+( --> [vf]\d+){1,2}$/,
    /^ {2}v\d+ -->\|"[^"|]+"\| f\d+$/,
    /^ {2}[vf]\d+( -\.-> [vf]\d+){1,2}$/,
    /^ {2}classDef \w+ fill:#\w+,stroke:#\w+,color:#\w+(,stroke-dasharray:3 2)?$/,
  ];

  test('has the same arrows, in its grammar', () => {
    for (const graph of [X_EXP, TWO, CHOICE, polynomial(10)]) {
      const text = draw('mermaid', drawnAt(graph, ...graph.inputs.map(() => 0.5)));
      const [head, ...lines] = text.trimEnd().split('\n');
      expect(head).toBe('flowchart LR');
      expect(lines.filter((line) => !LINES.some((form) => form.test(line)))).toEqual([]);
    }
    const text = draw('mermaid', drawnAt(CHOICE, 2), { precision: 6 });
    for (const line of [
      'v1(["0"]):::constant',
      'v0 -->|"1st"| f1',
      'v5 -->|"else"| f4',
      'v5 -.-> f3 -.-> v0',
      'f4 -.-> v5',
    ]) {
      expect(text).toContain(`  ${line}\n`);
    }
    expect(text).not.toMatch(/-\.-> v[14]\n/);
  });

  test('has signs as entities, as one by itself would begin a list', () => {
    const text = draw('mermaid', drawnAt(parseFormula('x*(-1) - x')));
    for (const label of ['"#42;"', '"#45;"', '"#45;1"']) expect(text).toContain(label);
  });
});

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const of = (name: string, element: Element | null | undefined): number =>
  Number(element?.getAttribute(name));

/** Variables, functions and constants. */
function shapesOf(document: Document): Rectangle[] {
  const ellipses = elements(document, 'ellipse').map((e) => ({
    left: of('cx', e) - of('rx', e),
    right: of('cx', e) + of('rx', e),
    top: of('cy', e) - of('ry', e),
    bottom: of('cy', e) + of('ry', e),
  }));
  const boxes = elements(document, 'rect').slice(1);
  const rectangles = boxes.map((e) => ({
    left: of('x', e),
    right: of('x', e) + of('width', e),
    top: of('y', e),
    bottom: of('y', e) + of('height', e),
  }));
  return [...ellipses, ...rectangles];
}

function figuresOf(document: Document): Rectangle[] {
  return elements(document, 'text').flatMap((e) => {
    if (!/^(data|grad)$/.test(e.getAttribute('class') ?? '')) return [];
    const half = textWidth(e.textContent ?? '', 14) / 2;
    const [x, y] = [of('x', e), of('y', e)];
    return [{ left: x - half, right: x + half, top: y - 10, bottom: y }];
  });
}

/** Points along a path of lines and curves. */
function pointsOf(path: string): [number, number][] {
  const points: [number, number][] = [];
  let [x, y] = [0, 0];
  const to = (nextX: number, nextY: number, curve?: readonly number[]): void => {
    const [c = x, , e = nextX] = curve ?? [];
    for (let i = 1; i <= 20; i++) {
      const t = i / 20;
      const s = 1 - t;
      if (curve === undefined) points.push([x + (nextX - x) * t, y + (nextY - y) * t]);
      else {
        const blend = (p: number, q: number, r: number, u: number): number =>
          s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * u;
        points.push([blend(x, c, e, nextX), blend(y, y, nextY, nextY)]);
      }
    }
    [x, y] = [nextX, nextY];
  };
  for (const [, command, given = ''] of path.matchAll(/([MLHC])([^MLHC]*)/g)) {
    const numbers = given.trim().split(' ').map(Number);
    const [a = 0, b = 0] = numbers;
    if (command === 'M') [x, y] = [a, b];
    else if (command === 'H') to(a, y);
    else if (command === 'L') to(a, b);
    else to(numbers[4] as number, numbers[5] as number, numbers);
  }
  return points;
}

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** What is promised of every picture: all of it is within, nodes are apart, arrows meet no node or figure. */
function checkedPicture(graph: DrawnGraph, precision = 6): Document {
  const document = checkedSvg(draw('svg', graph, { precision }));
  const root = document.documentElement;
  const [width, height] = [of('width', root), of('height', root)];
  const shapes = shapesOf(document);
  expect(shapes).toHaveLength(graph.variables.length + graph.functions.length);
  const obstacles = [...shapes, ...figuresOf(document)];
  for (const { left, right, top, bottom } of obstacles) {
    expect(left >= 10 && right <= width - 10 && top >= 40 && bottom <= height - 10).toBe(true);
  }
  for (const [i, shape] of shapes.entries()) {
    expect(shapes.slice(i + 1).filter((other) => overlap(shape, other))).toEqual([]);
  }
  const paths = elements(document, 'path').filter((e) =>
    /^(forward|backward)$/.test(e.getAttribute('class') ?? ''),
  );
  for (const path of paths) {
    const hit = pointsOf(path.getAttribute('d') ?? '').filter(([x, y]) =>
      obstacles.some((o) => x > o.left && x < o.right && y > o.top && y < o.bottom),
    );
    expect([path.getAttribute('d'), hit]).toEqual([path.getAttribute('d'), []]);
  }
  return document;
}

describe('svg', () => {
  test.each<[string, DrawnGraph]>([
    ['x*exp(-x)', drawnAt(X_EXP, 3)],
    ['two variables', drawnAt(TWO, 2, 0.5)],
    ['two variables without figures', drawnAt(TWO)],
    ['a choice', drawnAt(CHOICE, 2)],
    ['thirty levels of shared variables', drawnAt(sharedLevels(30), 0.3)],
    ['a polynomial', drawnAt(polynomial(8), 0.3)],
    ['x twice', drawnAt(parseFormula('x + x'), 3)],
    ['a constant', drawnAt(parseFormula('3'), 3)],
    ['a chain of 100', drawnAt(parseChain(Array<string>(50).fill('sin,exp').join(',')), 0.5)],
  ])('is clear: %s', (_, graph) => {
    checkedPicture(graph);
    checkedPicture(graph, 17);
  });

  test('is clear whatever the graph', () => {
    const made: readonly ((a: string, b: string, c: string) => string)[] = [
      (a, b) => `(${a} + ${b})`,
      (a, b) => `(${a} - ${b})`,
      (a) => `sin(${a})`,
      (a, b) => `max(${a}, ${b})`,
      (a, b, c) => `(${a} > 0 ? ${b} : ${c})`,
    ];
    const step = fc.tuple(fc.constantFrom(...made), fc.tuple(fc.nat(), fc.nat(), fc.nat()));
    holdsForAll(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        const parts = ['x', 'y', '2', '0.5'];
        for (const [make, picks] of steps) {
          const [a = '', b = '', c = ''] = picks.map((at) => parts[at % parts.length]);
          parts.push(make(a, b, c));
        }
        const graph = parseFormula(`f(x, y) = ${parts.at(-1) ?? ''}`);
        checkedPicture(drawnAt(graph, 0.25, 0.75), 17);
      }),
      40,
    );
  });

  test('has arrows back for all but constants, and says what the inputs are', () => {
    const document = checkedPicture(drawnAt(CHOICE, 2));
    const count = (name: string): number =>
      elements(document, 'path').filter((e) => e.getAttribute('class') === name).length;
    expect([count('forward'), count('backward')]).toEqual([12, 10]);
    const texts = (kind: string) =>
      elements(document, 'text').flatMap((e) =>
        e.getAttribute('class') === kind ? [e.textContent] : [],
      );
    expect(texts('number')).toEqual(['0', '1/3']);
    expect(texts('role')).toEqual(['1st', '2nd', 'test', 'then', 'else']);
    expect(elements(document, 'desc')[0]?.textContent).toBe(
      'From x = 2 through 4 functions to y = 4; the gradient goes back from 1 to 4.',
    );
  });

  test('folds where a single arrow leads on, and nowhere else', () => {
    const width = (graph: DrawnGraph): number => of('width', checkedPicture(graph).documentElement);
    const chain = parseChain(Array<string>(60).fill('sigmoid,add(1.5)').join(','));
    expect(width(drawnAt(chain, 1))).toBeLessThanOrEqual(960);
    expect(width(drawnAt(sharedLevels(30), 0.3))).toBeLessThanOrEqual(1100);
    expect(width(drawnAt(polynomial(8), 0.3))).toBeGreaterThan(1500);
  });

  test('of 500 functions is drawn, of many long arrows refused', () => {
    const refusal = (graph: DrawnGraph) => pictureOf('svg').refusal?.(graph);
    expect(refusal(drawnAt(parseChain(Array<string>(500).fill('sin').join(','))))).toBe(undefined);
    expect(refusal(drawnAt(polynomial(40)))).toBe(undefined);
    expect(refusal(drawnAt(polynomial(100)))).toMatch(
      /^draws no graph in which so many long arrows/,
    );
  });
});
