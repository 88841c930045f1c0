import { spawnSync } from 'node:child_process';
import { differentiate } from '../../../src/core/differentiate/differentiate';
import { type DrawnGraph, drawnGraph } from '../../../src/core/graph/drawn-graph';
import { parseChain } from '../../../src/functions/parse';
import { pictureOf } from '../../../src/report/graph/formats';
import { draw } from '../../support/drawn';
import { testWith } from '../../support/machine';
import { checkedSvg, elements } from '../../support/svg';
import { runs } from '../../support/portions';

const LESSON = 'square,exp,square';

function graphAt(chainText: string, x?: number): DrawnGraph {
  const chain = parseChain(chainText);
  if (x === undefined) return drawnGraph(chain);
  const options = { columns: [], trace: true };
  return drawnGraph(chain, differentiate(chain, Float64Array.of(x), options).trace);
}

/** Functions one after the other. */
function line(labels: readonly string[]): DrawnGraph['functions'] {
  return labels.map((label, i) => ({ label, inputs: [i], output: i + 1 }));
}

/** A graph with names that no catalogue has. */
function withNames(name: string): DrawnGraph {
  const figures = { data: 0, grad: 1 };
  const variables = ['x', 'y'].map((variable) => ({ name: variable, isConstant: false, figures }));
  return { formula: `${name}(x)`, isChain: true, variables, functions: line([name]) };
}

/** Long enough for several rows, with figures of every kind: the widest, infinite and NaN. */
const WIDE: DrawnGraph = {
  formula: 'f',
  isChain: true,
  variables: [1 / 3e-300, -1.2345678901234568e-250, Infinity, NaN, -0, 5e-324, 0.1, 1e21].map(
    (data, i) => ({ name: `v${String(i)}`, isConstant: false, figures: { data, grad: -data } }),
  ),
  functions: line(Array.from({ length: 7 }, (_, i) => `scale(-1.234567890123456${String(i)}e+99)`)),
};

test('a graph is plain data: the variables of the book and the functions between them', () => {
  expect(graphAt(LESSON)).toEqual({
    formula: 'square(exp(square(x)))',
    isChain: true,
    variables: ['x', 'a', 'b', 'y'].map((name) => ({ name, isConstant: false })),
    functions: line(['square', 'exp', 'square']),
  });
  expect(graphAt(LESSON, 0.5).variables).toEqual([
    { name: 'x', isConstant: false, figures: { data: 0.5, grad: 3.297442541400256 } },
    { name: 'a', isConstant: false, figures: { data: 0.25, grad: 3.297442541400256 } },
    {
      name: 'b',
      isConstant: false,
      figures: { data: 1.2840254166877414, grad: 2.568050833375483 },
    },
    { name: 'y', isConstant: false, figures: { data: 1.648721270700128, grad: 1 } },
  ]);
});

