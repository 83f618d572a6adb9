/** Texts for when something was not saved, or nobody foresaw what happened. */
export const trouble = {
  full: {
    title: 'Enheten är full',
    text: 'Det senaste sparades inte. Frigör plats på enheten och läs in sidan igen; det du skrev i ett formulär står kvar. Det som redan var sparat är kvar.',
  },
  stopped: {
    title: 'Lagringen svarar inte',
    text: 'Webbläsaren stängde den, kanske för att enheten är full. Det senaste sparades inte. Läs in sidan igen; det du skrev i ett formulär står kvar. Det som redan var sparat är kvar.',
  },
  unforeseen: {
    title: 'Något gick fel',
    text: 'Det senaste kan ha blivit osparat. Läs in sidan igen och se efter. Det som redan var sparat är kvar.',
  },
  again: 'Läs in igen',
  close: 'Stäng',
};
