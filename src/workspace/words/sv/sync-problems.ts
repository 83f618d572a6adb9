import { notAllowedHere } from '#ui/words/sv/not-allowed-here.ts';

/** Why something that was asked of a server, or of a link, was not done. */
export const syncProblems = {
  'question-is-gone': 'Frågan är redan besvarad på en annan enhet.',
  'link-is-used':
    'Länken är redan använd eller har gått ut. Be den som har arbetsplatsen om en ny inbjudan.',
  'set-up-is-used':
    'Servern synkar redan en arbetsplats. Be någon som är med om en inbjudan. Är ingen med längre: starta om servern med SET_UP_LINK=again, så ger den en ny länk.',
  'not-the-set-up':
    'Länken eller koden stämmer inte. Ta den som servern skrev ut när den startade senast.',
  'already-used':
    'Någon har redan gått med genom inbjudan. Stäng ute enheten om den inte ska vara med.',
  'too-many-invitations':
    'För många inbjudningar väntar redan. Ta tillbaka någon, eller vänta en halvtimme.',
  'too-many-devices':
    'Arbetsplatsen har så många enheter som servern tar emot. Den som redan är med stänger ute enheter som inte används längre; försök sedan igen.',
  'last-member': 'Det är den sista enheten som får ändra. Låt en annan ändra först.',
  'not-let-in': 'Servern släpper inte in den här enheten. Be en kollega bjuda in den på nytt.',
  'not-allowed-here': notAllowedHere,
  offline: 'Servern nås inte. Kontrollera nätet och försök igen.',
  'server-trouble': 'Servern svarar fel. Försök igen om en stund.',
  'other-link': 'Länken är skadad. Be om en ny.',
  'other-workspace':
    'Länken leder till en annan arbetsplats som utger sig för att vara din. Inget är ändrat. Använd den inte; be en kollega om en ny.',
  failed:
    'Det gick inte att spara på enheten. Inget är förlorat; be om en ny länk och försök igen.',
};
