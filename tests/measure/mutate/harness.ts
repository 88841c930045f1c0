/**
 * @file As much of jest as its test files want, in the process of whoever loads them: tests are kept, and run one
 * by one as often as a mutant asks for.
 */

import { expect } from 'expect';
import { bind } from 'jest-each';
import { ModuleMocker } from 'jest-mock';

type Body = () => unknown;

interface Group {
  readonly beforeEach: Body[];
  readonly afterEach: Body[];
  readonly afterAll: Body[];
  /** Run once, before the first of its tests. */
  readonly beforeAll: Body[];
  readonly parent?: Group;
}

export interface Test {
  readonly name: string;
  readonly body: Body;
  readonly group: Group;
}

const emptyGroup = (parent?: Group): Group => {
  const hooks = { beforeEach: [], afterEach: [], afterAll: [], beforeAll: [] };
  return parent === undefined ? hooks : { ...hooks, parent };
};

/** Tests that wait for what a mutant has made impossible wait for ever. */
const LONGEST_TEST = 20_000;

let tests: Test[] = [];
let group = emptyGroup();
const mocker = new ModuleMocker(globalThis);

function describe(_: string, body: () => void): void {
  const outer = group;
  group = emptyGroup(outer);
  body();
  group = outer;
}

function test(name: string, body: Body): void {
  tests.push({ name, body, group });
}

const skipped = (): void => undefined;
const withEach = (add: (name: string, body: never) => void): object =>
  Object.assign(add, { each: bind(add as never, false) });
const hook = (name: keyof Omit<Group, 'parent'>) => (body: Body) => group[name].push(body);

Object.assign(globalThis, {
  expect,
  describe: Object.assign(withEach(describe), { skip: skipped }),
  test: Object.assign(withEach(test), { skip: skipped, concurrent: withEach(test) }),
  beforeAll: hook('beforeAll'),
  beforeEach: hook('beforeEach'),
  afterAll: hook('afterAll'),
  afterEach: hook('afterEach'),
  jest: {
    fn: mocker.fn.bind(mocker),
    spyOn: mocker.spyOn.bind(mocker),
    restoreAllMocks: mocker.restoreAllMocks.bind(mocker),
  },
});

/** @returns the tests of a file, read anew */
export function collect(path: string): readonly Test[] {
  tests = [];
  group = emptyGroup();
  Reflect.deleteProperty(require.cache, path);
  require(path);
  return tests;
}

/** A group with those around it, the outermost first. */
const around = (inner: Group | undefined): readonly Group[] =>
  inner === undefined ? [] : [...around(inner.parent), inner];

async function inTime(body: Body): Promise<void> {
  const result = body();
  if (!(result instanceof Promise)) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(reject, LONGEST_TEST, new Error('too late'));
  });
  await Promise.race([result, late]).finally(() => {
    clearTimeout(timer);
  });
}

/** What must be there before a test: run once for all of them. */
export async function prepare({ group }: Test): Promise<void> {
  for (const { beforeAll } of around(group))
    for (const body of beforeAll.splice(0)) await inTime(body);
}

/** @returns whether it passes */
export async function passes({ body, group }: Test): Promise<boolean> {
  const groups = around(group);
  try {
    for (const { beforeEach } of groups) for (const before of beforeEach) await inTime(before);
    await inTime(body);
    return true;
  } catch {
    return false;
  } finally {
    for (const { afterEach } of [...groups].reverse())
      for (const after of afterEach) await inTime(after);
    mocker.restoreAllMocks();
  }
}

/** What tests leave behind, and take away at their end. */
export async function cleanUp(all: readonly Test[]): Promise<void> {
  const groups = new Set(all.flatMap(({ group }) => around(group)));
  for (const { afterAll } of groups) for (const body of afterAll.splice(0)) await inTime(body);
}
