import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../words.ts';

/** The dialog that is open. */
export const opens = signal<'help' | 'save' | undefined>(undefined);

interface Props {
  readonly name: NonNullable<typeof opens.value>;
  readonly title: string;
  readonly children: ComponentChildren;
}

/** The browser's own: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ name, title, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const isOpen = opens.value === name;
  useEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  const closed = (): void => {
    if (isOpen) opens.value = undefined;
  };
  return (
    <dialog ref={element} aria-labelledby={`${name}-title`} onClose={closed}>
      <div class="dialog-head">
        <h2 id={`${name}-title`}>{title}</h2>
        <button type="button" class="round" aria-label={say('page.close')} onClick={() => element.current?.close()}>
          ×
        </button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
