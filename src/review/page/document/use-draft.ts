import { useState } from 'preact/hooks';
import { type Draft, type DraftKey, draftOf, keepDraft } from './drafts.ts';

interface Writing {
  readonly text: string;
  /** Somebody wrote something else to the disk meanwhile. */
  readonly isOutdated: boolean;
  type(text: string): void;
  takeDisk(): void;
  keepMine(): void;
}

/** What is typed over the text on disk. Where nothing was typed, the disk is followed. */
export function useDraft(key: DraftKey, disk: string): Writing {
  const [draft, setDraft] = useState<Draft>(() => draftOf(key) ?? { base: disk, text: disk });
  const isTyped = draft.text !== draft.base;
  const change = (next: Draft): void => {
    keepDraft(key, next);
    setDraft(next);
  };
  return {
    text: isTyped ? draft.text : disk,
    isOutdated: isTyped && draft.base !== disk && draft.text !== disk,
    type: (text) => change({ base: isTyped ? draft.base : disk, text }),
    takeDisk: () => change({ base: disk, text: disk }),
    keepMine: () => change({ base: disk, text: draft.text }),
  };
}
