const folds: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\n': ' ',
  '\r': ' ',
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '-',
  '\u2012': '–',
  '\u2014': '–',
  '\u223c': '~',
  '\u301c': '~',
  '\uff5e': '~',
  '\u02bc': "'",
  '\u2019': "'",
  '\u2018': "'",
};

/** The text with one kind of blank, hyphen, dash, tilde and apostrophe, and ASCII for full-width signs. Keeps every offset. */
export function fold(text: string): string {
  return text.replace(
    /[\t\n\r\u00a0\u2007\u2009\u202f\u2010-\u2012\u2014\u2018\u2019\u02bc\u2212\u223c\u301c\uff05-\uff19\uff5e]/g,
    (char) => folds[char] ?? String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}
