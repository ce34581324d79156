import { describe, expect, test } from 'vitest';
import type { Entry, State } from '../../src/model.ts';
import { acceptEntry } from '../../src/pipeline/accept.ts';

describe('accepting', () => {
  const machine: Entry = {
    source: 'Ja.',
    target: 'Yes.',
    state: 'translated',
    machine: 'deepl',
    previous: { source: 'Ja!', target: 'Yes!' },
  };
  const person: Entry = { source: 'Ja.', target: 'Yes.', state: 'reviewed', machine: undefined, previous: undefined };

  test.each<[State, State, State]>([
    ['translated', 'reviewed', 'reviewed'],
    ['translated', 'final', 'final'],
    ['reviewed', 'final', 'final'],
    ['final', 'reviewed', 'final'],
    ['final', 'final', 'final'],
  ])('%s as %s is %s', (from, to, expected) => {
    expect(acceptEntry({ ...person, state: from }, to).state).toBe(expected);
  });

  test('does away with the machine and the earlier pair', () => {
    expect(acceptEntry(machine, 'reviewed')).toEqual(person);
  });
});
