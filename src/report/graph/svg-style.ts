/** @file The looks of a drawn graph: orange variables and blue functions, as in the book's graphs. */

export const TITLE_SIZE = 16;
export const LEGEND_SIZE = 12;

export const LIGHT = [
  `.title{font-size:${String(TITLE_SIZE)}px;font-weight:bold}`,
  `.legend{font-size:${String(LEGEND_SIZE)}px}`,
  '.name,.data,.grad{font-size:14px;text-anchor:middle}',
  '.name{fill:#1f2328}',
  '.variable{fill:#ffd08a;stroke:#b86e00}',
  '.function{fill:#b9dcef;stroke:#2f7fa8}',
  '.forward,.backward{fill:none;stroke:#57606a;stroke-width:1.5}',
  '.backward{stroke:#b3261e;stroke-dasharray:5 3}',
  '.forward-head{fill:#57606a}',
  '.backward-head,.grad{fill:#b3261e}',
].join('');

export const DARK = [
  '.variable{fill:#e3a64d;stroke:#ffd08a}',
  '.function{fill:#7fb9d8;stroke:#b9dcef}',
  '.forward{stroke:#aab4be}',
  '.backward{stroke:#ff8f85}',
  '.forward-head{fill:#aab4be}',
  '.backward-head,.grad{fill:#ff8f85}',
].join('');
