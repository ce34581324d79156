import fc from 'fast-check';

const commonMark =
  'a|b c| |*|**|***|_|__|`|``|[|]|(u)|[a]|[]|![|](|\\|(|)|<b>|</b>|"|<|>|&amp;|&|!|.|,|ä|“|은|(v "t")|<urn:b>|<!-- x -->';
const others =
  '<http://a.b>|~|~~|$|$x$|{{ x }}|{|}|:|:a:|:b[|[^1]|^[|[[|]]|www.a.de|http://x.y/|@|x@y.de|&lt;|&lt;x id="1"/>|\\<x id="1"/>|</g>|' +
  "<img alt=\"Ä b\" src=x>|<i title='t'>|</i>|{/* x */}|{'|<A b={c}>|</A>|&nbsp;|\n|#|<code>|</code>|%}|{%|{.a}|😀|\\(";

/** Texts as nobody would write them: what may be syntax, in any order. */
export const nasty = {
  commonMark: textsOf(commonMark.split('|')),
  everything: textsOf([...commonMark.split('|'), ...others.split('|'), '|']),
};

function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((all) => all.join('').trim());
}
