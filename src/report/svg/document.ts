/** @file The common parts of all SVG files: the frame, escaped text, finite numbers. */

import { formatNumber } from '../../core/text/format-number';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML cannot contain: control characters, lone surrogates and two others. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text for an XML element or attribute; characters that XML cannot contain are left out. */
function escapeXml(text: string): string {
  return text
    .replace(NOT_IN_XML, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** A length or a coordinate, to a hundredth of a pixel. */
export function coordinate(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('a coordinate is not finite');
  return formatNumber(Math.round(value * 100) / 100 + 0);
}

/** The height of capitals relative to the font size. */
export const CAPITAL_HEIGHT = 0.7;

/** A line of text that begins, ends or is centred at this point, as the style of its class says. */
export function svgText(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${coordinate(x)}" y="${coordinate(y)}">${escapeXml(content)}</text>`;
}

/** An element of this class without content. */
export function svgShape(
  name: string,
  kind: string,
  places: Readonly<Record<string, number>>,
): string {
  const attributes = Object.entries(places).map(([key, value]) => ` ${key}="${coordinate(value)}"`);
  return `<${name} class="${kind}"${attributes.join('')}/>`;
}

export function svgPath(kind: string, data: string): string {
  return `<path class="${kind}" d="${data}"/>`;
}

/** A point in the data of a path. */
export function pair(x: number, y: number): string {
  return `${coordinate(x)} ${coordinate(y)}`;
}

interface SvgFrame {
  /** The accessible name of the picture, and its tooltip. */
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** The CSS rules for the classes of the body on a light background. */
  readonly light: string;
  /** The rules that differ on a dark background. */
  readonly dark: string;
}

const LIGHT = 'text{fill:#1f2328}.background{fill:#ffffff}';
const DARK = 'text{fill:#e6edf3}.background{fill:#0d1117}';

/** Fonts whose characters are known to be six tenths of the font size wide. */
const FONT = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';

/** The width of a text in the font of the document, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.61;
}

/** A self-contained SVG file, for pages and viewers, light and dark. */
export function svgDocument(frame: SvgFrame, body: readonly string[]): string {
  const width = coordinate(frame.width);
  const height = coordinate(frame.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(frame.title)}</title>`,
    `<desc>${escapeXml(frame.description)}</desc>`,
    '<style>',
    `text{font-family:${FONT}}`,
    LIGHT + frame.light,
    `@media(prefers-color-scheme:dark){${DARK}${frame.dark}}`,
    '</style>',
    svgShape('rect', 'background', { width: frame.width, height: frame.height }),
    ...body,
    '</svg>\n',
  ].join('\n');
}
