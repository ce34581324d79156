/** Line of an offset, from 1. */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Column of an offset, from 1. */
export const columnAt = (text: string, at: number): number => at - text.lastIndexOf('\n', at - 1);
