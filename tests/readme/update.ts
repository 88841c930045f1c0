/** @file Writes what the program prints now into the README: npm run readme. */

import { writeFileSync } from 'node:fs';
import { README, readReadme, refreshed } from './readme';

writeFileSync(README, refreshed(readReadme()));
