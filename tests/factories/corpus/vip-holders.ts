import { VIP, one, type ExpectedSheet, type Shape } from './shape.ts';
import { skuOf, vipIdOf } from './made-up.ts';
import { textFile } from './written.ts';

const holders = (sheet: Omit<ExpectedSheet, 'kind'>) => one(VIP, { kind: 'holders', ...sheet });

/** The headings of the file in Adobe's help on managing many users at once. */
const HEADINGS =
  'Identity Type,Username,Domain,Email,First Name,Last Name,Country Code,ID,Product Configurations,Admin Roles,Product Configurations Administered,User Groups,User Groups Administered,Products Administered,Developer Access';
const USERS = 'helpx.adobe.com, Bulk upload users: the file of Export users list to CSV';
const OF_A_PRODUCT =
  'likely: the users of one product, exported from its page in the Admin Console';

const translated = (file: string, headings: string): Shape =>
  textFile(
    file,
    `${headings}\nada.ek@nordby.example;Ada;Ek;Default Foto – 100 GB configuration, Default Vektor;Ekonomi\nbo.alm@nordby.example;Bo;Alm;;\n`,
    {
      seen: 'likely: the same list from a console, or a spreadsheet, in another language',
      expected: holders({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { email: 0, firstName: 1, lastName: 2, configurations: 3, userGroup: 4 },
        values: {
          2: {
            person: { account: 'ada.ek@nordby.example', name: 'Ada Ek', group: 'Ekonomi' },
            products: ['Default Foto – 100 GB configuration', 'Default Vektor'],
          },
          3: { products: [] },
        },
      }),
    },
  );

/** Lists of who has a licence, of the Admin Console. */
export const vipHolders: readonly Shape[] = [
  textFile(
    'holders-users.csv',
    `${HEADINGS}
Federated ID,ada.ek@nordby.example,nordby.example,ada.ek@nordby.example,Ada,Ek,SE,A1@AdobeID,"Default Foto - 100 GB configuration,Default Vektor",,,Ekonomi,,,
Business ID,bo.alm@nordby.example,nordby.example,bo.alm@nordby.example,Bo,Alm,SE,B2@AdobeID,Default Foto - 100 GB configuration,PRODUCT_ADMIN,Default Foto - 100 GB configuration,"Skolan,Personal",,,
Adobe ID,cia.berg@nordby.example,,cia.berg@nordby.example,,,SE,C3@AdobeID,,ORG_ADMIN,,,,,
`,
    {
      seen: USERS,
      expected: holders({
        headings: 1,
        rows: 3,
        asks: false,
        fields: { identityType: 0, userName: 1, email: 3, configurations: 8, userGroup: 11 },
        values: {
          2: {
            person: { account: 'ada.ek@nordby.example', name: 'Ada Ek', group: 'Ekonomi' },
            products: ['Default Foto - 100 GB configuration', 'Default Vektor'],
            isOfConsole: true,
          },
          4: { person: { account: 'cia.berg@nordby.example', name: '', group: '' }, products: [] },
        },
      }),
    },
  ),
  textFile(
    'holders-users-semicolons.csv',
    `${HEADINGS.replaceAll(',', ';')}
Federated ID;ada.ek;nordby.example;;Ada;Ek;SE;A1@AdobeID;"Default Foto - 100 GB configuration;Default Vektor";;;;;;
`,
    {
      seen: `${USERS}; the file may be written with ; (adobe.md §6)`,
      expected: holders({
        headings: 1,
        rows: 1,
        values: {
          2: {
            person: { account: 'ada.ek', name: 'Ada Ek' },
            products: ['Default Foto - 100 GB configuration', 'Default Vektor'],
          },
        },
      }),
    },
  ),
  textFile(
    'holders-of-a-product.csv',
    `Product,Product profile,Email,First name,Last name
Foto,Default Foto - 100 GB configuration,ada.ek@nordby.example,Ada,Ek
Foto,Skolan,bo.alm@nordby.example,Bo,Alm
`,
    {
      seen: OF_A_PRODUCT,
      expected: holders({
        headings: 1,
        rows: 2,
        asks: false,
        fields: { product: 0, profile: 1, email: 2 },
        values: { 2: { products: ['Foto'], isOfConsole: false }, 3: { products: ['Foto'] } },
      }),
    },
  ),
  textFile(
    'holders-assignment-report.csv',
    `Product assignment report\nNordby kommun\n\nUser Name,Email,Product Profile,User Group\nada.ek,ada.ek@nordby.example,Default Foto,Ekonomi\n,,Default Foto,Ekonomi\n`,
    {
      seen: 'likely: a product assignment report with lines above its headings',
      expected: holders({
        headings: 4,
        rows: 1,
        fields: { userName: 0, email: 1, profile: 2, userGroup: 3 },
        unreadable: { 6: 'any' },
      }),
    },
  ),
  textFile(
    'holders-with-vip-id.csv',
    `VIP ID;E-post;Namn;Produktkonfigurationer\n${vipIdOf(1)};ada.ek@nordby.example;Ada Ek;Foto\n${vipIdOf(2)};bo.alm@vastby.example;Bo Alm;Foto\n`,
    {
      seen: 'likely: lists of several customers, put together by a reseller',
      expected: holders({
        headings: 1,
        rows: 2,
        fields: { vipId: 0, email: 1, personName: 2, configurations: 3 },
        values: { 2: { vipId: vipIdOf(1) }, 3: { vipId: vipIdOf(2) } },
      }),
    },
  ),
  translated(
    'holders-swedish.csv',
    'E-post;Förnamn;Efternamn;Produktkonfigurationer;Användargrupper',
  ),
  translated(
    'holders-german.csv',
    'E-Mail-Adresse;Vorname;Nachname;Produktkonfigurationen;Benutzergruppen',
  ),
  translated(
    'holders-french.csv',
    'Adresse e-mail;Prénom;Nom;Configurations de produits;Groupes d’utilisateurs',
  ),
  translated(
    'holders-spanish.csv',
    'Correo electrónico;Nombre;Apellidos;Configuraciones de producto;Grupos de usuarios',
  ),
  translated(
    'holders-dutch.csv',
    'E-mailadres;Voornaam;Achternaam;Productconfiguraties;Gebruikersgroepen',
  ),
  translated(
    'holders-norwegian.csv',
    'E-post;Fornavn;Etternavn;Produktkonfigurasjoner;Brukergrupper',
  ),
  translated('holders-danish.csv', 'E-mail;Fornavn;Efternavn;Produktkonfigurationer;Brugergrupper'),
  translated('holders-finnish.csv', 'Sähköposti;Etunimi;Sukunimi;Tuotemääritykset;Käyttäjäryhmät'),
  textFile(
    'other-customers-of-a-shop.csv',
    `Email;First name;Last name;Products\nada.ek@nordby.example;Ada;Ek;Mugg\nbo.alm@nordby.example;Bo;Alm;Tröja\n`,
    {
      seen: 'likely: anybody’s list of who bought what',
      expected: { never: ['adobe-vip/*', 'apple-credit/*'] },
    },
  ),
  textFile(
    'other-profiles-and-prices.csv',
    `SKU;Product;Product Profile;Price\n${skuOf(1)};Foto;Skolan;100\n${skuOf(2)};Vektor;Skolan;200\n`,
    {
      seen: 'likely: a reseller’s own price list with a column more',
      expected: { never: ['adobe-vip/holders', 'apple-credit/*', 'apple-licences/*'] },
    },
  ),
];
