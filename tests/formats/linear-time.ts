import { expect } from 'vitest';
import { readText } from '../../src/formats/unit-text.ts';
import type { Format } from '../../src/model.ts';
import { cpuTime } from '../cpu-time.ts';

/** A hostile text costs no more than its length: what looks back over all of it takes far longer than this. */
export function expectLinearTime(text: string, format: Format): void {
  const time = cpuTime(() => {
    const { units } = format.parse(text, {});
    for (const unit of units.slice(0, 3)) {
      const raw = text.slice(unit.start, unit.end);
      format.inline?.codes(readText(raw, unit, format), unit);
      expect(format.close?.(raw, unit)).toBe(raw);
    }
  });
  expect(time, text.slice(0, 60)).toBeLessThan(4000);
}
