// Three projects: pure parts, the started process, and the page in a real Chromium (npm run test:all).

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // A loaded machine with two cores starts processes slowly; a hang still ends.
    testTimeout: 90_000,
    hookTimeout: 90_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/browser/**'] },
      },
      { extends: true, test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'] } },
      { extends: true, test: { name: 'browser', include: ['test/browser/**/*.test.ts'] } },
    ],
  },
});
