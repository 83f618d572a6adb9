/** Words of the list of keys that is shown by `?`. */
export const keys = {
  title: 'Kortkommandon',
  lists: 'I en lista',
  anywhere: 'Var som helst',
  go: 'Gå till en plats',
  goNote: 'Tryck g och sedan bokstaven',
  does: {
    next: 'Nästa eller förra raden',
    page: 'En skärm ned eller upp',
    ends: 'Första eller sista raden',
    open: 'Öppna raden',
    back: 'Tillbaka till raden i listan',
    leave: 'Lämna listan',
    make: 'Lägg till nytt på den här sidan',
    help: 'Visa kortkommandona',
    close: 'Stäng det som ligger överst',
  },
  names: {
    pageDown: 'PgDn',
    pageUp: 'PgUp',
    home: 'Home',
    end: 'End',
    enter: 'Enter',
    escape: 'Esc',
    tab: 'Tab',
  },
};
