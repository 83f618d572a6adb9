/**
 * Who opens codes, who changed the keys, as it is inside what the passphrase opens, and what is
 * left under older ones.
 */
export const keys = {
  openCodes: 'Personer som öppnar koder',
  openCodesWhy:
    'Ingen har låst upp sedan lösenfrasen, kitet eller nycklarna byttes, såvitt den här enheten vet. Lås upp koderna en gång, så syns det.',
  changed: 'Nycklarna byttes',
  left: 'Kvar under en gammal nyckel',
  leftWhy: (again: string) =>
    `Servern avvisar det under den nya. Den som har den gamla nyckeln kan läsa det där, men inget nytt under den gäller. ”${again}” försöker igen. Hjälper det inte, fråga den som sköter servern.`,
  by: (who: string) => `Av ${who}, enligt det som lösenfrasen öppnar.`,
  you: 'dig',
  someone: 'någon som inte finns kvar',
};
