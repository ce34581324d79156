import type { Engine } from '../model.ts';

/** Answers the source itself: proves that nothing but targets changes. */
export const echo: Engine = {
  id: 'echo',
  fake: true,
  version: '1',
  fits: () => true,
  translate: async ({ requests }) => requests.map(({ text }) => ({ text, billed: 0 })),
};
