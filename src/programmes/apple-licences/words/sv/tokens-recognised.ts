import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { TokenProblem } from '#programmes/apple-licences/rules/token/token-problem.ts';

const n = countIn('sv');

/** Why a file is no new token: its token is here already, in whatever dress. */
export const recognisedProblems = {
  'token-is-here': ({ name }) => `Den här token finns redan: ${name}.`,
  'token-same-file': () => 'Det är samma fil som redan finns här. Hämta en ny hos Apple.',
  'token-in-other-file': ({ name }) =>
    `Det är samma token som ${name}, i en fil där bara dagen eller mellanrummen skiljer. Ska den förnyas, hämta en ny hos Apple.`,
  'token-was-here': ({ name }) =>
    `Den här filen hade ${name} innan den förnyades. Hämta en ny hos Apple.`,
  'token-same-token': () =>
    'Det är samma token som redan finns här, i en fil där bara dagen eller mellanrummen skiljer. Hämta en ny hos Apple.',
  'token-same-token-later': () =>
    'Det är samma token som redan finns här, i en fil med en senare dag. Är du osäker, hämta en ny hos Apple: Volym påminner efter dagen i filen.',
} satisfies Partial<Sentences<TokenProblem['code']>>;

/** Words about a token that is recognised where it is taken as a new one. */
export const tokenRecognised = {
  show: 'Visa token',
  takeAllTheSame: 'Ta den ändå',
  back: 'Token är tillbaka ur papperskorgen',
  /** One token that two devices brought into two records. */
  twin: {
    title: (name: string) => `Samma token finns också som ${name}`,
    sentence: 'Båda påminner. Lägg den ena i papperskorgen; den andra blir som den är.',
  },
  /** A token that is here may be the one that a newer file renews. */
  renews: {
    title: 'Ska filen förnya en token som finns?',
    sentence:
      'Den hör till samma organisation och gäller längre. Vilken plats hos Apple den är för står inte i filen. Är det samma plats, förnya: annars finns den två gånger.',
    renew: (name: string, day: string) => `Förnya ${name}, som går ut ${day}`,
    more: (count: number) => `${n(count)} till kan förnyas, var och en på sin egen sida.`,
    /** Among them is one of which a list told before its file came. */
    first: {
      title: 'Är det filen till en token som finns?',
      sentence:
        'En lista har nämnt token av samma organisation som saknar sin fil. Vilken plats hos Apple filen är för står inte i den. Är det en av dem, lägg filen på den: annars finns den två gånger.',
      add: (name: string) => `Lägg filen på ${name}`,
    },
  },
};
