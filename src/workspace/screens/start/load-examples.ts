import type { Example } from '#core/example.ts';
import { onDemandOfAll } from '#programmes/programmes.ts';

/** What the programmes show in the example workspace; loaded by those alone who look at it. */
export const loadExamples = async (): Promise<readonly Example[]> => {
  const parts = await onDemandOfAll();
  return Promise.all(parts.map(async (part) => (await part.example()).example));
};
