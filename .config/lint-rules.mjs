// What lint refuses of us beside the rules that come with it: each rule is what not to write, and
// what to write instead. `.oxlintrc.json` says where each holds.

/** A rule that refuses the syntax of each selector, as no-restricted-syntax of ESLint does. */
function refused(messages) {
  const listeners = (context) =>
    Object.entries(messages).map(([selector, message]) => [
      selector,
      (node) => context.report({ node, message }),
    ]);
  return { create: (context) => Object.fromEntries(listeners(context)) };
}

const CALLED = 'CallExpression[callee';

const rules = {
  /** What Node and JavaScript do wrong at the edges. */
  edges: refused({
    "MemberExpression[object.name='console']":
      'console hides a full disk: return text, and let Io write it.',
    "MemberExpression[object.name='process'][property.name=/^(exit|stdout|stdin|stderr)$/]":
      'It loses output: use Io, and return the exit status.',
    'ImportDeclaration[source.value=/^(node:)?process$/]':
      'Importing process opens stdout as a stream: use globalThis.process.',
    ForInStatement: 'It walks the prototype: use Object.entries.',
    "NewExpression[callee.name='Function'][arguments.length>0]": 'No code from text.',
  }),
  /** But for the one place that starts a program. */
  processes: refused({
    'ImportDeclaration[source.value=/^(node:)?(child_process|vm)$/]':
      'Input is data; programs are started in one place.',
  }),
  /** But for the one place where text becomes a number. */
  'number-parsing': refused({
    [`${CALLED}.name=/^(Number|parseFloat|parseInt)$/]`]:
      'They read 0x10, "" and "1_000": use parseNumber.',
    [`${CALLED}.property.name=/^(parseFloat|parseInt)$/]`]:
      'They read "0,5" as 0: use parseNumber.',
  }),
  /** But for the one place where digits are left out. */
  rounding: refused({
    [`${CALLED}.property.name=/^(toFixed|toPrecision|toLocaleString)$/]`]:
      'Digits are lost: use formatNumber; tables round in report/text/number-text.ts.',
  }),
  /** Engines differ in the last digit of these; + - * / and sqrt they must all get right. */
  'math-room-only': refused({
    "MemberExpression[object.name='Math'][property.name=/^(exp|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|cbrt|hypot|E|PI|LN2|LN10|LOG2E|LOG10E|SQRT2|SQRT1_2)$/]":
      'Its last digit depends on the engine: use the math room.',
  }),
  power: refused({
    "BinaryExpression[operator='**']":
      '10 ** -4 is not 1e-4 in every version of Node: write the literal.',
  }),
  'pairs-of-values': refused({
    "VariableDeclarator[id.type='ArrayPattern']:matches([init.type='ArrayExpression'], [init.expression.type='ArrayExpression']):not(:has(SpreadElement))":
      'Two values through a list are harder to read, and in diffs: a declaration each.',
  }),
};

export default { meta: { name: 'house' }, rules };
