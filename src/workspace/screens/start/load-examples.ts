import type { Example } from '#core/example.ts';
import { programmes } from '#programmes/programmes.ts';

/** What the programmes show in the example workspace; loaded by those alone who look at it. */
export const loadExamples = (): Promise<readonly Example[]> =>
  Promise.all(programmes.map(async (programme) => (await programme.example()).example));
