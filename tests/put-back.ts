import { afterAll, vi } from 'vitest';

// The files of a worker share one process: none of them may leave another a clock that stands, or
// a global that is not the real one.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
