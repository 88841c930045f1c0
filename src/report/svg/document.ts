/** @file What every SVG of ours is made of: a frame, escaped text, finite numbers. */

import { formatNumber } from '../../core/text/format-number';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What XML has no way to write: control characters, lone surrogates and two more. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The text for an element or an attribute of XML; characters that XML does not have are left out. */
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

/** The height of capitals, as a part of the size of their font. */
export const CAPITAL_HEIGHT = 0.7;

/** A line of text whose base begins, ends or has its middle here, as the rule for its class says. */
export function svgText(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${coordinate(x)}" y="${coordinate(y)}">${escapeXml(content)}</text>`;
}

interface SvgFrame {
  /** For those who hear the picture, and as its tooltip. */
  readonly title: string;
  /** What is to be seen on it, in a sentence. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
  /** The rules of CSS for the classes of the body, for a light background. */
  readonly light: string;
  /** What differs on a dark background. */
  readonly dark: string;
}

const LIGHT = 'text{fill:#1f2328}.background{fill:#ffffff}';
const DARK = 'text{fill:#e6edf3}.background{fill:#0d1117}';

/** The widths of these are known: six tenths of the size. */
const FONT = 'ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace';

/** The width of a text in the font of the document, in pixels. */
export function textWidth(text: string, fontSize: number): number {
  return text.length * fontSize * 0.61;
}

/** A file of its own: it shows the same in a page, in a viewer, in light and in dark. */
export function svgDocument(frame: SvgFrame, body: readonly string[]): string {
  const [width, height] = [coordinate(frame.width), coordinate(frame.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${escapeXml(frame.title)}</title>`,
    `<desc>${escapeXml(frame.description)}</desc>`,
    '<style>',
    `text{font-family:${FONT}}`,
    LIGHT + frame.light,
    `@media(prefers-color-scheme:dark){${DARK}${frame.dark}}`,
    '</style>',
    `<rect class="background" width="${width}" height="${height}"/>`,
    ...body,
    '</svg>\n',
  ].join('\n');
}
