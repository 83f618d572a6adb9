import { countIn } from '#core/language/count.ts';
import type { CommonProblem } from '#core/result.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { TokenProblem } from '#programmes/apple-licences/rules/token/token-problem.ts';
import { dayCount } from '#ui/words/sv/day-count.ts';
import { notStoredProblems } from '#ui/words/sv/not-stored.ts';
import { tokenKills, tokenNote } from './tokens-note.ts';
import { recognisedProblems, tokenRecognised } from './tokens-recognised.ts';
import { tokenRule } from './tokens-rule.ts';

const n = countIn('sv');

/** Why a file is no token that can be taken, and what to do: the code of the refusal leads here. */
const problems = {
  'token-empty': () => 'Filen är tom. Hämta den igen hos Apple.',
  'token-too-large': () =>
    'Filen är för stor för att vara en token. Välj filen som slutar på .vpptoken.',
  'token-is-enrolment': () =>
    'Det här är en servertoken för enhetsregistrering (.p7m). Token för appar hämtas under Appar och böcker och slutar på .vpptoken.',
  'token-is-certificate': () =>
    'Det här är ett certifikat, ingen token. Välj filen som slutar på .vpptoken.',
  'token-is-sheet': () => 'Det här är ett kalkylblad. Kodblad läses in under Import.',
  'token-is-page': () => 'Det här är en webbsida. Logga in hos Apple och hämta filen igen.',
  'token-is-decoded': () => 'Texten är redan avkodad. Välj själva filen, som Apple lämnade den.',
  'token-is-other': () =>
    'Det här är ingen tokenfil. Välj filen som slutar på .vpptoken, eller klistra in hela dess text.',
  'token-url-letters': () =>
    'Tecken har bytts ut på vägen (- och _). Hämta filen igen hos Apple i stället för att skicka den.',
  'token-strange-letter': ({ letter }) =>
    `Filen har tecken som inte hör dit (${letter}). Den är skadad: hämta den igen hos Apple.`,
  'token-cut-off': () => 'Filen är inte hel: slutet saknas. Hämta den igen hos Apple.',
  'token-not-json': () =>
    'Innehållet går inte att läsa. Det är ingen token, eller så är den skadad. Välj filen som slutar på .vpptoken, eller hämta den igen hos Apple.',
  'token-not-object': () => 'Innehållet har en annan form än en token. Hämta filen igen hos Apple.',
  'token-field-missing': ({ fields }) => `Det saknas i filen: ${fields}. Hämta den igen hos Apple.`,
  'token-bad-date': ({ written }) =>
    `Sista dagen går inte att läsa (${written}). Hämta filen igen hos Apple.`,
  ...recognisedProblems,
  'one-token-only': ({ name }) =>
    `Enligt 2016 års regler har en organisation ett konto och en token, och ${name} finns redan. Förnya den, eller välj 2025 års regler under Inställningar.`,
  'account-is-for-good': () => 'Bekräfta att kontot inte kan bytas senare.',
  'account-stays': ({ account }) =>
    `Kontot kan inte bytas enligt 2016 års regler. Det är ${account}.`,
  'token-name-needed': () => 'Ge token ett namn.',
  'not-an-apple-id': () => 'Skriv kontots Apple-ID. Det är en e-postadress.',
  'day-in-the-future': () => 'Dagen ligger i framtiden.',
  'not-a-day': () => 'Ange en dag. Skriv hela årtalet.',
  'token-other-organization': ({ now, next }) =>
    `Filen hör till ${next}, och den här token till ${now}. Hämta den för rätt organisation.`,
  'token-not-later': () => 'Filen slutar inte senare än den som finns här. Hämta en ny hos Apple.',
  'renewal-stays': () =>
    'Förnyelsen kan inte ångras längre: något har antecknats om den nya filen sedan dess.',
  'file-first': () => 'Läs in den nya filen först.',
  'already-done': () => 'Steget är redan avbockat, kanske på en annan enhet.',
  ...notStoredProblems,
  'only-reads': () => 'Den här enheten får bara läsa.',
  'vault-locked': () => 'Lås upp för att låsa in token.',
} satisfies Sentences<TokenProblem['code']> & Partial<Sentences<CommonProblem['code']>>;

