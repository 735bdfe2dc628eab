// Four projects: pure parts, the started process, the same under faults, and the page in a real Chromium
// (npm run test:all).

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A loaded machine with two cores starts processes slowly; a hang still ends.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/browser/**', 'test/faults/**'],
        },
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'] } },
      {
        extends: true,
        // They mostly wait, so they wait together; after the others, whose figures they would spoil.
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'] } },
    ],
  },
});
