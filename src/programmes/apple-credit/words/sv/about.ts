/** How this programme is described to those who choose what they manage. */
export const about = {
  line: 'Beställningar, inlösningskoder och de 90 dagarna i säkra inkorgen',
  asked: {},
};
