// A step of `npm run build`: what an editor shows of the functions of the catalogue on hover. Their texts
// stand in their entries; here they are put before the declarations, in dist/functions/*.d.ts.
'use strict';

const { readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const library = require('../dist/index.js');
const { listRow } = require('../dist/report/functions.js');

const FOLDER = join(__dirname, '../dist/functions');
const DECLARATION = /(?:^\/\*\*(?:(?!\*\/)[^])*\*\/\n)?^export declare const (\w+): /gm;

const { entries, operations } = library.catalogue;

/** The entries that an export stands for: a class for itself, a plain function for those of its name. */
function entriesOf(name) {
  const exported = library[name];
  if (exported?.definition !== undefined) return [exported];
  return [...entries, ...operations].filter(({ definition }) => definition.name === name);
}

function linesOf(entry) {
  const [name, formula, derivative, domain, also, summary] = listRow(entry);
  return [
    `${name}: ${summary}${also === '' ? '' : `; also called ${also}`}.`,
    '',
    `- value: \`${formula}\``,
    `- derivative: \`${derivative}\``,
    `- domain: ${domain}`,
  ];
}

/** What it takes, returns and throws. */
function tagsOf(name) {
  const exported = library[name];
  if (exported.definition === undefined) {
    return [
      '@param x a Variable; further arguments are as above',
      '@returns a new Variable, whose creator is this function',
      '@throws DezeroError `wrong-type` for anything but Variables, and numbers as parameters',
    ];
  }
  if (exported.of === undefined) {
    return ['A class: each instance is one application, `call` applies it.'];
  }
  return [
    'A family: `of` makes the class for one choice of its parameters.',
    '',
    '@throws DezeroError `bad-parameter` from `of`, unless each is given as a finite number',
  ];
}

function comment(name) {
  const lines = entriesOf(name).flatMap((entry) => [...linesOf(entry), '']);
  const text = [...lines, ...tagsOf(name)].map((line) => ` * ${line}`.trimEnd());
  return `/**\n${text.join('\n').replaceAll('*/', '* /')}\n */\n`;
}

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.d.ts'))) {
  const path = join(FOLDER, file);
  const text = readFileSync(path, 'utf8');
  const described = text.replace(DECLARATION, (declaration, name) => {
    if (library[name] === undefined || entriesOf(name).length === 0) return declaration;
    return `${comment(name)}export declare const ${name}: `;
  });
  if (described !== text) writeFileSync(path, described);
}
