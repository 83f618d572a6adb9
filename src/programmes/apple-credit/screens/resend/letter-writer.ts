import type { ResendLetter } from '#programmes/apple-credit/rules/resend/resend.ts';
import { formatFor } from '#core/language/format.ts';
import type { Language } from '#core/language/language.ts';
import { loadAppleCreditWords } from '#programmes/apple-credit/words/load.ts';

/** Writes the texts for AppleCare in one language, whatever language the screen has. */
export type LetterWriter = {
  readonly subject: string;
  readonly write: (letter: ResendLetter) => string;
};

/** Spaces that do not break are not what a form of another company's expects. */
const plainly = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

/** The writer of a language; its words are loaded on first use. */
export const letterWriter = async (language: Language): Promise<LetterWriter> => {
  const { letter, subject } = await loadAppleCreditWords(language, 'resend');
  const { money } = formatFor(language);
  return {
    subject,
    write: (given) =>
      letter({
        ...given,
        credits: given.credits.map(({ number, amount, currency }) => ({
          number,
          amount: plainly(money(amount, currency)),
        })),
      }),
  };
};
