import fc from 'fast-check';

/** Texts as nobody would write them: words, stops, blanks of all kinds and line breaks in any order. */
export const randomText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('Der', 'Hund', 'wacht', 'Ja', '3', 'Straße', '강아지', 'z. B.', 'Dr.', 'é'),
      },
      { weight: 6, arbitrary: fc.constantFrom(' ', '\n', '. ', '.', '! ', '? ') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '  ',
          '\u00a0',
          '\t',
          '\u202f',
          '\u3000',
          '\f',
          '\v',
          '\u2028',
          '\u0085',
          '\ufeff',
          '\u200b',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\n\n', ' \n ', '\r\n\r\n', '\n\t\n') },
      { weight: 1, arbitrary: fc.constantFrom('***', '—', '…', '„', '“', '(', ')', '。', '<', '&', '%s', '\\', '{x}') },
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
