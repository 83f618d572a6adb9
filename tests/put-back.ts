import { afterAll, afterEach, vi } from 'vitest';
import { endAll } from '#tests/factories/after-each-test.ts';

// The files of a worker share one process: none of them may leave another a stopped clock, or
// a global that is not the real one.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

afterEach(endAll);
