import { headingKey } from '#core/import/heading-key.ts';
import { asHeading, lookUpIn } from '#core/import/heading-words.ts';
import { WHO_FIELDS, type WhoField } from '../fields.ts';

/**
 * Headings by field, as `headingKey` writes them, in Swedish, English, German, French, Spanish,
 * Dutch, Norwegian, Danish and Finnish: those of Apple School Manager, Google Workspace, Entra ID,
 * Intune, Jamf Pro and Jamf School, and what people write.
 */
const HEADINGS: Readonly<Record<WhoField, string>> = {
  email: `email emailaddress emailaddresses mail mailaddress primaryemail primaryemailaddress primarysmtpaddress useremail
    useremailaddress primaryuseremail primaryuseremailaddress workemail epost epostadress mejl mejladress mailadress schulemail schulmail dienstemail
    skolepost skolmejl skolmail jobbmejl jobbmail elevepost elevensepost schoolemail studentemail
    användarensepost emailadresse mailadresse courriel adresseemail adressemail adressecourriel adresseélectronique
    adresseelectronique adressedemessagerie correo correoelectrónico correoelectronico direccióndecorreo
    direcciondecorreo direccióndecorreoelectrónico direcciondecorreoelectronico emailadres mailadres epostadresse
    sähköposti sähköpostiosoite`,
  managedAppleId: `managedappleid managedappleaccount managedappleidaccount appleid appleaccount applekonto
    hanteratappleid hanteratappleaccount hanteratapplekonto hanteradeappleid verwalteterappleaccount
    verwaltetesappleaccount verwalteteappleid compteapplegéré compteapplegere identifiantapplegéré identifiantapplegere
    cuentadeapplegestionada cuentaapplegestionada cuentadeappleadministrada cuentaappleadministrada appleidgestionado
    idappleadministrado appleidadministrado beheerdeappleaccount beheerdappleaccount beheerdeappleid administrertapplekonto
    administrertappleid administrertappleaccount administreretapplekonto administreretappleid
    administreretappleaccount hallittuappletili hallittuappleid`,
  userPrincipalName: `userprincipalname upn primaryuserupn primaryuserprincipalname userupn username loginname login
    användarnamn användarenshuvudnamn användarhuvudnamn inloggningsnamn benutzername benutzerprinzipalname anmeldename
    nomdutilisateur nomdutilisateurprincipal nomprincipaldelutilisateur nombredeusuario nombreprincipaldeusuario
    gebruikersnaam brukernavn brukerhovednavn brugernavn brugerensprincipalnavn käyttäjänimi käyttäjätunnus`,
  clientUserId: `clientuserid clientuseridstr vppclientuserid`,
  name: `name fullname displayname personname user userdisplayname primaryuser primaryuserdisplayname student teacher
    employee assignedto namn fullständigtnamn helanamn visningsnamn användare användarensnamn elev lärare medarbetare
    anställd personal tilldelad tilldeladtill namederperson vollständigername anzeigename benutzer schüler lehrer
    nomcomplet nomaffiché nomaffiche nomàafficher nomdaffichage utilisateur élève eleve nombrecompleto nombreparamostrar
    nombremostrado nombrevisible usuario alumno naam volledigenaam weergavenaam gebruiker leerling navn fulltnavn
    fuldenavn visningsnavn vistnavn bruker bruger nimi kokonimi näyttönimi käyttäjä oppilas
    lastnamefirstname namelastfirst firstnamelastname efternamnförnamn förnamnefternamn elevensnamn elevnamn studentname
    nachnamevorname vornamenachname namevorname nomprénom prénomnom apellidosnombre nombreapellidos achternaamvoornaam
    voornaamachternaam etternavnfornavn fornavnetternavn efternavnfornavn fornavnefternavn sukunimietunimi
    etunimisukunimi`,
  firstName: `firstname givenname forename förnamn tilltalsnamn vorname prénom prenom nombre nombredepila voornaam fornavn
    etunimi`,
  lastName: `lastname surname familyname efternamn nachname familienname nom nomdefamille apellido apellidos achternaam
    familienaam etternavn efternavn sukunimi`,
};

/** Headings that any list may have: of a customer, an app or a product as well. */
const ANYBODYS = new Set(
  `name namn naam navn nimi nom nombre user student teacher employee användare benutzer utilisateur usuario gebruiker
   bruker bruger käyttäjä assignedto tilldelad tilldeladtill personal`.split(/\s+/),
);

/** Headings of an account that only lists of people have. */
const ONLY_OF_PEOPLE: readonly WhoField[] = ['managedAppleId', 'userPrincipalName', 'clientUserId'];

/** What people sign in with; beside a UPN it is what they are called. */
const LOGINS = new Set(
  `username loginname login användarnamn inloggningsnamn benutzername anmeldename nomdutilisateur nombredeusuario
   gebruikersnaam brukernavn brugernavn käyttäjänimi käyttäjätunnus`.split(/\s+/),
);

/** An Apple account may be a purchaser's or a token's, and a user name anyone's. */
const ANY_ACCOUNT = new Set(['appleid', 'appleaccount', 'applekonto', ...LOGINS]);

