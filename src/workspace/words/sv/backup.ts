import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

const records = (count: number): string => (count === 1 ? '1 post' : `${n(count)} poster`);
const days = (count: number): string =>
  count === 0 ? 'i dag' : count === 1 ? '1 dag' : `${n(count)} dagar`;

/** Words of the backup: one file out, read back, and in again. */
export const backup = {
  title: 'Säkerhetskopia',
  age: (count: number | undefined) => (count === undefined ? 'aldrig' : days(count)),
  due: (count: number | undefined) =>
    count === undefined ? 'Ingen kopia' : `Kopia: ${days(count)}`,
  remind: (count: number | undefined) =>
    count === undefined
      ? 'Det finns ingen säkerhetskopia'
      : `Säkerhetskopian är ${count === 0 ? 'från i dag' : `${days(count)} gammal`}`,
  outlived: 'Säkerhetskopian öppnas bara med den förra frasen eller det förra kitet',
  savedOn: (day: string) => `Krypterad, sparad ${day}`,
  neverSaved: 'Ingen kopia är gjord på den här enheten',
  backUp: 'Säkerhetskopiera',
  testedCheck: 'Säkerhetskopian går att läsa in',
  notTested: 'inte provat',
  testedOn: (day: string) => `provat ${day}`,
  /** Of a backup that this device did not make. */
  otherTested: (day: string) => `Kopian som provades är gjord ${day}.`,
  whatTests:
    'Kopian är provad när Volym har öppnat filen där den ligger och läst den till slutet. Det sker också när du läser in den: då ser du först vad den innehåller, och inget ändras.',
  test: 'Prova en säkerhetskopia',
  make: {
    sub: 'En fil med allt: order, koder, historik och papperskorg.',
    last: (day: string) => `Senast sparad ${day}`,
    never: 'Ingen säkerhetskopia än',
    neverDetail: 'Går enheten sönder finns allt bara hos dem som delar arbetsplatsen.',
    holds: records,
    tested: (day: string) => `Sparad och läst tillbaka ${day}`,
    notTested: 'Inte provad än',
    otherTested: (day: string) => `En annan kopia är provad ${day}`,
    testedDetail: 'Volym öppnar hela filen och jämför varje post med det som finns här.',
    testedBefore: (day: string) => `Kontrollerad ${day}, innan den sparades`,
    testedBeforeDetail:
      'Här får Volym inte läsa filen där den ligger. Prova den: Läs in en säkerhetskopia visar vad den innehåller och ändrar inget. Sedan står det här när den provades.',
    opens:
      'Filen är krypterad. Den öppnas med lösenfrasen eller återställningskitet, så som de är i dag. Spara den någon annanstans än på enheten.',
    making: 'Gör säkerhetskopian',
    testing: 'Läser tillbaka och kontrollerar',
    of: (done: number, all: number) => `${n(done)} av ${records(all)}`,
    percent: (share: number) => `${Math.floor(share * 100)} %`,
    cancel: 'Avbryt',
    ready: 'Filen är gjord och provad',
    readyDetail: 'Välj var den ska sparas.',
    save: 'Spara filen',
    done: 'Säkerhetskopian är sparad och provad',
    handedOver: 'Säkerhetskopian är provad. Enheten sparar den.',
    restore: 'Återställ',
    restoreRow: 'Läs in en säkerhetskopia',
    restoreDetail: 'Med provkörning först. Det som är nyare här blir kvar.',
    demo: 'Exemplet behöver ingen säkerhetskopia.',
  },
  makeProblems: {
    'no-device-key':
      'Webbläsaren har tömt enhetens nyckel. Lås koderna, lås upp dem igen, och försök på nytt.',
    'keys-changed':
      'Nycklarna är bytta. Vänta tills allt är synkat, lås koderna, lås upp dem igen, och försök på nytt.',
    'no-keyring':
      'Det som öppnar filen saknas på enheten. Vänta tills allt är synkat och försök igen.',
    'not-whole': 'Kontrollen stämde inte. Lita inte på den här filen: ta bort den och gör en ny.',
    failed: 'Filen kunde inte skrivas. Det kan vara fullt där den skulle sparas. Försök igen.',
  },
  restore: {
    title: 'Återställ från säkerhetskopia',
    sub: 'Välj filen. Den slutar på .volym. Inget ändras förrän du har sett vad den innehåller.',
    choose: 'Välj fil',
    file: 'Säkerhetskopia',
    other: 'Välj en annan fil',
    reading: 'Läser och jämför',
    cancel: 'Avbryt',
    open: 'Öppna säkerhetskopian',
    lockedAgain: 'Det låstes under tiden.',
    openByPhrase: (day: string) => `Gjord ${day}. Skriv lösenfrasen som gällde då.`,
    openByKit: (day: string, kit?: { number: number; mark: string }) =>
      `Gjord ${day}. Skriv de tolv orden${kit === undefined ? '' : ` från kit ${kit.number}, märke ${kit.mark}`}, eller skanna kitets kod.`,
    usePhrase: 'Använd lösenfrasen i stället',
    dryRun: 'Det här finns i filen',
    madeOn: (day: string) => `Gjord ${day}`,
    workspace: 'Arbetsplats',
    records: 'Poster',
    fresh: 'Nya här',
    deleted: 'Borttaget för gott här',
    same: 'Lika',
    newerHere: 'Olika, nyare här',
    newerInFile: 'Olika, nyare i filen',
    asked: 'Frågor att svara på',
    otherKind: 'Från en nyare Volym',
    whole: 'Filen är hel.',
    newHere: 'Arbetsplatsen finns inte på enheten. Den läggs till.',
    besideOther: (name: string) =>
      `Arbetsplatsen ${name} ligger kvar. Du byter under Inställningar.`,
    leavesDemo: 'Exemplet raderas från enheten.',
    merges:
      'Arbetsplatsen finns på enheten. Filen slås ihop med den, och det som är nyare här blir kvar.',
    asks: 'Där båda har ändrats olika får du välja. Frågorna ligger överst bland fristerna.',
    nothing: 'Allt i filen finns redan här, eller något nyare. Det finns inget att läsa in.',
    bringBack: (count: number) =>
      count === 1 ? 'Ta tillbaka den borttagna' : `Ta tillbaka ${n(count)} borttagna`,
    staysDeleted: (count: number) =>
      count === 1
        ? 'En post i filen är borttagen för gott här, och förblir det. Tar du tillbaka den slås filen ihop med arbetsplatsen, och posten kommer tillbaka på alla enheter.'
        : `${n(count)} poster i filen är borttagna för gott här, och förblir det. Tar du tillbaka dem slås filen ihop med arbetsplatsen, och posterna kommer tillbaka på alla enheter.`,
    leftOut: (count: number) =>
      count === 1
        ? 'En post i filen är trasig och lämnas utanför. Ingen app skriver en sådan.'
        : `${n(count)} poster i filen är trasiga och lämnas utanför. Ingen app skriver sådana.`,
    noRoom: (count: number) =>
      count === 1
        ? 'Av en post i filen tas inget in: den som finns här är så full att inget mer får plats.'
        : `Av ${n(count)} poster i filen tas inget in: de som finns här är så fulla att inget mer får plats.`,
    nothingElse: 'Allt annat i filen finns redan här, eller något nyare.',
    restore: 'Återställ',
    merge: 'Slå ihop',
    next: 'Fortsätt',
    writing: 'Återställer',
    writingDetail: 'Låt sidan vara öppen tills allt är på plats.',
    restored: (count: number) => `${records(count)} är tillbaka`,
    merged: 'Säkerhetskopian är inläst',
    close: 'Klar',
  },
  fileProblems: {
    'only-reads':
      'Den här enheten kan läsa, inte ändra. Inget har ändrats. Den som får ändra kan återställa filen.',
    'not-a-backup': 'Det här är ingen säkerhetskopia från Volym. Välj en fil som slutar på .volym.',
    'newer-format': 'Filen är gjord av en nyare Volym. Uppdatera appen och försök igen.',
    damaged: 'Filen är skadad. Inget har ändrats. Prova en annan säkerhetskopia.',
    'cut-off':
      'Filen är inte hel: slutet saknas. Inget har ändrats. Hämta filen på nytt, eller prova en annan.',
    'not-read': 'Filen kunde inte läsas. Inget har ändrats. Välj den igen.',
    failed: 'Det gick inte att spara på enheten. Kanske är den full. Frigör plats och försök igen.',
  },
};
