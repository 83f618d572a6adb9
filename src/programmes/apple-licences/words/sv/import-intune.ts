import type { Sentences } from '#core/language/sentence.ts';
import type {
  ListRowNote,
  ListRowReason,
  TokenNote,
} from '#programmes/apple-licences/rules/row-reason.ts';

const rowIn = (row: string | number, sheet: string | number): string =>
  sheet === '' ? `på rad ${row}` : `på rad ${row} i ${sheet}`;

/** Why a row about a token or an assignment in Intune ends as it does; the Swedish source. */
export const intuneWhy = {
  'same-token-as-row': ({ row = '', sheet = '' }) =>
    `Samma token står ${rowIn(row, sheet)}, som räknas`,
  'several-tokens': ({ who = '' }) =>
    `Flera token passar${who === '' ? '' : ` ${who}`}, ingen ändras`,
  'token-end-missing': ({ who = '' }) =>
    `Listan säger inte när ${who === '' ? 'token' : who} upphör`,
  'one-token-only': ({ name = '' }) =>
    `Enligt 2016 års regler har en organisation en token, och ${name === '' ? 'en' : name} finns redan. Välj 2025 års regler under Inställningar.`,
  'group-named-before': () => 'Samma grupp står tidigare för appen',
  'intent-not-known': ({ app = '' }) =>
    app === '' ? 'Okänd distributionsåtgärd' : `${app}: okänd distributionsåtgärd`,
  'goes-to-all-users': ({ app = '' }) =>
    `${app === '' ? 'Appen' : app} går till alla användare i Intune. Här går en distribution till en grupp eller till namngivna användare.`,
  'goes-to-all-devices': ({ app = '' }) =>
    `${app === '' ? 'Appen' : app} går till alla enheter i Intune. Här går en distribution till en grupp eller till namngivna användare.`,
  'leaves-a-group-out': ({ app = '' }) =>
    `${app === '' ? 'Appen' : app} undantar en grupp i Intune. Undantag finns inte här.`,
  'target-not-known': ({ app = '' }) =>
    app === '' ? 'Okänt vem appen går till' : `${app}: okänt vem den går till`,
} satisfies Partial<Sentences<ListRowReason>>;

/** What a row about a token or an assignment in Intune tells besides. */
export const intuneNotes = {
  'without-its-file': () => 'Tokenfilen finns inte här. Lägg till den för att synka med Apple.',
  'account-is-for-good': () => 'Kontot kan inte bytas senare enligt 2016 års regler',
  'expired-in-intune': () =>
    'Upphörd i Intune. Hämta en ny fil hos Apple, ladda upp den i Intune och lägg till den här.',
  'invalid-in-intune': () =>
    'Ogiltig i Intune: kontots lösenord eller domän kan ha bytts. Hämta en ny fil hos Apple, ladda upp den i Intune och lägg till den här.',
  'state-not-known-in-intune': () =>
    'Tokens status i Intune står inte här eller känns inte igen, och utelämnas',
  'claimed-from-intune': () =>
    'Ett annat system har tagit över den. Ska Intune ha den: hämta en ny fil hos Apple och ladda upp den i Intune.',
  'duplicate-in-intune': () =>
    'Samma plats finns två gånger i Intune. Synken är pausad tills en av dem tas bort där.',
  'sync-failed-in-intune': ({ day = '' }) =>
    day === ''
      ? 'Intunes synk misslyckades. Synka igen i Intune.'
      : `Intunes synk misslyckades, senast synkad ${day}. Synka igen i Intune.`,
  'newer-file-in-intune': ({ day = '' }) =>
    `Intune har en nyare fil, till ${day}. Förnya med den filen här.`,
  'older-file-in-intune': ({ day = '' }) =>
    `Intune har en äldre fil, till ${day}. Ladda upp den nya i Intune.`,
  'group-is-an-id': () => 'Intune säger bara gruppens id, som blir dess namn här',
} satisfies Sentences<TokenNote> & Partial<Sentences<ListRowNote>>;

/** Facts of a token in Intune, for the row in full. */
export const intuneFacts = {
  until: (day: string) => `till ${day}`,
  expires: 'Upphör',
  account: 'Kontotyp',
  accounts: { business: 'företag', education: 'utbildning' },
  country: 'Land',
  group: 'Grupp',
  sync: 'Synk i Intune',
  syncs: {
    none: 'inte synkad',
    running: 'pågår',
    completed: 'klar',
    failed: 'misslyckades',
    unknown: '',
  },
  synced: 'Senast synkad i Intune',
};
