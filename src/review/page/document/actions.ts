import type { SentenceView } from '../../api.ts';
import { tell } from '../notices.tsx';
import { say } from '../words.ts';
import { current, goTo, goToNextInReview } from './current.ts';
import { acceptClean, decide } from './decide.ts';
import { draftOf, dropDraft, keepDraft } from './drafts.ts';
import { opened, sentenceOf } from './opened.ts';
import { needsReview } from './sentence-filter.ts';

/** What a reviewer does about a sentence. Keys and buttons do the same. */
export const actions = {
  accept({ id }: SentenceView): void {
    goTo(id);
    void decide({ id, kind: 'accept' });
    goToNextInReview();
  },
  reopen({ id }: SentenceView): void {
    goTo(id);
    void decide({ id, kind: 'reopen' });
  },
  reject({ id, previous }: SentenceView): void {
    if (previous === undefined) return;
    goTo(id);
    void decide({ id, kind: 'reject' });
  },
  edit({ id, joined }: SentenceView): void {
    if (joined === undefined) goTo(id, 'edit');
  },
  note({ id }: SentenceView): void {
    goTo(id, 'note');
  },
  fix({ id, findings }: SentenceView): void {
    const fixed = findings.find((finding) => finding.fixed !== undefined)?.fixed;
    if (fixed !== undefined) actions.write(id, fixed);
  },
  write(id: string, target: string): void {
    goTo(id);
    void decide({ id, kind: 'edit', target });
  },
  /** The first finding; all have buttons. */
  ignore({ id, findings }: SentenceView): void {
    const check = findings[0]?.check;
    if (check !== undefined) void decide({ id, kind: 'ignore', check });
  },
} as const;

/** A text of the memory into the editor, where it is looked at before it is written. */
export function takeOver({ id, target }: SentenceView, text: string): void {
  const path = opened.peek()?.path ?? '';
  keepDraft({ path, id, field: 'target' }, { base: target, text });
  goTo(id, 'edit');
}

export async function saveTarget(id: string, accept: 'accept' | 'keep-state'): Promise<void> {
  const key = { path: opened.peek()?.path ?? '', id, field: 'target' } as const;
  const target = draftOf(key)?.text ?? sentenceOf(id)?.target ?? '';
  if (!(await decide({ id, kind: 'edit', target, accept: accept === 'accept' || undefined }))) return;
  dropDraft(key);
  if (current.peek()?.id !== id) return;
  goTo(id);
  if (accept === 'accept') goToNextInReview();
}

export async function saveNote(id: string): Promise<void> {
  const key = { path: opened.peek()?.path ?? '', id, field: 'note' } as const;
  const note = draftOf(key)?.text ?? sentenceOf(id)?.note ?? '';
  if (!(await decide({ id, kind: 'note', note }))) return;
  dropDraft(key);
  if (current.peek()?.id === id) goTo(id);
}

export async function acceptAllClean(): Promise<void> {
  const before = openCount();
  if (await acceptClean()) tell(say('page.accepted.clean', { count: before - openCount() }));
}

function openCount(): number {
  return (
    opened
      .peek()
      ?.units.flatMap(({ sentences }) => sentences)
      .filter(needsReview).length ?? 0
  );
}
