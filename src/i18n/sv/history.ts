import { countIn } from '../count.ts';

const n = countIn('sv');

/** Words of the history of one record, whatever kind it is of. */
export const history = {
  title: 'Historik',
  open: 'Historik',
  changes: (count: number) => (count === 1 ? '1 ändring' : `${n(count)} ändringar`),
  none: 'Inget har ändrats.',
  note: 'Koder och länkar står aldrig i klartext i historiken.',
  full: (count: number) => `De ${n(count)} senaste ändringarna sparas. Äldre finns inte kvar, men alla steg gör det.`,
  more: (count: number) => `Visa ${n(count)} till`,
  made: 'Skapad',
  importedFrom: (file: string, row: number) => `Import ${file}, rad ${n(row)}`,
  trashed: 'Lagd i papperskorgen',
  restored: 'Återställd ur papperskorgen',
  empty: '–',
  hidden: 'ändrad, visas inte',
  fromTo: (from: string, to: string) => `från ${from} till ${to}`,
  answered: (others: string, count: number) =>
    [
      'Svar på en fråga',
      ...(count === 0 ? [] : [count === 1 ? `det andra var ${others}` : `de andra var ${others}`]),
    ].join(', '),
  kept: 'Behållen, inte borttagen',
  corrected: (step: string) => `${step}, rättat`,
  takenBack: (step: string) => `${step}, taget tillbaka`,
  reason: (reason: string) => `Varför: ${reason}`,
  nothing: 'tomt',
  bringBackValue: (value: string) => `Återställ till ${value}`,
  bringBackWhat: (field: string, value: string) => `Återställ till ${value}, ${field}`,
  /** Written as the reason where the trade asks for one. */
  bringBackReason: 'Återställt ur historiken',
  broughtBack: (field: string, value: string) => `${field} är återställt till ${value}`,
  changedSince: 'Det har ändrats igen sedan dess och får stå kvar.',
  kinds: {
    'credit-order': 'VPP-kredit',
    'code-batch': 'Appkoder',
    'redemption-code': 'Inlösningskod',
    'content-purchaser': 'Innehållsköpare',
    workspace: 'Arbetsplatsens inställningar',
    'import-run': 'Import',
    person: 'Person',
    device: 'Enhet',
    keyring: 'Nycklar',
  },
  nameless: 'Order utan nummer',
  steps: {
    revealed: 'Koden visades',
    'handed-out': 'Utlämnad',
    redeemed: 'Inlöst',
    validated: 'Kontot är giltigt',
    rejected: 'Avvisad av Apple',
    started: 'Importen började',
    imported: 'Importerad',
    undone: 'Importen ångrades',
    'shut-out': 'Utestängd',
    'came-back': 'Släppt in igen',
  },
};
