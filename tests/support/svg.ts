/** @file What holds for every SVG of ours, whoever may have chosen the texts in it. */

import { DOMParser, type Document, type Element, onWarningStopParsing } from '@xmldom/xmldom';

/** Longer ones are slow to draw, and no eye sees the difference. */
const LONGEST_PATH = 1_000_000;

/** What runs, moves, or brings in something from elsewhere. */
const ACTIVE = ['script', 'foreignObject', 'a', 'image', 'use', 'animate', 'set'];

/** Attributes in which there are no numbers. */
const WORDS = ['class', 'role', 'xmlns'];

/** Reads the picture, and makes sure of what each of ours promises. */
export function checkedSvg(text: string): Document {
  const parser = new DOMParser({ onError: onWarningStopParsing });
  const document = parser.parseFromString(text, 'image/svg+xml');
  const root = document.documentElement;
  expect([root?.tagName, root?.namespaceURI]).toEqual(['svg', 'http://www.w3.org/2000/svg']);
  expect(root?.getAttribute('role')).toBe('img');
  for (const name of ['title', 'desc'])
    expect(elements(document, name)[0]?.textContent).not.toBe('');

  const all = elements(document, '*');
  expect(all.map(({ tagName }) => tagName).filter((name) => ACTIVE.includes(name))).toEqual([]);
  const attributes = all.flatMap((element) => [...element.attributes]);
  const wrong = attributes.filter(
    ({ name, value }) =>
      /^on|href/i.test(name) ||
      value.length > LONGEST_PATH ||
      (!WORDS.includes(name) && /NaN|Infinity|undefined|e[+-]?\d/.test(value)),
  );
  expect(wrong.map(({ name, value }) => `${name}="${value}"`)).toEqual([]);
  for (const style of elements(document, 'style')) {
    expect(style.textContent).not.toMatch(/url\(|@import/);
  }
  return document;
}

/** The elements of a name, as arrays, which jest can show. */
export function elements(document: Document, name: string): Element[] {
  return [...document.getElementsByTagName(name)];
}