/** Words of the tokens: list, the first one, one of them and its renewal. */
export const tokens = {
  title: 'Token',
  sub: 'Den som upphör först står överst',
  detail: 'Vald token',
  vppToken: 'VPP-token',
  choose: {
    title: 'Välj en token',
    sentence: 'Här visas hur länge den gäller, förnyelsen och vilka som har åtkomst.',
  },
  add: 'Ny token',
  empty: {
    title: 'Ingen token ännu',
    sentence:
      'Token är filen från Apple som låter ett MDM-system dela ut appar. Volym räknar dagarna och påminner.',
  },
  groups: { over: 'Kräver åtgärd', soon: 'Upphör snart', valid: 'Gäller' },
  withinDays: (days: number) => `inom ${n(days)} dagar`,
  states: {
    valid: 'Giltig',
    expiring: 'Upphör snart',
    expired: 'Upphörd',
    invalid: 'Ogiltig',
    revoked: 'Återkallad',
    claimed: 'Övertagen',
    duplicate: 'Dubblett',
  },
  until: (day: string) => `Till ${day}`,
  ended: (day: string) => `Upphörde ${day}`,
  /** For a token that no longer counts. */
  fileSays: (day: string) => `Filens sista dag: ${day}`,
  ring: {
    days: (count: number) => (count === 1 ? 'dag' : 'dagar'),
    daysLeft: (count: number) => (count === 1 ? 'dag kvar' : 'dagar kvar'),
    late: (count: number) => (count === 1 ? 'dag sen' : 'dgr sen'),
    /** In place of the number, with `lastDay` beneath it. */
    today: 'I dag',
    lastDay: 'sista dag',
    sentence: (left: number, day: string) =>
      left < 0
        ? `Upphörde för ${dayCount(-left)} sedan, ${day}`
        : left === 0
          ? `Sista dagen är i dag, ${day}`
          : `${dayCount(left)} kvar av ett år, till ${day}`,
    void: (state: string, day: string) =>
      `${state}. Gäller inte längre, fast filens sista dag är ${day}`,
  },
  systems: {
    '': 'System inte angivet',
    intune: 'Microsoft Intune',
    jamf: 'Jamf Pro',
    other: 'Annat system',
  },
  foot: {
    renew: 'Förnya',
    renewSentence: 'Inga licenser kan delas ut med den',
    // Intune: assigning goes on, the sync does not (apple.md §1.4).
    syncStands: 'Synken är pausad tills en av dem tas bort',
    started: (done: number, of: number) => `Förnyelsen är påbörjad, ${n(done)} av ${n(of)} klara`,
    goOn: 'Fortsätt',
    begin: (left: number) =>
      left === 0
        ? 'Upphör i dag. Förnya nu'
        : left === 1
          ? 'Upphör i morgon. Förnya nu'
          : 'Börja förnya i god tid',
    nobody: 'Ingen är antecknad med åtkomst',
    onlyOne: (name: string) => `Bara ${name} har åtkomst`,
    addHolder: 'Lägg till',
  },
  card: {
    ends: (day: string) => `Upphör ${day}`,
    ended: (day: string) => `Upphörde ${day}`,
    year: (day: string) => `Hämtad ${day}, gäller ett år`,
    yearUnknown: 'Gäller ett år från hämtningen',
    void: 'Gäller inte längre',
    kills: 'Byts kontots lösenord slutar den gälla direkt.',
    found: {
      revoked:
        'Återkallad hos Apple. Den gäller inte längre, vilken dag filen än säger. Hämta en ny.',
      invalid:
        'Ogiltig: kontots lösenord eller domän har bytts, eller kontot är stängt. Hämta en ny.',
      claimed:
        'Ett annat system har tagit över den. Tilldelningar och användare kan gå förlorade. Hämta en ny till det här systemet.',
      duplicate:
        'Samma plats finns två gånger i systemet. Synken är pausad tills en av dem tas bort.',
    },
    foundOn: (day: string) => `Sedan ${day}`,
  },
  renewal: {
    title: 'Förnya',
    count: (done: number, of: number) => `${n(done)} av ${n(of)} klara`,
    tick: (step: string) => `Klart: ${step}`,
    open: 'Öppna',
    choose: 'Välj fil',
    nameSystem: 'Ange system',
    steps: {
      'signed-in': 'Logga in hos Apple',
      downloaded: 'Hämta en ny token',
      uploaded: {
        intune: 'Överför i Intune',
        jamf: 'Byt ut filen i Jamf Pro',
        /** '' if the system is unknown. */
        other: (system: string) =>
          system === '' ? 'Byt ut filen där den används' : `Byt ut filen i ${system}`,
      },
      renewed: 'Läs in filen här',
      checked: 'Synkronisera och kontrollera',
    },
    hints: {
      'signed-in': (account: string) =>
        account === '' ? 'Med samma konto som förut' : `Med ${account}, samma konto som förut`,
      downloaded: 'Inställningar, Betalningar och fakturering, Appar och böcker, Innehållstoken',
      uploaded: {
        intune:
          'Klientorganisationsadministration, Anslutningsappar, Apple VPP-token: ersätt den gamla filen',
        jamf: 'Inställningar, Volyminköp: förnya, och välj filen i den plats som redan finns',
        other: 'Ersätt filen i den post som finns. Gör ingen ny.',
      },
      renewed: 'Volym jämför organisation och sista dag',
      checked: (system: string) =>
        `Synka ${system === '' ? 'där token används' : `i ${system}`} och se att sista dagen är den nya`,
    },
    done: (step: string, day: string) => `${step}, ${day}`,
    sheetTitle: 'Läs in den nya filen',
    compare: {
      organization: 'Organisation',
      until: 'Gäller till',
      now: 'nu',
      next: 'ny',
      same: 'samma',
    },
    verdicts: {
      renews: 'Samma organisation och en senare sista dag. Filen tar den gamlas plats.',
      first: 'Samma organisation, och ingen fil fanns förut.',
      'same-file': problems['token-same-file'](),
      'not-later': problems['token-not-later'](),
    },
    take: 'Byt ut och lås in',
    takeFacts: 'Byt ut, bara uppgifterna',
    taken: (day: string) => `Token är förnyad, till ${day}`,
    finished: 'Förnyelsen är klar',
    undone: (day: string) =>
      `Förnyelsen är ångrad. Den förra filen gäller, till ${day}. Dess innehåll finns inte kvar här.`,
  },
  account: {
    title: 'Synk och konto',
    people: (count: number) =>
      count === 0
        ? 'Ingen är antecknad med åtkomst'
        : count === 1
          ? 'En person har åtkomst'
          : `${n(count)} personer har åtkomst`,
    twoNeeded: 'Minst två bör ha det: annars går åtkomsten förlorad när någon slutar',
    forGood: 'Kontot kan inte bytas senare',
    twoSystems: (name: string) =>
      `Finns även i ${name}. Tilldelningar och användare kan gå förlorade: hämta en ny token till ett av systemen.`,
    facts: {
      appleId: 'Apple-ID',
      organization: 'Organisation',
      location: 'Plats',
      system: 'System',
      downloadedBy: 'Hämtad av',
      downloadedOn: 'Hämtad',
      updated: 'Senast uppdaterad',
      expires: 'Upphör',
      fileDay: 'Filens sista dag',
      synced: 'Senast synkad',
      never: 'aldrig härifrån',
      holder: 'Används enligt Apple av',
      fingerprint: 'Fingeravtryck',
      text: 'Filens innehåll',
      sealed: 'inlåst',
      thrown: 'inte sparad',
      none: 'har inte kommit',
      gone: 'borta, byttes ut vid förnyelsen som ångrades',
    },
  },
  files: {
    title: 'Filer',
    count: (count: number) => (count === 1 ? 'en fil' : `${n(count)} filer`),
    came: (day: string) => `Läst in ${day}`,
    now: (day: string) => `nu, till ${day}`,
    before: (day: string) => `till ${day}`,
  },
  menu: {
    edit: 'Ändra uppgifter',
    found: 'Anteckna att den inte gäller',
    foundValid: 'Den gäller ändå',
    undoRenewal: 'Ångra förnyelsen',
    history: 'Historik',
    forget: 'Radera filens innehåll',
    trash: 'Lägg i papperskorgen',
  },
  finding: {
    title: 'Vad har hänt?',
    on: 'Sedan',
    note: 'Anteckning',
    kinds: {
      revoked: 'Återkallad hos Apple',
      invalid: 'Ogiltig: lösenord, domän eller konto',
      claimed: 'Ett annat system har tagit den',
      duplicate: 'Samma plats finns två gånger',
    },
    save: 'Anteckna',
    saved: 'Antecknat',
    valid: 'Token gäller igen',
  },
  saved: 'Token är inlåst',
  savedFacts: 'Uppgifterna är sparade, filens innehåll är raderat',
  changed: 'Ändringen är sparad',
  forgotten: 'Filens innehåll är raderat',
  trashed: 'Token ligger i papperskorgen',
  missing: {
    title: 'Token finns inte här',
    sentence: 'Den kan ha tagits bort. Se i papperskorgen.',
  },
  first: {
    title: 'Första token',
    another: 'Ny token',
    guide: 'Hämta hos Apple',
    guideSteps: {
      registered: 'Registrerad hos Apple för volyminköp',
      downloaded: 'Token hämtad för kontot',
      cleared: 'Gamla MDM-användare borttagna',
    },
    guideHints: {
      registered: 'Apple School Manager eller Apple Business Manager, gratis för organisationen',
      downloaded:
        'Inställningar, Betalningar och fakturering, Appar och böcker, Innehållstoken, Hämta',
      cleared:
        'Användare som ett annat system skapat tas inte över. Har token använts i ett annat system, hämta en ny.',
    },
    file: 'Filen',
    fileSays: 'Filen säger',
    chooseFile: 'Välj .vpptoken-filen',
    dropFile: 'Släpp filen här',
    paste: 'Klistra in texten',
    pasteLabel: 'Token som text',
    take: 'Läs texten',
    otherFile: 'Byt fil',
    pastedName: 'Inklistrad text',
    states: { valid: 'Giltig fil', expiring: 'Upphör snart', expired: 'Upphörd' },
    expired: 'Filen har gått ut. Den kan sparas, men hämta en ny hos Apple.',
    until: 'Gäller till',
    untilDays: (day: string, left: number) =>
      left < 0
        ? `${day}, för ${dayCount(-left)} sedan`
        : left === 0
          ? `${day}, i dag`
          : `${day}, ${dayCount(left)}`,
    fingerprint: 'Fingeravtryck',
    /** What was typed waits for the file. */
    fileAgain: 'Filen själv sparas inte: välj den igen, så är det här redan ifyllt.',
    asInMdm: 'Som i ert MDM',
    name: 'Namn på token',
    appleId: 'Apple-ID',
    holders: 'Har åtkomst till kontot',
    holderName: 'Namn',
    addHolder: 'Lägg till någon',
    removeHolder: (name: string) => `Ta bort ${name}`,
    oneHolder: 'Bara en har åtkomst. Minst två bör ha det.',
    forGood: 'Jag vet att vi inte kan byta till ett annat VPP-konto senare',
    forGoodWhy: 'En organisation har ett konto och en token.',
    edition: '2016 års regler',
    later: 'Enligt 2025 års regler kan en organisation ha många token, en för varje plats.',
    seal: 'Lås in token',
    factsOnly: 'Bara uppgifterna',
    system: 'Används i',
    systemName: 'Systemets namn',
    alsoIn: 'Finns även i',
    alsoInHint: 'Tomt om den bara finns på ett ställe',
    location: 'Plats hos Apple',
    downloadedBy: 'Hämtad av',
    downloadedOn: 'Hämtad den',
    save: 'Spara',
    editTitle: 'Ändra uppgifter',
  },
  note: tokenNote,
  kills: tokenKills,
  rule: tokenRule,
  recognised: tokenRecognised,
  problems,
};
