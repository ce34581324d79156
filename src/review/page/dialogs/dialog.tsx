import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { say } from '../words.ts';

/** The dialog that is open. */
export const opens = signal<'help' | 'save' | undefined>(undefined);

interface Props {
  readonly name: NonNullable<typeof opens.value>;
  readonly title: string;
  readonly children: ComponentChildren;
}

/**
 * The browser's own: it keeps the focus inside, closes on Escape and gives the focus back. Escape is heard before it closes
 * (`close` comes some time later): the next key acts again, however fast it follows.
 */
export function Dialog({ name, title, children }: Props) {
  const element = useRef<HTMLDialogElement>(null);
  const isOpen = opens.value === name;
  useLayoutEffect(() => {
    if (isOpen) element.current?.showModal();
    else element.current?.close();
  }, [isOpen]);
  const close = (): void => {
    if (isOpen) opens.value = undefined;
  };
  // Of a browser that closes it without asking; not of one that has been opened again since.
  const closed = (): void => {
    if (element.current?.open === false) close();
  };
  return (
    <dialog ref={element} aria-labelledby={`${name}-title`} onCancel={close} onClose={closed}>
      <div class="dialog-head">
        <h2 id={`${name}-title`}>{title}</h2>
        <button type="button" class="round" aria-label={say('page.close')} onClick={close}>
          ×
        </button>
      </div>
      {isOpen && children}
    </dialog>
  );
}
