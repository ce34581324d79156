import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: '.',
    include: ['tests/**/*.test.ts'],
    reporters: ['default', './tests/counts.ts'],
    testTimeout: 300_000,
    env: { LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  },
});
