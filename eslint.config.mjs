import js from '@eslint/js';
import tseslint from 'typescript-eslint';

/** Refused everywhere but where programs are started. */
const PROCESSES = {
  selector: 'ImportDeclaration[source.value=/^(node:)?(child_process|vm)$/]',
  message: 'Input is data; programs are started in one place.',
};

/** What Node and JavaScript do wrong at the edges, and the one place that does it right. */
const RELIABLE_IO = [
  {
    selector: "MemberExpression[object.name='console']",
    message: 'console hides a full disk: return text, and let Io write it.',
  },
  {
    selector:
      "MemberExpression[object.name='process'][property.name=/^(exit|stdout|stdin|stderr)$/]",
    message: 'It loses output: use Io, and return the exit status.',
  },
  {
    selector: 'ImportDeclaration[source.value=/^(node:)?process$/]',
    message: 'Importing process opens stdout as a stream: use globalThis.process.',
  },
  PROCESSES,
  {
    selector: 'CallExpression[callee.name=/^(Number|parseFloat|parseInt)$/]',
    message: 'They read 0x10, "" and "1_000": use parseNumber.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(parseFloat|parseInt)$/]',
    message: 'They read "0,5" as 0: use parseNumber.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(toFixed|toPrecision|toLocaleString)$/]',
    message: 'Digits are lost: use formatNumber; tables round in report/number-text.ts.',
  },
  { selector: 'ForInStatement', message: 'It walks the prototype: use Object.entries.' },
  {
    selector: "NewExpression[callee.name='Function'][arguments.length>0]",
    message: 'No code from text.',
  },
];

/** Engines differ in the last digit of these; + - * / and sqrt they must all get right. */
const MATH_ROOM_ONLY = {
  selector:
    "MemberExpression[object.name='Math'][property.name=/^(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot|E|PI|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)$/]",
  message: 'Its last digit depends on the engine: use the math room.',
};

const POWER_OPERATOR = {
  selector: "BinaryExpression[operator='**']",
  message: '10 ** -4 is not 1e-4 in every version of Node: write the literal.',
};

export default tseslint.config(
  { ignores: ['dist', '.coverage', 'node_modules'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { project: ['tests/tsconfig.json'], tsconfigRootDir: process.cwd() },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...RELIABLE_IO, MATH_ROOM_ONLY, POWER_OPERATOR],
      'max-lines': ['error', 250],
    },
  },
  {
    // A list of entries, not of steps: it may be long.
    files: ['src/functions/**/*.ts'],
    rules: { 'max-lines': ['error', 600] },
  },
  {
    // The number parser is the one place where text becomes a number.
    files: ['src/core/text/parse-number.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...RELIABLE_IO.filter(({ selector }) => !selector.includes('Number|')),
        MATH_ROOM_ONLY,
        POWER_OPERATOR,
      ],
    },
  },
  {
    // Tables are the one place where digits are left out.
    files: ['src/report/text/number-text.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...RELIABLE_IO.filter(({ selector }) => !selector.includes('toFixed')),
        MATH_ROOM_ONLY,
        POWER_OPERATOR,
      ],
    },
  },
  {
    // The one place that starts a program.
    files: ['src/cli/foreign/run-program.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...RELIABLE_IO.filter((rule) => rule !== PROCESSES),
        MATH_ROOM_ONLY,
        POWER_OPERATOR,
      ],
    },
  },
  {
    files: ['src/math/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...RELIABLE_IO, POWER_OPERATOR] },
  },
  {
    files: ['bin/**/*.js'],
    languageOptions: {
      sourceType: 'commonjs',
      globals: {
        require: 'readonly',
        process: 'readonly',
        console: 'readonly',
        __dirname: 'readonly',
      },
    },
  },
);