describe('text', () => {
  test("shows the book's figure: data above, gradients below, arrows forward and back", () => {
    expect(draw('text', graphAt(LESSON, 0.5), { precision: 6 })).toBe(`\
square(exp(square(x))) at x = 0.5

data    0.5                   0.25               1.28403                1.64872
        (x) ───→ [square] ───→ (a) ───→ [exp] ───→ (b) ───→ [square] ───→ (y)
grad  3.29744 ←───────────── 3.29744 ←────────── 2.56805 ←──────────────── 1
`);
  });

  test('goes on in the next row where the figures are long', () => {
    expect(draw('text', graphAt(LESSON, 0.5))).toBe(`\
square(exp(square(x))) at x = 0.5

data         0.5                             0.25
             (x) ────────→ [square] ────────→ (a) ────────→ [exp] ─→
grad  3.297442541400256 ←───────────── 3.297442541400256 ←──────────

data  1.2840254166877414                1.648721270700128
             (b) ─────────→ [square] ────────→ (y)
grad  2.568050833375483 ←────────────────────── 1
`);
  });

  test('without x is the chain alone', () => {
    expect(draw('text', graphAt('exp'))).toBe('exp(x)\n\n(x) ─→ [exp] ─→ (y)\n');
  });

  test('has an ASCII form in the same places', () => {
    const graph = graphAt(`${LESSON},scale(1.2345678901234567)`, 0.5);
    const text = draw('text', graph, { isAscii: true });
    expect(text).toMatch(/^[\n -~]+$/);
    expect(text).toContain('[scale(1.2345...]');
    const inAscii = draw('text', graph)
      .replaceAll('─', '-')
      .replaceAll('→', '>')
      .replaceAll('←', '<')
      .replace('[scale(1.234567…]', '[scale(1.2345...]');
    expect(inAscii).toBe(text);
  });

  test('of a long chain shows both ends, or all of it', () => {
    const graph = graphAt(Array<string>(100).fill('sin').join(','), 1);
    const text = draw('text', graph, { precision: 6 });
    expect(text.match(/\(\w+\) /g)?.length).toBeLessThan(20);
    for (const name of ['(x)', '(v1)', '(v7)', '(v93)', '(v99)', '(y)'])
      expect(text).toContain(name);
    expect(text).not.toMatch(/\(v8\)|\(v92\)/);
    expect(text).toMatch(/\(v7\) ─+→ … 86 functions … ─→\n/);
    expect(text).toMatch(/\n86 functions are left out; --whole shows them\n$/);
    const whole = draw('text', graph, { precision: 6, isWhole: true });
    expect(whole.match(/\[sin\]/g)).toHaveLength(100);
    expect(whole).not.toContain('left out');
  });

  test('of 24 functions leaves out none, of 25 does', () => {
    const count = (functions: number): number =>
      draw('text', graphAt(Array<string>(functions).fill('sin').join(','))).match(/\[sin\]/g)
        ?.length ?? 0;
    expect([count(24), count(25)]).toEqual([24, 14]);
  });

  test.each([
    ['the widest figures and names', WIDE],
    ['a chain of 100', graphAt(Array<string>(100).fill('sigmoid').join(','), -1e-9)],
    ['a chain of 100 without figures', graphAt(Array<string>(100).fill('abs').join(','))],
  ])('keeps to 80 columns: %s', (_, graph) => {
    for (const isWhole of [true, false]) {
      const lines = draw('text', graph, { isWhole }).split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
      expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
    }
  });

  test('puts the figures of each variable above and below it', () => {
    const lines = draw('text', graphAt('tanh,square,scale(2),add(1),log', 0.3), { precision: 6 });
    for (const block of lines.trimEnd().split('\n\n').slice(1)) {
      const [data = '', chain = '', grad = ''] = block.split('\n');
      for (const { index } of chain.matchAll(/\([a-y]\)/g)) {
        const middle = index + 1;
        for (const line of [data, grad])
          expect(line.slice(middle - 1, middle + 2)).toMatch(/[\d.]/);
      }
    }
  });
});

const NASTY = 'a"b\\c<d>&e;#`]})--|\'\u{1f600}';

