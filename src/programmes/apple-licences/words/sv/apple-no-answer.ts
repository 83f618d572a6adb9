import type { RelayCode, SyncCode } from '#programmes/apple-licences/rules/api/failure-code.ts';

/** What it means, and what to do. */
type Sentences = { readonly means: string; readonly todo: string };

/** Texts about the names that tell two things apart; '' where one is not known. */
type Named = { readonly now: string; readonly next: string; readonly name: string };

/** For sentences that depend on names. */
type NamedSentences = { readonly means: (named: Named) => string; readonly todo: string };

const update =
  'Uppdatera Volym. Kommer felet igen, be den som sköter servern att uppdatera den också.';

/** Texts for when the workspace's own server refuses to pass a call on. */
const relay = {
  'no-relay': {
    means: 'Servern är inte inställd att fråga Apple.',
    todo: 'Be den som sköter servern att slå på förmedlingen till Apple, eller importera sidor som du sparat från Apple.',
  },
  'not-let-in': {
    means: 'Servern släpper inte in den här enheten.',
    todo: 'Be en kollega om en ny inbjudan till arbetsplatsen, och öppna den här.',
  },
  'readers-only-read': {
    means: 'Den här enheten får bara läsa, och det här skulle ändra något hos Apple.',
    todo: 'Be en kollega som får ändra att göra det, eller att låta enheten ändra.',
  },
  'from-elsewhere': {
    means: 'Frågan kom till servern från en annan adress än dess egen.',
    todo: 'Öppna Volym på serverns egen adress, och synka där.',
  },
  'no-token': {
    means: 'Token kom inte fram till servern, eller är skadad.',
    todo: 'Läs in filen med token igen, som Apple lämnade den.',
  },
  'bad-query': { means: 'Servern känner inte igen det som Volym frågar efter.', todo: update },
  'too-large': {
    means: 'Begäran var större än servern tar emot.',
    todo: 'Välj färre på en gång, och försök igen.',
  },
  'no-json': {
    means: 'Begäran kom inte hel till servern.',
    todo: 'Försök igen. Kommer felet igen, uppdatera Volym.',
  },
  'no-such-call': { means: 'Servern förmedlar inte den här frågan till Apple.', todo: update },
  'other-device': {
    means: 'En annan av arbetsplatsens enheter talar med Apple för samma token just nu.',
    todo: 'Vänta en minut och synka igen. Det den hämtar kommer hit också.',
  },
} satisfies Record<RelayCode, Sentences>;

/** Texts for when a sync ends before Apple has any part in it. */
const ours = {
  'vault-locked': {
    means: () => 'Token är inlåst, och valvet är låst.',
    todo: 'Lås upp för att synka.',
  },
  'no-text': {
    means: () => 'Tokenfilens innehåll finns inte här, bara uppgifterna ur den.',
    todo: 'Välj filen med token, och synka igen.',
  },
  'no-endpoint': {
    means: () => 'Arbetsplatsen har ingen egen server som kan fråga Apple.',
    todo: 'Importera sidor som du sparat från Apple i stället, eller koppla arbetsplatsen till en server som frågar Apple.',
  },
  'other-location': {
    means: ({ now, next }) =>
      now === '' || next === ''
        ? 'Token hör till en annan plats hos Apple än den gjorde förut.'
        : `Hos Apple hör token till platsen ${next}, men här är den inlagd för ${now}.`,
    todo: 'Hämta token för rätt plats hos Apple, eller lägg till den nya som en egen token.',
  },
  'other-organization': {
    means: ({ now, next }) =>
      now === '' || next === ''
        ? 'Token hör till en annan organisation än den gjorde förut.'
        : `Token hör till ${next}, men här är den inlagd för ${now}.`,
    todo: 'Hämta token för rätt organisation hos Apple, och läs in den.',
  },
  'duplicate-location': {
    means: ({ name }) =>
      name === ''
        ? 'En annan token här har samma plats hos Apple.'
        : `Platsen hos Apple är densamma som för ${name}.`,
    todo: 'Behåll den ena. Lägg den andra i papperskorgen, och synka igen.',
  },
  'not-written': {
    means: () => 'Allt gick inte att spara på den här enheten.',
    todo: 'Se efter att det finns plats på enheten, och synka igen. Det som sparades finns kvar.',
  },
  'busy-tab': {
    means: () => 'En annan flik synkar just nu.',
    todo: 'Vänta tills den är klar, eller stäng den.',
  },
} satisfies Record<SyncCode, NamedSentences>;

/** Words for why there is no answer if Apple itself gave no reason. */
export const appleNoAnswer = {
  relay,
  ours,
  none: {
    'no-reply': {
      means: 'Ingen svarade. Nätet kan vara borta, eller servern.',
      todo: 'Kontrollera nätet och synka igen.',
    },
    stopped: { means: 'Synken avbröts innan den var klar.', todo: 'Synka igen när det passar.' },
  },
  /** A code that a newer version wrote, or one of Apple's that has no number here. */
  unknown: {
    means: (code: string) =>
      `Frågan till Apple gav inget svar, av ett skäl som den här versionen av Volym inte känner (${code}).`,
    todo: 'Uppdatera Volym och synka igen.',
  },
  minutes: { one: 'minut', other: 'minuter' },
  waits: (time: string) => `Vänta minst ${time} innan du synkar igen.`,
};
