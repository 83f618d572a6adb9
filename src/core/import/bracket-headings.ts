import { visibleText } from '../text/visible-text.ts';

/**
 * What stands in brackets behind a heading and does not change what it means: a currency, a form of
 * dates, a unit, whether it must be filled in. Anything else may: `Licences (used)`, `E-mail
 * (seller)`, `Price (incl. VAT)`.
 */
const BESIDE = new Set(
  `sek kr kronor nok dkk eur euro usd gbp chf tkr mkr tsek teur keur kkr mnkr tusen thousands thousand millions
   required optional readonly obligatorisk obligatoriskt valfri valfritt frivillig pflichtfeld obligatoire facultatif
   obligatorio opcional verplicht optioneel påkrevd valgfri pakollinen mandatory
   utc cet cest gmt localtime lokaltid
   st stk styck pcs antal count number nr no text tecken characters zeichen
   days dagar tage jours días dagen dager dage months månader mån monate mois meses maanden måneder kuukautta
   exclvat exvat exclusivevat exclusiveofvat exclusivetax excltax exklmoms exmoms utanmoms ohnemwst netto net ht sinniva
   vip vipid adobe apple intune jamf volume vpp asm abm upn id url adamid pricingparam clientuserid sku
   yyyymmdd ddmmyyyy mmddyyyy yymmdd ååååmmdd åååmmdd ddmmåååå jjjjmmtt ttmmjjjj jjmmaaaa aaaammjj ddmmaaaa`.split(
    /\s+/,
  ),
);

const IN_BRACKETS = /[([]([^()[\]]*)[)\]]/g;

/** What stands in brackets in a heading, where it may change what the heading means; '' else. */
export const tellingBracket = (heading: string): string => {
  if (!heading.includes(')') && !heading.includes(']')) return '';
  const within = [...heading.normalize('NFKC').toLowerCase().matchAll(IN_BRACKETS)];
  return within
    .map(([, text = '']) => visibleText(text))
    .filter((text) => {
      const key = text.replace(/[^\p{L}\p{N}]/gu, '');
      return !/^\d*$/.test(key) && !BESIDE.has(key.replace(/^\d+/, ''));
    })
    .join(' ');
};
