/** @file Writes what the program prints and draws now into the README and the guide: npm run readme. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  guidePages,
  PICTURES,
  picturesOf,
  README,
  readReadme,
  refreshed,
  withOutputs,
} from './readme';

const page = refreshed(readReadme());
writeFileSync(README, page);
mkdirSync(PICTURES, { recursive: true });
for (const [name, text] of picturesOf(page)) writeFileSync(join(PICTURES, name), text);
for (const path of guidePages()) writeFileSync(path, withOutputs(readFileSync(path, 'utf8')));
