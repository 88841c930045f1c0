/** @file Writes what the program prints and draws now into the README: npm run readme. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURES, picturesOf, README, readReadme, refreshed } from './readme';

const page = refreshed(readReadme());
writeFileSync(README, page);
mkdirSync(PICTURES, { recursive: true });
for (const [name, text] of picturesOf(page)) writeFileSync(join(PICTURES, name), text);
