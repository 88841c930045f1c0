/** @file The style of a drawn graph: orange variables, blue functions, grey constants, as in the book's graphs. */

export const TITLE_SIZE = 16;
export const LEGEND_SIZE = 12;
export const FONT_SIZE = 14;
/** The font size of the roles of inputs. */
export const ROLE_SIZE = 11;

export const LIGHT = [
  `.title{font-size:${String(TITLE_SIZE)}px;font-weight:bold}`,
  `.legend{font-size:${String(LEGEND_SIZE)}px}`,
  `.name,.data,.grad,.number{font-size:${String(FONT_SIZE)}px;text-anchor:middle}`,
  `.role{font-size:${String(ROLE_SIZE)}px}`,
  '.name,.role{fill:#1f2328}',
  '.variable{fill:#ffd08a;stroke:#b86e00}',
  '.function{fill:#b9dcef;stroke:#2f7fa8}',
  '.constant{fill:#f3f4f6;stroke:#57606a;stroke-dasharray:3 2}',
  '.forward,.backward{fill:none;stroke:#57606a;stroke-width:1.5}',
  '.backward{stroke:#b3261e;stroke-dasharray:5 3}',
  '.forward-head{fill:#57606a}',
  '.backward-head,.grad{fill:#b3261e}',
].join('');

export const DARK = [
  '.variable{fill:#e3a64d;stroke:#ffd08a}',
  '.function{fill:#7fb9d8;stroke:#b9dcef}',
  '.constant{fill:#22272e;stroke:#aab4be}',
  '.forward{stroke:#aab4be}',
  '.backward{stroke:#ff8f85}',
  '.forward-head{fill:#aab4be}',
  '.backward-head,.grad{fill:#ff8f85}',
].join('');
