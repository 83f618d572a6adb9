import { countIn } from '#core/language/count.ts';
import type { Sentences } from '#core/language/sentence.ts';
import type { CommonProblem } from '#core/result.ts';
import type { VipProblem } from '#programmes/adobe-vip/rules/vip-problem.ts';
import { notStoredProblems } from '#ui/words/sv/not-stored.ts';

const n = countIn('sv');

const users = (count: string | number | undefined): string =>
  Number(count) === 1 ? '1 användare' : `${count} användare`;

/** Why something of VIP is refused, and what to do instead: the code of the refusal leads here. */
export const vipProblems = {
  'customer-name-needed': () => 'Skriv kundens namn.',
  'not-an-email': () =>
    'Det ser inte ut som en e-postadress. Skriv den som namn@doman.se, eller lämna fältet tomt.',
  'day-needed': () => 'Ange en dag som finns i kalendern. Skriv hela årtalet.',
  'day-ahead': () => 'Dagen ligger i framtiden. Välj i dag eller en tidigare dag.',
  'vip-id-known': ({ name }) =>
    `${name} har redan det VIP ID:t. Öppna den kunden, eller rätta numret.`,
  'invited-already': () => 'Inbjudan är redan noterad som skickad.',
  'accepted-already': () => 'Villkoren är redan godkända.',
  'product-needed': () => 'Skriv vilken produkt det gäller.',
  'products-needed': () => 'Lägg till minst en produkt.',
  'product-twice': ({ product }) => `${product} står två gånger. Lägg ihop antalen på en rad.`,
  'quantity-not-whole': () => 'Antalet ska vara ett helt tal, minst 1.',
  'quantity-too-large': ({ most }) =>
    `Högst ${n(Number(most))} licenser går på en rad. Dela upp dem på flera auktoriseringar.`,
  'quantity-above-line': ({ left }) => `Det finns bara ${left} kvar på raden.`,
  'count-not-whole': () => 'Antalet ska vara ett helt tal, 0 eller mer.',
  'licence-type-needed': () => 'Välj Enterprise eller Team.',
  'order-from-adobe': () =>
    'Education-enhetslicenser har ingen inköpsauktorisering. Beställ dem direkt hos Adobe.',
  'purchase-order-too-long': ({ longest, length }) =>
    `VIP Marketplace tar högst ${longest} tecken i PO-numret, det här har ${length}. Korta det.`,
  'customer-past-due': ({ createdOn, due }) =>
    `Kunden är försenad: ordern för auktoriseringen ${createdOn} skulle ha lagts senast ${due}. Lägg den ordern, eller dra tillbaka auktoriseringen, så går det att skapa en ny.`,
  'unassign-first': ({ users: count, product }) =>
    `${users(count)} har licens på ${product}. Frigör dem i Admin Console, eller lägg ordern.`,
  'ordered-ask-return': ({ order }) =>
    `Ordern ${order} är redan lagd. Begär en returauktorisering i stället.`,
  'withdrawn-already': () => 'Auktoriseringen är redan tillbakadragen.',
  'expired-already': () =>
    'Auktoriseringen har gått ut och licenserna är borta. Skapa en ny om de behövs.',
  'commitment-ends-first': () => 'Sista dagen kan inte ligga före den dag då åtagandet godkändes.',
  'commitment-too-small': ({ least }) =>
    `Adobe gör inget treårsåtagande under ${least} licenser. Ange minst ${least}, eller ta bort åtagandet.`,
  'no-such-edition': () => 'Den regeln hör till ett annat program. Välj en ur listan.',
  'line-gone': () => 'Produkten är redan borttagen.',
  'not-expired': () => 'Auktoriseringen har inte gått ut.',
  'due-before-created': ({ createdOn }) =>
    `Sista dagen kan inte ligga före ${createdOn}, då den skapades.`,
  'reason-needed': () => 'Skriv varför, så att andra förstår datumet.',
  'type-of-order': () =>
    'Något av auktoriseringen är redan beställt, så licenstypen står fast. Rätta den på ordern.',
  'order-number-needed': () => 'Skriv ordernumret från licensieringswebbplatsen.',
  'return-without-order': () =>
    'Ordern som licenserna hör till ligger i papperskorgen. Återställ den först.',
  'asked-again': () =>
    'Samma licenser har begärts i retur igen. Notera först den begäran som nekad.',
  'return-before-order': ({ orderDate, askedOn }) =>
    `Ordern är daterad ${orderDate}, men returen begärdes ${askedOn}. Rätta först orderns dag, så kan returen vänta på svar igen.`,
  'request-number-known': ({ number }) =>
    `Auktoriseringen ${number} finns redan. Kontrollera numret.`,
  'created-after': ({ on }) =>
    `Den kan inte ha skapats efter ${on}: då har något redan hänt med den.`,
  'order-before-authorization': ({ createdOn }) =>
    `Ordern kan inte vara äldre än auktoriseringen, som skapades ${createdOn}. Rätta orderdagen, eller först auktoriseringens dag om det är den som är fel.`,
  'nothing-to-order': () => 'Inget på auktoriseringen väntar på order längre.',
  'lines-needed': () => 'Välj minst en produkt som ordern gäller.',
  'line-ordered-already': () => 'En av produkterna är redan beställd. Öppna auktoriseringen igen.',
  'duration-not-whole': () => 'Varaktigheten ska vara ett helt tal, minst 1.',
  'quantity-of-authorization': ({ quantity }) =>
    `Auktoriseringen gäller ${quantity}. Blev det ett annat antal, ta bort ordern och registrera den igen.`,
  'order-after-return': ({ askedOn }) =>
    `En retur av ordern begärdes ${askedOn}. Ange den dagen eller en tidigare.`,
  'quantity-below-returned': ({ least }) =>
    `${least} av dem är i retur. Antalet kan inte vara lägre.`,
  'order-has-returns': () =>
    'Ordern har en retur som är begärd eller beviljad. Så länge den finns står ordern kvar.',
  'order-known': ({ number }) =>
    `Order ${number} finns redan, från en lista eller en annan enhet. Rätta den under Historik, eller ta bort den där och registrera den igen.`,
  'segment-stays': () =>
    'Adobe byter marknadssegment bara för en kund utan licenser. Lämna det som det är.',
  'deputy-is-owner': () => 'Välj någon annan än den kontoansvariga som ersättare.',
  'name-needed': () => 'Skriv ett namn.',
  ...notStoredProblems,
  'only-reads': () => 'Den här enheten får bara läsa.',
  'record-is-gone': () => 'Posten finns inte längre. Den kan ha tagits bort på en annan enhet.',
  'record-not-understood': () => 'Posten är sparad av en nyare version. Uppdatera Volym först.',
  'changed-since': () => 'Det har ändrats sedan dess och får stå kvar.',
} satisfies Sentences<VipProblem['code']> & Partial<Sentences<CommonProblem['code']>>;
