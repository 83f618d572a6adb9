import { lookUpIn } from '#core/import/heading-words.ts';

const ofOthers = lookUpIn([
  {
    other: `phone phonenumber phoneno mobile mobilephone mobilenumber mobileno cell cellphone telephone telephonenumber tel
      fax telefon telefonnummer telefonnr tfn tel mobil mobilnummer mobilnr mobiltelefon handy handynummer téléphone
      portable numérodetéléphone teléfono móvil telefoon telefoonnummer mobiel puhelin puhelinnumero matkapuhelin
      personnr personnummer socialsecuritynumber ssn employeeid employeenumber anställningsnummer anställningsnr
      orgnr orgno organisationsnummer organisationsnr organizationnumber vatnumber momsnr kundnr kundnummer
      customernumber customerno imei iccid personalausweis henkilötunnus fødselsnummer cprnummer`,
  },
]);

/** Whether a heading names figures that are no app's: a telephone, a person, an organisation. */
export const isOfOtherNumbers = (heading: string): boolean => ofOthers(heading) !== undefined;
