import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `montanttotal montantdelacommande total montantparcommande`;

/** Sums that are those of each code. */
const ofCode = `parcode montantparcode valeurparcode valeurducode montantducode valeurfaciale`;

/**
 * French; Apple says `code d’utilisation` of an app's. A bare `commande` is no order number, and
 * `référence` no purchase order's: any shop's invoice has them.
 */
export const french: CreditWords = {
  headings: {
    code: `code codes codedutilisation codesdutilisation codedéchange codesdéchange codedetéléchargement
      codesdetéléchargement codedecrédit codecrédit codevpp`,
    link: `lien liendutilisation liendéchange liendetéléchargement lienducode`,
    orderNumber: `numérodecommande numérodelacommande numérocommande nodecommande nocommande ndecommande ncommande`,
    creditNumber: `numérodecrédit numéroducrédit ndecrédit`,
    purchaseOrderNumber: `numérodebondecommande numérodubondecommande ndebondecommande bondecommande votreréférence`,
    orderDate: `datedecommande datedelacommande datecommande commandéle datedachat achetéle date`,
    readyOn: `disponibleàpartirdu disponibledepuisle disponiblele datededisponibilité datedelivraison livréle`,
    amount: `montant montantducrédit montantcrédit crédit valeur valeurducrédit ${ofOrder} ${ofCode}`,
    currency: `devise monnaie codedevise`,
    purchaser: `acheteur acheteurdecontenu gestionnairedecontenu`,
    purchaserName: `nomdelacheteur`,
    purchaserAppleId: `identifiantapple identifiantappledelacheteur identifiantapplegéré compteapple appleid email
      adresseemail courriel mail adressemail`,
    buyer: `commandépar achetépar`,
    institution: `établissement école organisation organisme institution entreprise société client`,
    reseller: `revendeur fournisseur nomdufournisseur`,
    product: `produit nomduproduit app application nomdelapp titre livre`,
    adamId: `identifiantdelapp iddelapp`,
    status: `statut état etat statutducode étatducode`,
    comment: `commentaire commentaires remarque remarques observations note notes`,
    purchased: `codesachetés nombredecodes quantité`,
    redeemed: `codesutilisés codeséchangés`,
    remaining: `codesrestants`,
    offerCode: `codedoffre codesdoffre`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `email adresseemail courriel mail adressemail acheteur nomdelacheteur`,
  otherThings: `numérodesérie nodesérie ndesérie référence référenceproduit réf codearticle codeproduit codebarres codepostal
    codeclient clédelicence cléproduit numérodefacture nodefacture ndefacture facture numéroclient numérodeclient nclient
    téléphone portable numérodetéléphone siret siren numérotva ine nine numéroélève matricule numérodesécuritésociale`,
  redeemed: `utilisé utilisée utilisés utilisées échangé échangée`,
  unredeemed: `nonutilisé nonutilisée nonéchangé nonéchangée disponible active actif nouveau libre`,
};
