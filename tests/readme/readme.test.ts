import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../support/program';
import { runMain, words } from '../support/run-main';
import { checkedSvg } from '../support/svg';
import {
  examplesOf,
  filesOf,
  guidePages,
  isRunnable,
  PICTURES,
  picturesOf,
  readReadme,
  run,
  withTable,
} from './readme';

/** The cases of the table of checkers, as in tests/checkers/checkers.py. */
const COMPARED = [
  '--define f(x)=x*exp(-x);exp(-x)*(1-x)*1.001 --chain f --x 0.5',
  '--define f(x)=x*exp(-x);exp(-x)*(1-x)*1.000001 --chain f --x 0.5',
  '--define f(x)=exp(x*x)^2;4*x*exp(2*x*x) --chain f --x 1e-12',
  '--define f(x)=x*x;3*x --chain f --x 1e-12',
  '--chain relu --x 0',
  '--define f(x)=log(x);1/x --chain f --x -1',
  '--define f(x)=tanh(x);1-tanh(x)^2 --chain f --x 20',
];

const page = readReadme();
const blocks = examplesOf(page);

/** Each block of examples is run, and prints what the page shows. */
function showsWhatIsPrinted(page: string): void {
  test.each(examplesOf(page).map((block) => [block[0]?.command ?? '', block] as const))(
    'shows what the program prints: %s',
    (_, block) => {
      const outputs = run(block, page);
      for (const [i, example] of block.entries()) {
        if (!isRunnable(example)) continue;
        expect(`$ ${example.command}\n${outputs[i] ?? ''}`).toBe(
          `$ ${example.command}\n${example.output}`,
        );
      }
    },
  );

  for (const { command } of examplesOf(page)
    .flat()
    .filter((example) => !isRunnable(example))) {
    test.skip(`needs a program that this machine lacks: ${command}`, () => undefined);
  }
}

describe.each(guidePages())('the guide: %s', (path) => {
  showsWhatIsPrinted(readFileSync(path, 'utf8'));
});

describe('the README', () => {
  test("has the newcomer's two commands and its examples", () => {
    expect(page).toContain('npm install && npx dezero-cli diff --chain square,exp,square --x 0.5');
    expect(page).toContain('`npm cit`');
    expect(blocks.length).toBeGreaterThanOrEqual(8);
  });

  showsWhatIsPrinted(page);

  test('has a current table of functions', () => {
    expect(page).toBe(withTable(page));
  });

  test('compares the verdicts that check gives', async () => {
    const verdicts = [];
    for (const line of COMPARED) {
      const { stdout } = await runMain([...words('check --only verdict'), ...words(line)]);
      verdicts.push(stdout.trimEnd());
    }
    expect(page).toContain(`| dezero-cli check | ${verdicts.join(' | ')} |`);
  });

  test('has current pictures', () => {
    const pictures = [...picturesOf(page)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [name, text] of pictures) {
      expect(page).toContain(`](docs/${name})`);
      expect(readFileSync(join(PICTURES, name), 'utf8')).toBe(text);
      checkedSvg(text);
    }
  });

  test('links to files that are there', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(15);
    expect(links.filter((path) => !existsSync(join(REPOSITORY, path)))).toEqual([]);
  });
});

describe('the function to add', () => {
  let copy: string;

  beforeAll(() => {
    // Beside node_modules, so that the copy resolves its packages.
    copy = mkdtempSync(join(REPOSITORY, '.copy-'));
    for (const name of ['src', 'tests', '.config', 'package.json', 'tsconfig.json']) {
      cpSync(join(REPOSITORY, name), join(copy, name), { recursive: true });
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'));
    for (const [name, text] of filesOf(page)) {
      if (!name.startsWith('src/')) continue;
      // A contributor who follows the page has added it already.
      const source = readFileSync(join(copy, name), 'utf8');
      if (!source.includes(text.trim())) appendFileSync(join(copy, name), `\n${text}`);
    }
  });

  afterAll(() => {
    rmSync(copy, { recursive: true, force: true });
  });

  const inCopy = (
    program: string,
    ...args: string[]
  ): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(join(copy, 'node_modules/.bin', program), args, {
      cwd: copy,
      encoding: 'utf8',
    });
    return { status, output: stdout + stderr };
  };

  test('passes the tests of the catalogue and of the list', () => {
    const { status, output } = inCopy(
      'jest',
      'tests/functions/(?:catalogue|reference)',
      'tests/properties/(?:numerical|symmetry)',
      'tests/math/rounded',
      'tests/report/functions',
      '--verbose',
    );
    expect([status, output]).toEqual([
      0,
      expect.stringMatching(/hat\n(.*\n)* +✓ gradient check/) as string,
    ]);
  }, 60000);

  test('passes types, lint and format', () => {
    expect(inCopy('tsc', '--noEmit')).toEqual({ status: 0, output: '' });
    const eslint = ['src/functions'];
    expect(inCopy('eslint', ...eslint)).toEqual({ status: 0, output: '' });
    expect(inCopy('prettier', '--check', 'src/functions')).toMatchObject({ status: 0 });
  }, 60000);

  test('is found by the program, with nothing else edited', () => {
    const words = 'src/cli/run.ts diff --chain hat --x 0.25 --only backprop'.split(' ');
    const { status, output } = inCopy('ts-node', '-T', ...words);
    expect([status, output]).toEqual([0, '-1\n']);
  }, 60000);
});
