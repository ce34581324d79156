interface Writing {
  save(): void;
  leave(): void;
}

/** While an input method puts a syllable together, its keys are its own. */
export function writingKeys(event: KeyboardEvent, { save, leave }: Writing): void {
  if (event.isComposing || event.keyCode === 229) return;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  else if (event.key === 'Escape') leave();
  else return;
  event.preventDefault();
}
