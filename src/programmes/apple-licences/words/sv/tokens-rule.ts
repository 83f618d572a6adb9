import { countIn } from '#core/language/count.ts';
import { dayCount } from '#ui/words/sv/day-count.ts';

const n = countIn('sv');

/** Words of the rule behind a token's last day; what is between stars is drawn strong. */
export const tokenRule = {
  why: 'Så räknas dagen',
  title: (day: string) => `Förnya senast ${day}`,
  titlePlain: 'En token gäller ett år',
  plain: 'Räknas från hämtningen, plus *ett år*. Sista dagen räknas.',
  fromDownload: (from: string) =>
    `Hämtad *${from}*, plus *ett år*. Filen säger samma dag, och den sista dagen räknas.`,
  fromFile: (day: string) =>
    `Filen säger *${day}*: den sista dagen av *ett år* från hämtningen. Den dagen räknas.`,
  after: (day: string) => `Från ${day} kan inga licenser delas ut med den.`,
  found: (state: string) =>
    `Här är den antecknad som ${state.toLowerCase()}, så dagen gäller inte.`,
  tape: (day: string, days: number) =>
    days < 0
      ? `Sista dagen var ${day}, för ${dayCount(-days)} sedan.`
      : days === 0
        ? `Sista dagen är i dag, ${day}. Högre streck är påminnelser.`
        : `${dayCount(days)} kvar till ${day}. Högre streck är påminnelser.`,
  theRule: 'Regeln',
  programme: 'Program',
  programmeName: 'Token för appar från Apple',
  number: 'En token gäller',
  year: 'ett år',
  source: 'Källa',
  sources: {
    'apple-licences.token-year-calendar': 'Microsoft, Appar från volyminköp; Apple, Innehållstoken',
  },
  edition: 'Version',
  editions: { 'apple-licences.token-year-calendar': 'Ett kalenderår, enligt källan' },
  since: 'Gäller',
  sinceAlways: 'så länge källan har funnits',
  warns: 'Varnar på Frister',
  warnsFrom: (days: number) => `${n(days)} dagar före`,
  reminds: 'Påminner, dagar före',
  kills: 'Det här gör också att den slutar gälla',
};
