/** @file Bytes that may be no UTF-8, as text that loses nothing of them. */

import { decodedText } from '../../../../src/cli/stream/input/decoded-text';
import { encodedText } from '../../../../src/report/formats/raw-bytes';

/** As Python has them: `bytes.decode('utf-8', 'surrogateescape')`. */
test.each([
  ['plain', 'plain'],
  ['\xc3\xa9', 'é'],
  ['a\xff\xc3\xa9', 'a\udcffé'],
  ['\xc1\x80', '\udcc1\udc80'],
  ['\xdf\xbf\xff\x7f', '\u07ff\udcff\u007f'],
  ['\xe0\x80\x80', '\udce0\udc80\udc80'],
  ['\xe0\xa0\x80\xff', '\u0800\udcff'],
  ['\xed\x9f\xbf\xff', '\ud7ff\udcff'],
  ['\xed\xa0\x80', '\udced\udca0\udc80'],
  ['\xee\x80\x80\xff', '\ue000\udcff'],
  ['\xf0\x8f\xbf\xbf', '\udcf0\udc8f\udcbf\udcbf'],
  ['\xf0\x90\x80\x80\xff', '\u{10000}\udcff'],
  ['\xf1\x80\x80\x80\xff', '\u{40000}\udcff'],
  ['\xf4\x8f\xbf\xbf\xff', '\u{10ffff}\udcff'],
  ['\xf4\x90\x80\x80', '\udcf4\udc90\udc80\udc80'],
  ['\xe2\x82', '\udce2\udc82'],
  ['\xf0\x9f\x98', '\udcf0\udc9f\udc98'],
  ['\x80', '\udc80'],
  ['\xc3', '\udcc3'],
  ['\xc3\xc3\xa9', '\udcc3é'],
  ['\xe2\x82\xac\xe2', '€\udce2'],
])('the bytes %j are the text %j, which is these bytes again', (latin1, text) => {
  const bytes = Buffer.from(latin1, 'latin1');
  expect(decodedText(bytes)).toBe(text);
  expect(Buffer.from(encodedText(text)).toString('latin1')).toBe(latin1);
});
