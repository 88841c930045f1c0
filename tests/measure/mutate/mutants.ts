/**
 * @file The mutants of a file: every small change of its code, all of them in one text that switches between
 * them, so that modules are loaded and compiled once. `mutant$(17)` says whether the 17th is the one in force.
 */

import ts from 'typescript';

export interface Mutant {
  /** Path below src. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** What stands there. */
  readonly before: string;
  /** What the mutant has in its place; empty where a statement is left out. */
  readonly after: string;
}

const K = ts.SyntaxKind;

/** An operator, and what it is mistaken for. */
const OPERATORS = new Map<ts.SyntaxKind, readonly string[]>([
  [K.LessThanToken, ['<=', '>=']],
  [K.LessThanEqualsToken, ['<', '>']],
  [K.GreaterThanToken, ['>=', '<=']],
  [K.GreaterThanEqualsToken, ['>', '<']],
  [K.EqualsEqualsEqualsToken, ['!==']],
  [K.ExclamationEqualsEqualsToken, ['===']],
  [K.AmpersandAmpersandToken, ['||']],
  [K.BarBarToken, ['&&']],
  [K.QuestionQuestionToken, ['&&']],
  [K.PlusToken, ['-']],
  [K.MinusToken, ['+']],
  [K.AsteriskToken, ['/']],
  [K.SlashToken, ['*']],
  [K.PercentToken, ['*']],
  [K.AsteriskAsteriskToken, ['*']],
  [K.AmpersandToken, ['|']],
  [K.BarToken, ['&']],
  [K.LessThanLessThanToken, ['>>']],
  [K.GreaterThanGreaterThanToken, ['<<']],
  [K.GreaterThanGreaterThanGreaterThanToken, ['<<']],
  [K.PlusEqualsToken, ['-=']],
  [K.MinusEqualsToken, ['+=']],
  [K.AsteriskEqualsToken, ['/=']],
  [K.SlashEqualsToken, ['*=']],
]);

/** A method, and what it is mistaken for. */
const METHODS = new Map(
  [
    ['min', 'max'],
    ['some', 'every'],
    ['floor', 'ceil'],
    ['startsWith', 'endsWith'],
  ].flatMap(([a = '', b = '']) => [
    [a, b],
    [b, a],
  ]),
);

const isText = (node: ts.Node): boolean =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Small whole numbers count something: one more. Others are twice and half as large. */
function otherNumbers(text: string): readonly string[] {
  if (text.endsWith('n')) return [`(${text} + 1n)`];
  const value = Number(text.replaceAll('_', ''));
  if (Number.isInteger(value) && value < 10) return [String(value + 1)];
  return [String(2 * value), String(value / 2)];
}

/** Whether a literal names a property, or says something to the compiler. */
function isName(node: ts.Node): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isTaggedTemplateExpression(parent) ||
    ts.isExpressionStatement(parent)
  );
}

function* ofBinary(
  node: ts.BinaryExpression,
  textOf: (node: ts.Node) => string,
): Generator<string> {
  const { left, operatorToken, right } = node;
  // Texts are joined by a plus, and have no other sign.
  if (operatorToken.kind === K.PlusToken && (isText(left) || isText(right))) return;
  for (const other of OPERATORS.get(operatorToken.kind) ?? []) {
    // No operator of a value can stand before `**`, and `??` none beside `&&`.
    yield `(${textOf(left)}) ${other} (${textOf(right)})`;
  }
}

function* ofCall(node: ts.CallExpression, textOf: (node: ts.Node) => string): Generator<string> {
  const { expression, end } = node;
  if (!ts.isPropertyAccessExpression(expression)) return;
  const other = METHODS.get(expression.name.text);
  if (other === undefined) return;
  const text = textOf(node);
  const from = end - expression.name.getStart();
  const rest = text.slice(text.length - from + expression.name.text.length);
  yield `${text.slice(0, text.length - from)}${other}${rest}`;
}

/** Whether an expression decides which way is taken. */
function decides(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) &&
      parent.expression === node) ||
    ((ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node)
  );
}

/** The step of a loop: the other way it has no end, which any test notices, and late. */
const isIncrementor = (node: ts.Node): boolean =>
  ts.isForStatement(node.parent) && node.parent.incrementor === node;

/** What may stand in the place of an expression. */
function* alternatives(node: ts.Node, textOf: (node: ts.Node) => string): Generator<string> {
  if (ts.isBinaryExpression(node)) yield* ofBinary(node, textOf);
  if (ts.isCallExpression(node)) yield* ofCall(node, textOf);
  if (ts.isNumericLiteral(node) || ts.isBigIntLiteral(node)) {
    if (!isName(node)) yield* otherNumbers(textOf(node));
  } else if (isText(node)) {
    if (!isName(node)) yield textOf(node).length > 2 ? `''` : `'?'`;
  } else if (node.kind === K.TrueKeyword) yield 'false';
  else if (node.kind === K.FalseKeyword) yield 'true';
  else if (ts.isPrefixUnaryExpression(node)) {
    const { operator, operand } = node;
    if (operator === K.MinusToken || operator === K.ExclamationToken) yield textOf(operand);
    else if (operator === K.PlusPlusToken) yield `--${textOf(operand)}`;
  } else if (ts.isPostfixUnaryExpression(node) && !isIncrementor(node)) {
    const isMore = node.operator === K.PlusPlusToken;
    yield `${textOf(node.operand)}${isMore ? '--' : '++'}`;
  }
  if (decides(node)) {
    const isLoop = !ts.isIfStatement(node.parent) && !ts.isConditionalExpression(node.parent);
    if (!isLoop) yield 'true';
    yield 'false';
  }
}

