import type { Engine } from '../model.ts';
import { free, unlimited } from './unlimited.ts';

/** Answers the source itself: proves that nothing but targets changes. */
export const echo: Engine = {
  ...unlimited,
  id: 'echo',
  fake: true,
  version: () => '1',
  translate: async ({ requests }) => ({ answers: requests.map(({ text }) => ({ text })), bill: free }),
};
