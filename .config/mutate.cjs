// What `npm run mutate` hands to Stryker: one room of src, judged by the tests of that room.
'use strict';

const { jest } = require('../package.json');

const room = process.env.MUTATED_ROOM;
const tests = process.env.MUTATED_TESTS.split(',');

/** All files of a folder, or the one file. */
const within = (path, files) => (path.endsWith('.ts') ? path : `${path}/**/${files}`);

module.exports = {
  mutate: [within(`src/${room}`, '*.ts')],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  jest: {
    enableFindRelatedTests: false,
    config: {
      ...jest,
      maxWorkers: 1,
      testMatch: tests.map((path) => within(`<rootDir>/tests/${path}`, '*.test.ts')),
    },
  },
  coverageAnalysis: 'perTest',
  // Changed constants of modules would need all tests anew for each.
  ignoreStatic: true,
  dryRunTimeoutMinutes: 15,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, reportTests: false },
  thresholds: { high: 95, low: 90, break: 90 },
  tempDirName: '.mutate',
  ignorePatterns: ['dist', '.coverage'],
};
