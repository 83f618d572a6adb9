import { countIn } from '#core/language/count.ts';
import { rulesToday } from './rules-today.ts';

const n = countIn('sv');

/** Words of More, Settings, the trash, and of what is erased from a device. */
export const more = {
  keys: { title: 'Kortkommandon', detail: 'Det du kan göra med tangentbordet' },
  page: {
    open: 'Koderna är öppna',
    openSince: (time: string) => `Låses efter ${time} utan aktivitet`,
    lock: 'Lås nu',
    locked: 'Koderna är låsta',
    lockedHint: 'Frister och order syns ändå',
    unlock: 'Lås upp',
    noImport: 'Excel eller CSV, med provkörning först',
    lastImport: (when: string, rows: string) =>
      `Senast ${when}, ${rows === '1' ? '1 rad' : `${rows} rader`}`,
    undoneImport: (when: string) => `Ångrad ${when}`,
    workspace: 'Arbetsplats',
    licences: 'Licenser för det som Volym är byggt av',
  },
  rules: rulesToday,
  settings: {
    language: 'Språk',
    languages: { sv: 'Svenska', en: 'English' },
    theme: 'Tema',
    themes: { system: 'Enhetens', light: 'Ljust', dark: 'Mörkt' },
    themeIs: { system: 'enhetens tema', light: 'ljust tema', dark: 'mörkt tema' },
    names: 'Namn',
    yourName: 'Ditt namn',
    workspaceName: 'Arbetsplatsens namn',
    nameNeeded: 'Skriv ett namn.',
    workspaces: 'Arbetsplatser på den här enheten',
    workspaceInUse: 'Används nu',
    unnamed: 'Utan namn',
    programmes: 'Det du sköter om',
    hidden: 'Inte i menyn, men fristerna visas',
    codes: 'Koder',
    codesNote: 'döljs genast när du lämnar appen',
    lockHidden: 'Låses när appen är dold',
    lockIdle: 'Låses när inget händer',
    atOnce: 'genast',
    seconds: (count: number) => `${count} s`,
    minutes: (count: number) => `${count} min`,
    people: 'Personer',
    peopleHint: 'Vilka som har arbetsplatsen, på vilka enheter, och hur en kollega kommer in',
    history: 'Ändringar i inställningarna',
    historyHint: 'Vem som ändrade vad i de gemensamma inställningarna',
    vault: 'Lås och lösenfras',
    vaultHint: 'Återställningskit, ny lösenfras och nya nycklar',
  },
  trash: {
    title: 'Papperskorg',
    detail: 'Det som tagits bort kan läggas tillbaka',
  },
  lost: {
    title: 'Posterna är borta från enheten',
    sentence:
      'Webbläsaren har tömt det Volym sparade här. Läs in sidan igen. Är det fortfarande tomt går det bara att börja om på den här enheten.',
    again: 'Läs in igen',
    startOver: 'Börja om från början',
    sure: 'Radera det som är kvar?',
    goes: (workspace: string) =>
      `${workspace === '' ? 'Arbetsplatsen' : workspace} tas bort från enheten, med enhetens nycklar och det du har skrivit men inte sparat. Det går inte att ångra.`,
    stays:
      'Andra enheter, servern, säkerhetskopior och dina andra arbetsplatser rörs inte. Posterna kan du få tillbaka med en säkerhetskopia eller, om arbetsplatsen synkas, med en ny inbjudan.',
    erase: 'Radera och börja om',
  },
  giveUp: {
    title: 'Sluta hämta arbetsplatsen?',
    goes: (count: number) =>
      `${count === 1 ? '1 post som har hämtats raderas' : `${n(count)} poster som har hämtats raderas`} från enheten, och enheten är inte med längre. Det går inte att ångra.`,
    nothingYet: 'Inget har hämtats än, men enheten är inte med längre. Det går inte att ångra.',
    invited: 'Inbjudan är använd. Vill du gå med senare behöver du en ny.',
    login: 'Vill du gå med senare loggar du in på nytt.',
    stays:
      'Arbetsplatsen finns kvar på servern och hos de andra. Dina andra arbetsplatser rörs inte.',
    erase: 'Radera och sluta',
    stay: 'Fortsätt hämta',
  },
  leaveDemo: {
    title: 'Det du lagt in raderas också',
    added: 'Tillagda poster',
    changed: 'Ändrade poster',
    removed: 'Borttagna poster',
    typed: 'Påbörjat, inte sparat',
    sentence:
      'Allt i exemplet raderas från enheten, även det du själv har lagt in, ändrat eller importerat. Det går inte att ångra.',
    stays:
      'Exemplet synkas aldrig: andra enheter, servern och dina egna arbetsplatser rörs inte. En importerad fil finns kvar där du valde den.',
    keep: 'Vill du ha kvar något? Stanna, och spara listan som csv där den visas.',
    stay: 'Stanna kvar',
  },
};
