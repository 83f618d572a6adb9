/** Words of the sheets where it is noted that a customer was invited, and accepted the terms. */
export const vipAcceptance = {
  title: 'Villkoren',
  on: 'Kunden godkände',
  invited: (day: string) => `Inbjudan skickades ${day}.`,
  beforeInvited: (day: string) => `Inbjudan skickades ${day}. Välj den dagen eller en senare.`,
  save: 'Spara',
  takeBack: 'Kunden har inte godkänt',
  noted: 'Villkoren är noterade som godkända',
  corrected: 'Dagen är ändrad',
  takenBack: 'Villkoren är inte längre noterade som godkända',
  invitation: {
    title: 'Inbjudan',
    on: 'Inbjudan skickades',
    noted: 'Inbjudan är noterad som skickad',
    afterAccepted: (day: string) =>
      `Kunden godkände villkoren ${day}. Välj den dagen eller en tidigare.`,
    takeBack: 'Inbjudan är inte skickad',
    takenBack: 'Inbjudan är inte längre noterad som skickad',
  },
};
