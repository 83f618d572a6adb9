/** What is managed in this programme. */
export const about = 'Beställningar, inlösningskoder och de 90 dagarna i säkra inkorgen';
