import { lookUpIn } from '../heading-words.ts';

const nothing = lookUpIn([
  {
    nothing: `saknas saknar okänd okänt ukjent ukendt mangler missing unknown fehlt unbekannt inconnu inconnue manquant
      desconocido desconocida ontbreekt onbekend puuttuu tuntematon`,
  },
]);

/** Whether a cell only says that nothing is known in its place: `okänd`, `N/A`, `?`, `-`. */
export const saysNothing = (text: string): boolean =>
  /^(?:[-–—\u2212?*.]+|#?n\/a\.?)$/i.test(text) || nothing(text) !== undefined;
