/** What an editor shows of the library on hover: the docstrings in the types of the build. */

import * as library from '../src/index';
import { catalogue } from '../src/functions/catalogue';
import { listRow } from '../src/report/functions';
import { exportsOfLibrary } from './support/exports';

const exported = exportsOfLibrary();
const byName = new Map(exported.map((one) => [one.name, one]));

test('every export has a docstring', () => {
  expect(exported.length).toBeGreaterThan(150);
  expect(exported.filter(({ documentation }) => !/\w+ \w+/.test(documentation))).toEqual([]);
});

test('every function says what it takes, returns and throws, in each way to call it', () => {
  // A definition is taken as it is: their types are all that they need.
  const neverThrow = ['defineFunction', 'defineFamily', 'defineOperation'];
  const silent = exported.flatMap(({ name, documentation, signatures }) =>
    signatures.flatMap((signature) => {
      const needed = ['param', 'returns', ...(neverThrow.includes(name) ? [] : ['throws'])];
      const missing = needed.filter((tag) => !signature.tags.includes(tag));
      const text = signature.documentation + documentation;
      return text === '' || missing.length > 0 ? [`${name}: ${missing.join(', ')}`] : [];
    }),
  );
  expect(silent).toEqual([]);
});

test.each([...catalogue.entries, ...catalogue.operations])(
  '$definition.name shows its summary, formula, derivative and domain, as a class and as a function',
  (entry) => {
    const { name } = entry.definition;
    const [, formula = '', derivative = '', domain = '', , summary = ''] = listRow(entry);
    const [className] = Object.entries(library).find(([, value]) => value === entry) ?? [''];
    for (const shown of [className, name]) {
      const { documentation = '' } = byName.get(shown) ?? {};
      for (const part of [formula, derivative, domain, summary])
        expect(documentation).toContain(part);
    }
  },
);
