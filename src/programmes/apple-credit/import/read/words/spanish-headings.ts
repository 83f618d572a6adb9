import type { CreditWords } from './credit-words.ts';

/** Sums that are an order’s. */
const ofOrder = `importetotal importedelpedido total importeporpedido`;

/** Sums that are those of each code. */
const ofCode = `porcódigo importeporcódigo valorporcódigo valordelcódigo importedelcódigo valornominal`;

/** Spanish. A bare `pedido` is no order number: any shop's invoice has one. */
export const spanish: CreditWords = {
  headings: {
    code: `código códigos códigodecanje códigosdecanje códigodedescarga códigosdedescarga códigodecrédito códigovpp`,
    link: `enlace enlacedecanje enlacededescarga enlacedelcódigo`,
    orderNumber: `númerodepedido númerodelpedido númpedido númdepedido nodepedido nopedido npedido ndepedido`,
    creditNumber: `númerodecrédito númerodelcrédito`,
    purchaseOrderNumber: `númerodeordendecompra ordendecompra sureferencia`,
    orderDate: `fechadepedido fechadelpedido fechapedido pedidoel fechadecompra compradoel fecha`,
    readyOn: `disponibledesde disponibleapartirde fechadedisponibilidad fechadeentrega entregadoel`,
    amount: `importe importedelcrédito crédito valor valordelcrédito ${ofOrder} ${ofCode}`,
    currency: `moneda divisa códigodemoneda`,
    purchaser: `comprador compradordecontenido gestordecontenido`,
    purchaserName: `nombredelcomprador`,
    purchaserAppleId: `iddeapple iddeappledelcomprador cuentadeapple appleid correo correoelectrónico email`,
    buyer: `pedidopor compradopor`,
    institution: `institución centro centroeducativo escuela colegio organización empresa cliente`,
    reseller: `distribuidor revendedor proveedor nombredelproveedor`,
    product: `producto nombredelproducto app aplicación nombredelaapp título libro`,
    adamId: `iddelaapp`,
    status: `estado estadodelcódigo`,
    comment: `comentario comentarios observaciones nota notas`,
    purchased: `códigoscomprados númerodecódigos cantidad`,
    redeemed: `códigoscanjeados códigosusados códigosutilizados`,
    remaining: `códigosrestantes`,
    offerCode: `códigodeoferta códigosdeoferta`,
  },
  sums: { order: ofOrder, code: ofCode },
  everyday: `correo correoelectrónico email comprador nombredelcomprador`,
  otherThings: `númerodeserie nodeserie ndeserie referencia ref códigodeartículo códigodeproducto códigodebarras códigopostal
    códigodecliente clavedelicencia clavedeproducto númerodefactura nodefactura nfactura factura númerodecliente teléfono
    móvil nif dni nie cif expediente númerodealumno númerodeempleado`,
  redeemed: `canjeado canjeada usado usada utilizado utilizada`,
  unredeemed: `sincanjear nocanjeado nousado sinusar disponible activo activa nuevo libre`,
};
