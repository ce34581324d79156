import { isBlock, isVoid, kindOf, translateOf } from './elements.ts';
import type { Token } from './token.ts';

/** Where a token stands; a tag, where what it opens or closes stands. */
export interface Context {
  /** Of units here. */
  readonly kind: string;
  /** Nothing here is translated. */
  readonly isOff: boolean;
  /** `pre`: and nothing turns it on again. */
  readonly isLocked: boolean;
}

/**
 * The context of each token. It needs no tree: an end tag closes the nearest element of its name, if one is open, and some
 * start tags close the element before them.
 */
export function contextsOf(tokens: readonly Token[]): readonly Context[] {
  const stack = openElements();
  return tokens.map((token) => {
    if (isBrokenOut(stack.topName(), token)) stack.close(stack.topName());
    if (token.kind === 'close') return stack.close(token.name);
    if (token.kind !== 'open') return stack.top();
    for (let name = stack.topName(); impliedEnds.get(token.name)?.has(name); name = stack.topName()) stack.close(name);
    const context = contextIn(stack.top(), token);
    if (!isVoid(token)) stack.open(token.name, context);
    return context;
  });
}

/** Nothing of a drawing or a formula is a token but its content and its end tag: HTML has closed it. */
function isBrokenOut(name: string, { kind, name: next }: Token): boolean {
  return (
    (name === 'svg' || name === 'math') && kind !== 'content' && kind !== 'rest' && (kind !== 'close' || next !== name)
  );
}

function contextIn(outer: Context, tag: Token): Context {
  const said = translateOf(tag);
  const isLocked = outer.isLocked || tag.name === 'pre' || tag.name === 'listing';
  const isOff = isLocked || (said === undefined ? outer.isOff : said === 'no');
  const kind = isBlock(tag) ? kindOf(tag.name) : outer.kind;
  const isSame = kind === outer.kind && isOff === outer.isOff && isLocked === outer.isLocked;
  return isSame ? outer : { kind, isOff, isLocked };
}

const outside: Context = { kind: 'paragraph', isOff: false, isLocked: false };

/** A stack that knows without looking whether a name is on it: each element is opened once and closed once. */
function openElements() {
  const names: string[] = [];
  const contexts: Context[] = [];
  const counts = new Map<string, number>();
  const top = () => contexts.at(-1) ?? outside;
  return {
    top,
    topName: () => names.at(-1) ?? '',
    open(name: string, context: Context) {
      names.push(name);
      contexts.push(context);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    },
    close(name: string): Context {
      if ((counts.get(name) ?? 0) === 0) return top();
      for (;;) {
        const context = top();
        const closed = names.pop() ?? name;
        contexts.pop();
        counts.set(closed, (counts.get(closed) ?? 1) - 1);
        if (closed === name) return context;
      }
    },
  };
}

const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const paragraph = setOf('p');
const cells = setOf('td th');
const rows = setOf('td th tr');
const groups = setOf('td th tr thead tbody tfoot');

/** Which elements a start tag ends where they are the innermost. */
const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ...(
    'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr main menu nav ol p pre listing search section summary table ul'
  )
    .split(' ')
    .map((name) => [name, paragraph] as const),
  ['li', setOf('li p')],
  ['dt', setOf('dt dd p')],
  ['dd', setOf('dt dd p')],
  ['option', setOf('option')],
  ['optgroup', setOf('option optgroup')],
  ['td', cells],
  ['th', cells],
  ['tr', rows],
  ['thead', groups],
  ['tbody', groups],
  ['tfoot', groups],
]);