describe('dot', () => {
  interface Node {
    readonly label: string;
    readonly shape: string;
    readonly color: string;
  }
  interface Parsed {
    readonly objects: readonly Node[];
    readonly edges: readonly { readonly tail: number; readonly head: number; style?: string }[];
  }

  /** The graph as Graphviz has understood it. */
  function parsed(text: string): Parsed {
    const { status, stdout, stderr } = spawnSync('dot', ['-Tdot_json'], {
      input: text,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    return JSON.parse(stdout) as Parsed;
  }

  test('is what Graphviz documents', () => {
    expect(draw('dot', graphAt('exp'))).toBe(`\
digraph g {
  label="exp(x)"
  labelloc=t
  rankdir=LR
  fontname="Helvetica"
  node [style=filled, fontname="Helvetica", color=orange, shape=ellipse]
  v0 [label="x"]
  v1 [label="y"]
  node [color=lightblue, shape=box]
  f1 [label="exp"]
  v0 -> f1 -> v1
}
`);
  });

  testWith('dot')('is accepted by Graphviz', () => {
    const { objects, edges } = parsed(draw('dot', graphAt(LESSON, 0.5)));
    expect(objects.map(({ label, shape, color }) => [label, shape, color])).toEqual([
      ['data 0.5\\nx\\ngrad 3.297442541400256', 'ellipse', 'orange'],
      ['data 0.25\\na\\ngrad 3.297442541400256', 'ellipse', 'orange'],
      ['data 1.2840254166877414\\nb\\ngrad 2.568050833375483', 'ellipse', 'orange'],
      ['data 1.648721270700128\\ny\\ngrad 1', 'ellipse', 'orange'],
      ['square', 'box', 'lightblue'],
      ['exp', 'box', 'lightblue'],
      ['square', 'box', 'lightblue'],
    ]);
    const ways = edges.map(
      ({ tail, head, style }) => `${String(tail)}-${String(head)} ${style ?? ''}`,
    );
    expect(ways.sort()).toEqual(
      ['0-4 ', '4-1 ', '1-5 ', '5-2 ', '2-6 ', '6-3 ']
        .concat([
          '3-6 dashed',
          '6-2 dashed',
          '2-5 dashed',
          '5-1 dashed',
          '1-4 dashed',
          '4-0 dashed',
        ])
        .sort(),
    );
  });

  testWith('dot')('shows every name as it is', () => {
    const { status, stdout } = spawnSync('dot', ['-Tsvg'], {
      input: draw('dot', withNames(NASTY)),
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('>a&quot;b\\c&lt;d&gt;&amp;e;#`]})&#45;&#45;|&#39;\u{1f600}</text>');
  });

  testWith('dot')('takes 10,000 functions', () => {
    const graph = graphAt(Array<string>(10_000).fill('sin').join(','), 1);
    const { status } = spawnSync('gc', ['-n'], { input: draw('dot', graph) });
    expect(status).toBe(0);
  });
});

describe('mermaid', () => {
  // Its parser is too large a package for these tests; by hand, Mermaid 11 draws what is below.
  test('is a flowchart with quoted labels', () => {
    expect(draw('mermaid', graphAt('square,add(-1)', 3))).toBe(`\
flowchart LR
  accTitle: add(square(x), -1) at x = 3
  v0(["data 3<br>x<br>grad 6"]):::variable
  v1(["data 9<br>a<br>grad 1"]):::variable
  v2(["data 8<br>y<br>grad 1"]):::variable
  f1["square"]:::function
  f2["add(-1)"]:::function
  v0 --> f1 --> v1
  v1 --> f2 --> v2
  v1 -.-> f1 -.-> v0
  v2 -.-> f2 -.-> v1
  classDef variable fill:#ffa500,stroke:#c77700,color:#000
  classDef function fill:#add8e6,stroke:#5b9bb5,color:#000
`);
  });

  test('has no character of a name that Mermaid would act upon', () => {
    const lines = draw('mermaid', withNames(NASTY)).split('\n');
    expect(lines.find((line) => line.startsWith('  f1['))).toBe(
      '  f1["a#34;b\\c#60;d#62;#38;e#59;#35;#96;]})--|\'\u{1f600}"]:::function',
    );
  });

  test('warns of more arrows than Mermaid draws: 2 a function, 4 with figures', () => {
    const warning = (functions: number, x?: number): string | undefined =>
      pictureOf('mermaid').warning?.(graphAt(Array<string>(functions).fill('sin').join(','), x));
    expect([warning(250), warning(125, 1)]).toEqual([undefined, undefined]);
    expect(warning(251)).toContain('this one has 502');
    expect(warning(126, 1)).toContain('this one has 504');
  });
});

describe('svg', () => {
  test("shows the book's figures", () => {
    const document = checkedSvg(draw('svg', graphAt(LESSON, 0.5)));
    const texts = elements(document, 'text').map((element) => [
      element.getAttribute('class'),
      element.textContent,
    ]);
    const of = (kind: string): (string | null)[] =>
      texts.filter(([name]) => name === kind).map(([, text]) => text as string | null);
    expect(of('title')).toEqual(['square(exp(square(x))) at x = 0.5']);
    expect(of('name')).toEqual(['square', 'exp', 'square', 'x', 'a', 'b', 'y']);
    expect(of('data')).toEqual(['0.5', '0.25', '1.2840254166877414', '1.648721270700128']);
    expect(of('grad')).toEqual([
      '3.297442541400256',
      '3.297442541400256',
      '2.568050833375483',
      '1',
    ]);
    const paths = elements(document, 'path').map((element) => element.getAttribute('class'));
    expect(paths.filter((name) => name === 'forward')).toHaveLength(6);
    expect(paths.filter((name) => name === 'backward')).toHaveLength(6);
  });

  test('says what it shows to those who cannot see it', () => {
    const described = (graph: DrawnGraph): (string | null)[] => {
      const document = checkedSvg(draw('svg', graph, { precision: 3 }));
      return ['title', 'desc'].map((name) => elements(document, name)[0]?.textContent ?? null);
    };
    expect(described(graphAt(LESSON, 0.5))).toEqual([
      'square(exp(square(x))) at x = 0.5',
      'From x = 0.5 through 3 functions to y = 1.65; the gradient goes back from 1 to 3.3.',
    ]);
    expect(described(graphAt('exp'))).toEqual(['exp(x)', 'From x to y through 1 function.']);
  });

  test('without x has no gradients and no arrows back', () => {
    const text = draw('svg', graphAt(LESSON));
    checkedSvg(text);
    expect(text).not.toMatch(/class="(?:backward|grad|data|legend)/);
  });

  test.each([
    ['the widest figures, infinities and NaN', WIDE],
    ['a hostile name', withNames(`${NASTY}</title><script>alert(1)</script>\u0000\ud800\uffff`)],
    ['hundreds of functions', graphAt(Array<string>(runs(500, 5)).fill('sin').join(','), 1)],
  ])('is sound with %s', (_, graph) => {
    const document = checkedSvg(draw('svg', graph));
    expect(elements(document, 'ellipse')).toHaveLength(graph.variables.length);
    expect(elements(document, 'rect')).toHaveLength(graph.functions.length + 1);
  });
});
