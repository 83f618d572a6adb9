import { countIn } from '#core/language/count.ts';

const n = countIn('sv');

/** Words for folders whose files are imported: one that is watched, and those that are dropped. */
export const importFolder = {
  title: 'Bevaka en mapp',
  watching: (folder: string) => `Bevakar ${folder}`,
  nothingNew: 'Ingen ny fil',
  /** What the row says of it, by how it is with the folder. */
  of: {
    unknown: '',
    none: '',
    ask: 'Tryck för att låta Volym se mappen igen',
    denied: 'Webbläsaren visar inte mappen för Volym',
    gone: 'Mappen finns inte kvar',
  },
  read: 'Läs in',
  readFile: (file: string) => `Läs in ${file}`,
  dismiss: (file: string) => `Visa inte ${file} mer`,
  fileIsGone: 'Filen finns inte kvar i mappen.',
  how: 'Välj mappen där du sparar filer från mejl och webb. När du öppnar den här sidan visas den nyaste filen som Volym kan läsa. Inget i den läses förrän du trycker på Läs in.',
  /** Browsers do not hand over these as a whole. */
  notWhole:
    'Webbläsaren släpper inte in Volym i hela Hämtade filer, Skrivbordet eller Dokument. Välj en mapp i någon av dem.',
  kept: 'Mappen sparas bara på den här enheten.',
  choose: 'Välj mapp',
  chooseOther: 'Välj en annan mapp',
  stop: 'Sluta bevaka',
  /** What to do where the folder cannot be looked into. */
  todo: {
    denied:
      'Webbläsaren nekar Volym mappen. Tillåt den i webbläsarens inställningar för den här sidan, eller välj mappen igen.',
    gone: 'Mappen är borttagen, flyttad eller har bytt namn. Välj den igen där den finns nu, eller sluta bevaka den.',
  },
  /** Of folders that were dropped. */
  nothingIn: (folders: string) => `Inget i ${folders} kan läsas in.`,
  leftOut: (folders: string, count: number) =>
    `${count === 1 ? '1 fil eller mapp' : `${n(count)} filer och mappar`} i ${folders} läses inte in.`,
};
