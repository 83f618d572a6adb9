import { headingKey } from '#core/import/heading-key.ts';
import { lookUpIn } from '#core/import/heading-words.ts';

/** What a column of a list of tokens can say. The secret of a token is none of it. */
export type TokenField =
  | 'id'
  | 'displayName'
  | 'organizationName'
  | 'locationName'
  | 'appleId'
  | 'accountType'
  | 'country'
  | 'state'
  | 'syncStatus'
  | 'expires'
  | 'lastSynced'
  | 'lastModified';

/** As Microsoft Graph calls them, in an export by PowerShell as well, and as Intune shows them. */
export const tokenFieldOf = lookUpIn<TokenField>([
  {
    id: 'id tokenid',
    // What is headed `Token` alone is its secret.
    displayName:
      'name namn displayname tokenname tokennamn tokenbezeichnung nomdujeton nombredeltoken',
    organizationName: `organizationname organisationname organization organisation organisationsnamn organisationsname
      organización organisatie organisasjon organisaatio`,
    locationName:
      'locationname location plats platsnamn standort emplacement ubicación locatie plassering sijainti',
    appleId:
      'appleid appleaccount managedappleid managedappleaccount applekonto hanteratappleid hanteratapplekonto',
    accountType: 'vpptokenaccounttype accounttype typeofvppaccount vppaccounttype',
    country: 'countryorregion countryregion country',
    state: 'state status tokenstate tokenstatus',
    syncStatus: 'lastsyncstatus syncstatus',
    expires: `expirationdatetime expirationdate expiration expires expirydate expireson validuntil gårut utgång
      utgångsdatum giltigttill giltigtill giltigtom upphör läuftab ablaufdatum gültigbis expirele datedexpiration valablejusquau
      caducidad fechadecaducidad caducael verlooptop vervaldatum geldigtot utløper utløpsdato gyldigtil udløber udløbsdato
      vanhenee voimassaasti`,
    lastSynced: 'lastsyncdatetime lastsync lastsuccessfulsync lastsynced lastsyncdate',
    lastModified: 'lastmodifieddatetime lastmodified lastupdated',
  },
]);

/**
 * Whether headings are those of a list of Apple VPP tokens: whose they are, and until when they hold.
 * Intune's says their state; another one says that they are tokens, or where each belongs.
 */
export const saysTokens = (headings: readonly string[]): boolean => {
  const fields = new Set(headings.map(tokenFieldOf));
  const isNamed = (['id', 'displayName', 'organizationName', 'locationName'] as const).some(
    (field) => fields.has(field),
  );
  const isOfVpp = fields.has('accountType') || fields.has('lastSynced') || fields.has('syncStatus');
  const isValid = fields.has('expires') && fields.has('state');
  const isPlaced = (['organizationName', 'locationName', 'country'] as const).some((field) =>
    fields.has(field),
  );
  const isCalled = headings.some((heading) => /token/i.test(heading));
  const isKnown = fields.has('expires') && (isCalled || isPlaced) && !isOfPeople(headings);
  return isNamed && ((isOfVpp && isValid) || isKnown) && fields.has('appleId');
};

/** Accounts of people may end as well. */
const isOfPeople = (headings: readonly string[]): boolean =>
  headings.some((heading) => PEOPLES.has(headingKey(heading)));

const PEOPLES = new Set(
  'email emailaddress mail epost epostadress emailadresse upn userprincipalname firstname lastname förnamn efternamn'.split(
    ' ',
  ),
);
