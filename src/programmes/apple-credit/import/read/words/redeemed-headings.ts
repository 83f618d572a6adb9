import { lookUpIn } from '#core/import/heading-words.ts';

/** What a mark in the column of such a heading says. */
export const marked = lookUpIn([
  {
    yes: 'x xx ja j yes y true sant ok 1 oui si sí kyllä',
    no: 'nej n no false falskt 0 nein non nee nei ei',
  },
]);

/** What may follow such a word in a heading: who did it, or when. */
export const beside = lookUpIn([
  { beside: 'av by den on datum date dag am von le par por el door op pvm' },
]);

/** Words that take back what a status begins with: `Inlöst: nej`, `Used - refunded`. */
export const denied = lookUpIn([
  {
    no: 'nej ej inte no not nein nicht non pas nee niet nei ikke ei refunded återbetald erstattet',
  },
]);