/** Whether a statement can be left out, and the text is still a program. */
function canBeLeftOut(node: ts.Node): boolean {
  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return true;
  if (ts.isReturnStatement(node)) return node.expression === undefined;
  if (!ts.isExpressionStatement(node) || ts.isStringLiteral(node.expression)) return false;
  // Without the call of its parent no class can be made: that says nothing of tests.
  const { expression } = node;
  return !(ts.isCallExpression(expression) && expression.expression.kind === K.SuperKeyword);
}

/**
 * The numbers that a file has names for, `const MOST = 8` and `const [LEAST, MOST] = [1, 8]` outside all functions,
 * by name. They are changed where they are used: the file need not be loaded again.
 */
function namedNumbers(root: ts.SourceFile): ReadonlyMap<string, ts.NumericLiteral> {
  const found = new Map<string, ts.NumericLiteral>();
  const note = (name: ts.Node, value: ts.Node | undefined): void => {
    if (!ts.isIdentifier(name) || !/^[A-Z][A-Z\d_]*$/.test(name.text)) return;
    if (value && ts.isNumericLiteral(value)) found.set(name.text, value);
  };
  for (const statement of root.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers !== undefined) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      note(name, initializer);
      if (!ts.isArrayBindingPattern(name) || !initializer) continue;
      if (!ts.isArrayLiteralExpression(initializer)) continue;
      for (const [k, element] of name.elements.entries())
        if (ts.isBindingElement(element)) note(element.name, initializer.elements[k]);
    }
  }
  return found;
}

/** Whether a name stands for a value here, and is not that of a property or of what is declared. */
function isUsed(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent)) return parent.initializer === node;
  return !ts.isBindingElement(parent) && !ts.isShorthandPropertyAssignment(parent);
}

/** What has no code in it, or none that runs. */
function isOfTypes(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isTypeParameterDeclaration(node)
  );
}

/**
 * @param file path below src
 * @param source its text
 * @param first the number of its first mutant
 * @returns its mutants, and the text that has them all
 */
export function mutantsOf(
  file: string,
  source: string,
  first: number,
): { readonly mutants: readonly Mutant[]; readonly text: string } {
  const root = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const mutants: Mutant[] = [];
  const textOf = (node: ts.Node): string => source.slice(node.getStart(root), node.end);
  const named = namedNumbers(root);
  const literals = new Set<ts.Node>(named.values());
  /** The conditions under which a named number is another, and which one. */
  const switches = new Map<string, readonly (readonly [condition: string, other: string])[]>();

  function condition(node: ts.Node, after: string): string {
    const start = node.getStart(root);
    const line = root.getLineAndCharacterOfPosition(start).line + 1;
    mutants.push({ file, line, before: textOf(node), after });
    return `mutant$(${String(first + mutants.length - 1)})`;
  }

  /** The text of a node with the mutants of its parts. */
  function inner(node: ts.Node): string {
    let text = '';
    let at = node.getStart(root);
    ts.forEachChild(node, (child) => {
      const start = child.getStart(root);
      text += source.slice(at, start) + switched(child);
      at = child.end;
    });
    return text + source.slice(at, node.end);
  }

  function switchesOf(name: string, literal: ts.NumericLiteral) {
    const known = switches.get(name);
    if (known !== undefined) return known;
    const others = [...alternatives(literal, textOf)];
    const made = others.map((other) => [condition(literal, other), other] as const);
    switches.set(name, made);
    return made;
  }

  function switched(node: ts.Node): string {
    if (isOfTypes(node) || literals.has(node)) return textOf(node);
    if (ts.isIdentifier(node) && isUsed(node)) {
      const literal = named.get(node.text);
      const branches = literal && switchesOf(node.text, literal);
      if (branches) {
        const texts = branches.map(([when, other]) => `${when} ? ${other} : `);
        return `(${texts.join('')}${node.text})`;
      }
    }
    const others = [...alternatives(node, textOf)];
    const branches = others.map((other) => `${condition(node, other)} ? ${other} : `).join('');
    if (branches !== '') return `(${branches}${inner(node)})`;
    return canBeLeftOut(node) ? `{ if (!${condition(node, '')}) ${inner(node)} }` : inner(node);
  }

  const text = `const { mutant$ } = globalThis;${inner(root)}`;
  return { mutants, text };
}
