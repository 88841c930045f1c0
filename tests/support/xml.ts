/** @file XML, read by a parser that refuses what is not well-formed. */

import { DOMParser, type Document, type Element, onWarningStopParsing } from '@xmldom/xmldom';

/** @throws ParseError */
export function parseXml(text: string): Document {
  return new DOMParser({ onError: onWarningStopParsing }).parseFromString(text, 'image/svg+xml');
}

/** The elements of a name, as arrays, which jest can show. */
export function elements(document: Document, name: string): Element[] {
  return [...document.getElementsByTagName(name)];
}
