import type { MessageId } from '../../model.ts';
import type { SentenceView } from '../api.ts';
import { opens } from './dialogs/dialog.tsx';
import { acceptAllClean, actions } from './document/actions.ts';
import { current, goTo, goToEnd, goToNextInReview, stepSentence } from './document/current.ts';
import { undo } from './document/decide.ts';
import { toggleChanges } from './document/document-bar.tsx';
import { sentenceOf } from './document/opened.ts';
import { side, turnTo } from './document/panel.tsx';
import { place } from './place.ts';
import { preferences } from './preferences.ts';

interface Key {
  /** Names of keys, as the browser gives them. */
  readonly on: readonly string[];
  /** As the help sheet shows them. */
  readonly shown: readonly string[];
  readonly words: MessageId;
  act(): void;
}

/** What each key does: the help sheet is made of this. */
export const keys: readonly Key[] = [
  key('j', 'page.key.next', () => step(1)),
  key('k', 'page.key.previous', () => step(-1)),
  key('.', 'page.key.open', goToNextInReview),
  key('g', 'page.key.first', () => goToEdge('first')),
  key('G', 'page.key.last', () => goToEdge('last')),
  key('a', 'page.key.accept', () => about(actions.accept)),
  key('A', 'page.key.clean', () => void acceptAllClean()),
  key('e', 'page.key.edit', () => about(actions.edit)),
  { on: [], shown: ['Ctrl', '↵'], words: 'page.key.submit', act: () => {} },
  key('f', 'page.key.fix', () => about(actions.fix)),
  key('r', 'page.key.reject', () => about(actions.reject)),
  key('o', 'page.key.reopen', () => about(actions.reopen)),
  key('n', 'page.key.note', () => about(actions.note)),
  key('i', 'page.key.ignore', () => about(actions.ignore)),
  key('u', 'page.key.undo', () => void undo()),
  key('/', 'page.key.search', () => focusOn('search')),
  key('c', 'page.key.concordance', lookUp),
  key('m', 'page.key.memory', () => turnTo('memory')),
  key('p', 'page.key.preview', () => turnTo('preview')),
  key('d', 'page.key.changes', toggleChanges),
  key('s', 'page.key.save', () => (opens.value = 'save')),
  key('?', 'page.key.help', () => (opens.value = 'help')),
  { on: [], shown: ['Esc'], words: 'page.key.escape', act: () => {} },
];

/** Gives what ends it. */
export function actOnKeys(window: Window): () => void {
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey) return;
  if (opens.peek() !== undefined) return;
  if (isWriting(event.target)) {
    if (event.key === 'Escape' && !event.defaultPrevented) leaveField();
    return;
  }
  const pressed = preferences.peek().shortcuts === 'on' ? letterOf(event) : undefined;
  const found = keys.find(({ on }) => pressed !== undefined && on.includes(pressed));
  if (found === undefined) return;
  event.preventDefault();
  found.act();
}

/** A Korean keyboard in Hangul mode gives ㅁ where the key says A. */
function letterOf({ key: given, code, shiftKey }: KeyboardEvent): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter === undefined || /^[\x20-\x7e]$/.test(given)) return given;
  return shiftKey ? letter : letter.toLowerCase();
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox])');
}

function leaveField(): void {
  const id = current.peek()?.id;
  if (place.peek() === undefined || id === undefined) (document.activeElement as HTMLElement | null)?.blur();
  else goTo(id);
}

function about(act: (sentence: SentenceView) => void): void {
  const sentence = place.peek() === undefined ? undefined : sentenceOf(current.peek()?.id);
  if (sentence !== undefined) act(sentence);
}

function step(by: 1 | -1): void {
  if (place.peek() === undefined) stepDocument(by);
  else stepSentence(by);
}

function stepDocument(by: 1 | -1): void {
  const stops = stopsOfOverview();
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[at === -1 ? 0 : Math.min(Math.max(at + by, 0), stops.length - 1)]?.focus();
}

function goToEdge(end: 'first' | 'last'): void {
  if (place.peek() === undefined)
    stopsOfOverview()
      .at(end === 'first' ? 0 : -1)
      ?.focus();
  else goToEnd(end);
}

function stopsOfOverview(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-stop]')];
}

function lookUp(): void {
  side.value = 'memory';
  // Drawn before the next key comes: what is typed on is words by then.
  queueMicrotask(() => focusOn('concordance'));
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function key(on: string, words: MessageId, act: () => void): Key {
  return { on: [on], shown: [on], words, act };
}
