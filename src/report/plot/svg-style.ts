/** @file The style of an SVG figure, in colours that colour-blind readers can tell apart. */

export const TITLE_SIZE = 16;
export const TEXT_SIZE = 12;

const LINES = '.value,.backprop,.theory,.grid,.zero,.frame{fill:none}';

export const LIGHT = [
  `text{font-size:${String(TEXT_SIZE)}px}`,
  `.title{font-size:${String(TITLE_SIZE)}px;font-weight:bold}`,
  '.heading{font-weight:bold}',
  '.tick-x{text-anchor:middle}',
  '.tick-y{text-anchor:end}',
  '.tick-x,.tick-y,.note{fill:#57606a}',
  LINES,
  '.grid{stroke:#d8dee4}',
  '.zero{stroke:#9aa4ae}',
  '.frame{stroke:#57606a}',
  '.value,.backprop,.theory{stroke-width:2;stroke-linejoin:round}',
  '.value,.backprop{stroke:#0060b0}',
  '.theory{stroke:#0060b0;stroke-dasharray:6 4}',
  '.numerical,.error{fill:#c94f00}',
  '.default,.best{fill:none;stroke-width:2}',
  '.default{stroke:#57606a}',
  '.best{stroke:#1a7f37}',
].join('');

export const DARK = [
  '.tick-x,.tick-y,.note{fill:#aab4be}',
  '.grid{stroke:#2a313a}',
  '.zero{stroke:#57606a}',
  '.frame{stroke:#8b949e}',
  '.value,.backprop,.theory{stroke:#6cb6ff}',
  '.numerical,.error{fill:#ffa657}',
  '.default{stroke:#aab4be}',
  '.best{stroke:#57d364}',
].join('');
