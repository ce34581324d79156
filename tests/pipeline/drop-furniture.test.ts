import { expect, test } from 'vitest';
import { text as format } from '../../src/formats/text.ts';
import { dropFurniture } from '../../src/pipeline/drop-furniture.ts';

test.each([
  ['a line of its own', 'A.\nAnzeige\nB.\n', 'A.\nB.\n'],
  ['a line above a blank one', 'A.\nAnzeige\n\nB.\n', 'A.\n\nB.\n'],
  ['a paragraph with the blank lines behind it', 'A.\n\nAnzeige\n \n\nB.\n', 'A.\n\nB.\n'],
  ['a paragraph, and the next stays indented', 'A.\n\n  Anzeige\n\n  B.\n', 'A.\n\n  B.\n'],
  ['the first line', 'Anzeige\nB.\n', 'B.\n'],
  ['the first paragraph', 'Anzeige\n\nB.\n', 'B.\n'],
  ['the first paragraph after a byte order mark', '\ufeffAnzeige\n\nB.\n', '\ufeffB.\n'],
  ['the last line', 'A.\nAnzeige\n', 'A.\n'],
  ['the last line of a text without a last line break', 'A.\nAnzeige', 'A.'],
  ['the last paragraph', 'A.\n\nAnzeige\n', 'A.\n'],
  ['the last paragraph of a text without a last line break', 'A.\n\nAnzeige', 'A.'],
  ['two at the end', 'A.\n\nLesen Sie auch\n\nAnzeige\n', 'A.\n'],
  ['two in the middle', 'A.\n\nLesen Sie auch\n\nAnzeige\n\nB.\n', 'A.\n\nB.\n'],
  ['one at each end', '\ufeffAnzeige\r\n\r\nA.\r\n\r\nAnzeige\r\n', '\ufeffA.\r\n'],
  ['lines that a carriage return ends', 'A.\r\rAnzeige\r\rB.\r', 'A.\r\rB.\r'],
  ['all there is', '\ufeffAnzeige\n', '\ufeff'],
  ['none', 'A.\n\nB.', 'A.\n\nB.'],
])('dropped: %s', (_, text, expected) => {
  const { units } = format.parse(text, { newlines: 'line' });
  expect(dropFurniture(text, units, (line) => line === 'Anzeige' || line === 'Lesen Sie auch')).toBe(expected);
});
