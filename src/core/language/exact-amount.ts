import type { Language } from './language.ts';

const LOCALES: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };
const NARROW_NO_BREAK_SPACE = '\u202f';

const written = (format: Intl.NumberFormat, text: string, language: Language): string =>
  format
    .formatToParts(text as Intl.StringNumericLiteral)
    .map(({ type, value }) =>
      type === 'group' && language === 'sv' ? NARROW_NO_BREAK_SPACE : value,
    )
    .join('');

/**
 * Decimal text with all of its decimals, as a reckoning shows its numbers: `11,473972603`, `4
 * 188,00`.
 */
export const exactNumber = (text: string, language: Language): string => {
  const decimals = text.split('.')[1]?.length ?? 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return written(new Intl.NumberFormat(LOCALES[language], digits), text, language);
};

/**
 * An amount with its decimals, even if they are zero, so that sums line up in a column: `8 376,00
 * kr`.
 */
export const exactMoney = (amount: string, currency: string, language: Language): string => {
  const style = {
    style: 'currency',
    currency,
    currencyDisplay: language === 'sv' ? 'symbol' : 'code',
  } as const;
  const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const isCode = /^[A-Z]{3}$/.test(currency);
  const format = new Intl.NumberFormat(LOCALES[language], { ...(isCode ? style : {}), ...cents });
  return written(format, amount, language);
};
