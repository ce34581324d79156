import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The sessions take longest, and start processes: the other files run beside them. */
class SessionsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSession = ({ moduleId }: TestSpecification): number => Number(moduleId.endsWith('/projects.test.ts'));
    return (await super.sort(files)).toSorted((a, b) => isSession(b) - isSession(a));
  }
}

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/counts.ts'],
    sequence: { sequencer: SessionsFirst },
    maxWorkers: '100%',
    testTimeout: 300_000,
    // Browsers and servers start in hooks.
    hookTimeout: 300_000,
    // A busy machine is no fault of the page.
    expect: { poll: { timeout: 15_000 } },
    env: { LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  },
});
