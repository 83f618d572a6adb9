import { notStored } from './not-stored.ts';

/** Why any record is not written, and what to do; the rest is said as unknown. */
export const refusals = {
  ...notStored,
  'record-is-gone': 'Posten finns inte längre här.',
  'only-reads':
    'Den här enheten kan läsa, inte ändra. Den som får ändra kan ge den rätt till det, under Personer.',
  'record-not-understood':
    'Posten är sparad av en nyare version av Volym. Uppdatera appen för att ändra den.',
  unknown: 'Det gick inte att spara. Det som fanns är kvar.',
};