const FIELD_OF = new Map(
  WHO_FIELDS.flatMap((field) =>
    HEADINGS[field].split(/\s+/).map((key): [string, WhoField] => [key, field]),
  ),
);

/** What a heading says of a person, or undefined when it is not known. */
export const whoFieldOf = asHeading<WhoField>((heading) => FIELD_OF.get(headingKey(heading)));

/**
 * What headings mean beside each other: where one says outright that it is the UPN, a user name is
 * what someone is called, or nothing where another one says that.
 */
export const beside = <Field extends string>(
  headings: readonly string[],
  fieldOf: (heading: string) => Field | undefined,
): ((heading: string) => Field | 'name' | undefined) => {
  const isLogin = (heading: string): boolean => LOGINS.has(headingKey(heading));
  const others = new Set(headings.filter((heading) => !isLogin(heading)).map(whoFieldOf));
  if (!others.has('userPrincipalName')) return fieldOf;
  const ofLogin = saysNames(others) ? undefined : 'name';
  return (heading) => (isLogin(heading) ? ofLogin : fieldOf(heading));
};

/** Whether a heading names a person by more than any list does. */
export const isOfPeopleAlone = (heading: string): boolean => {
  const key = headingKey(heading);
  const field = FIELD_OF.get(key);
  if (field === undefined || ANYBODYS.has(key) || ANY_ACCOUNT.has(key)) return false;
  return ONLY_OF_PEOPLE.includes(field) || NAMES.includes(field);
};

const NAMES: readonly WhoField[] = ['name', 'firstName', 'lastName'];

const ofOthers = lookUpIn([
  {
    guardian: `guardian guardians guardianname parent parents parentname nextofkin vårdnadshavare målsman förälder
      föräldrar elternteil eltern erziehungsberechtigter erziehungsberechtigte sorgeberechtigter responsablelégal
      représentantlégal tuteur padre madre padres tutorlegal ouder ouders voogd verzorger foresatt foresatte
      forælder forældre værge huoltaja vanhempi`,
    supervisor: `mentor tutor klassföreståndare klassmentor handledare chef manager supervisor headteacher linemanager
      klassenlehrer klassenlehrerin vorgesetzter vorgesetzte professeurprincipal responsable klasleraar mentorleraar
      kontaktlærer klasselærer luokanopettaja esimies`,
  },
]);

/**
 * Whose a column of addresses is that is called no more than that, where another person is the last
 * one named before it; undefined where that is whom the row is about. A `supervisor` may stand
 * between a person and the person's own address.
 */
export const othersAddress = (
  headings: readonly string[],
  index: number,
): 'guardian' | 'supervisor' | undefined => {
  if (whoFieldOf(headings[index] ?? '') !== 'email') return undefined;
  // Of headings in two rows, the upper one says whose the lower one is.
  const whose = (heading: string) =>
    ofOthers(heading) ?? ofOthers(heading.split(' / ', 1)[0] ?? '');
  const isPerson = (heading: string): boolean =>
    whose(heading) !== undefined || NAMES.includes(whoFieldOf(heading) ?? 'email');
  const person = headings.slice(0, index).findLast(isPerson);
  return person === undefined ? undefined : whose(person);
};

/** The fields by which a person is known. */
export const ADDRESSES = ['email', 'managedAppleId', 'userPrincipalName'] as const;

/** One of those fields. */
export type Address = (typeof ADDRESSES)[number];

/** Whether headings say by what each person is known. */
export const saysWho = (fields: ReadonlySet<string | undefined>): boolean =>
  ADDRESSES.some((field) => fields.has(field)) || fields.has('clientUserId');

/** Whether headings say what each person is called. */
export const saysNames = (fields: ReadonlySet<string | undefined>): boolean =>
  NAMES.some((field) => fields.has(field));

/** Headings of codes, orders, customers and invoices, whatever else is beside them. */
const ofTrade = lookUpIn([
  {
    trade: `code codes kod koder redemptioncode vouchercode vipid vipnumber vipmembershipid membershipid vipmedlemsid
      vipnummer sku offerid partnumber order ordernumber orderno orderid ordernummer ordernr invoicenumber fakturanummer
      faktura amount belopp customer customername customerid customernumber kund kundnamn kundid kundnummer kundnr
      marketplaceid anniversarydate årsdag kunde kundenname kundennummer kundennr bestellnummer auftragsnummer
      rechnungsnummer rechnung betrag client nomduclient numéroclient numérodeclient numérodecommande numérodefacture
      facture montant cliente nombredelcliente nombredecliente númerodecliente númerodepedido númerodefactura factura
      importe klant klantnaam klantnummer bestelnummer factuurnummer factuur bedrag kundenavn kundenummer ordrenummer
      beløp beløb asiakas asiakkaannimi asiakasnumero tilausnumero laskunnumero laskunumero lasku`,
  },
]);

/** Whether headings are those of a list of codes, customers or orders. */
export const isOfTrade = (headings: readonly string[]): boolean =>
  headings.some((heading) => ofTrade(heading) !== undefined);
