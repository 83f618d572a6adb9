import { numberedApps } from './numbered-apps.ts';

/** Words of showing a user's invitation to Apple's terms, and of pasting one. */
export const invitation = {
  title: 'Inbjudan',
  qr: 'QR-kod med inbjudan',
  link: 'Länken i inbjudan',
  code: 'Koden i inbjudan',
  scan: (name: string) => `Låt ${name} skanna med sin iPhone eller iPad, eller skicka länken.`,
  /** Where only the code is known. */
  onlyCode: 'Här finns bara koden. Länken blir klar när token för platsen har synkats.',
  beside: (host: string) =>
    `Länken går till ${host}, inte till Apple. Skicka den bara om du litar på systemet som den kom från.`,
  covered: 'Inbjudan är dold',
  locked: 'Inbjudan är inlåst. Lås upp för att se den.',
  why: 'Den döljs efter en minut, och när du lämnar Volym eller låser. Varje visning loggas i historiken.',
  show: 'Visa inbjudan',
  hidesIn: (seconds: number) =>
    seconds === 1 ? 'Döljs om 1 sekund' : `Döljs om ${seconds} sekunder`,
  copyLink: 'Kopiera',
  copyCode: 'Kopiera kod',
  copyLetter: 'Kopiera hela brevet',
  copied: 'Kopierad.',
  notCopied: 'Kunde inte kopiera. Markera texten och kopiera den själv.',
  clipboard: 'Urklipp töms efter en minut där enheten tillåter det.',
  share: 'Dela',
  mail: 'Mejla',
  language: 'Brevets språk',
  languages: { sv: 'Svenska', en: 'English' },
  personal: (name: string) =>
    `Bara till ${name}: vem som helst som har länken kan godkänna i stället.`,
  next: 'Så går det till',
  steps: {
    opens: (name: string) =>
      `${name} öppnar länken, loggar in med sitt Apple-ID och godkänner villkoren.`,
    installs: 'Först sedan kan den första appen installeras.',
    seen: 'Nästa synk eller lista visar att villkoren är godkända. Annars väljer du Villkoren godkända här.',
    again: 'Händer inget på två veckor: skicka länken igen, och välj Påmind i dag.',
  },
  other: 'Klistra in en annan',
  paste: {
    title: 'Klistra in länk',
    field: 'Länk eller kod',
    hint: 'Som Apple eller ett annat system visar den. Ett helt brev går också.',
    sealed: 'Den låses in i valvet, och står aldrig i klartext på enheten eller servern.',
    save: 'Lås in',
    forgotten: 'Det låstes, och det som stod här är borta. Klistra in det igen.',
    saved: 'Inbjudan är inlåst',
  },
  letter: {
    numbered: numberedApps,
    subject: 'Inbjudan till appar från oss',
    body: (name: string, apps: string, link: string) =>
      `Hej${name === '' ? '' : ` ${name}`},\n\nDu får appar från oss genom Apples volymköp. Öppna länken på din iPhone eller iPad, logga in med ditt Apple-ID och godkänn villkoren:\n\n${link}\n\nSedan installeras ${apps === '' ? 'apparna' : apps}. Länken är bara till dig, så skicka den inte vidare.`,
    shared: (name: string) =>
      `Hej${name === '' ? '' : ` ${name}`}! Öppna länken på din iPhone eller iPad, logga in med ditt Apple-ID och godkänn villkoren, så installeras apparna sedan. Den är bara till dig.`,
  },
};
