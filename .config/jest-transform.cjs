// How jest reads TypeScript: each file by itself, without its types, which `npm run check` reads.
'use strict';

const { transformSync } = require('esbuild');

const OPTIONS = { loader: 'ts', format: 'cjs', target: 'node20', sourcemap: 'inline' };

module.exports = {
  process: (source, path) => transformSync(source, { ...OPTIONS, sourcefile: path }),
};
