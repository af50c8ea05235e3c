import type { Deur } from './kern.js';
import { maakSleutel } from './idempotentie.js';
import { voerRondeUit, type RondeUitkomst } from './ronde.js';
import type { FeitenVraag, VerwerkUitkomst, VerwerkVraag } from './typen.js';

function zonderStand({ stand: _stand, ...uitkomst }: RondeUitkomst): VerwerkUitkomst {
  return uitkomst;
}

/** Decides one opdracht at one journey. */
export async function verwerk(deur: Deur, vraag: VerwerkVraag): Promise<VerwerkUitkomst> {
  const { gemeenteId, trajectId, opdracht, opdrachtId, beller } = vraag;
  const inhoud = { trajectId, opdracht, taakId: vraag.taakId };
  return zonderStand(
    await voerRondeUit(deur, {
      gemeenteId,
      trajectId,
      opdrachten: [opdracht],
      sleutel: maakSleutel(deur.zoeksleutels, gemeenteId, { beller, opdrachtId, inhoud }),
      actor: vraag.actor,
      verwachteVersie: vraag.verwachteVersie,
      epoche: vraag.epoche,
      workflowTijdstip: vraag.workflowTijdstip,
      taakId: vraag.taakId,
      laag: vraag.laag,
    }),
  );
}

/**
 * Facts of DUO, in one transaction with the rows of the inbox they answer (E18). The id follows from
 * source and moment of the request; equal facts give no event.
 */
export async function verwerkFeiten(deur: Deur, vraag: FeitenVraag): Promise<VerwerkUitkomst> {
  const { gemeenteId, trajectId, opdracht, bron, gevraagdTijdstip } = vraag;
  const sleutel = maakSleutel(deur.zoeksleutels, gemeenteId, {
    beller: 'drijver',
    opdrachtId: `feiten:${trajectId}:${bron}:${gevraagdTijdstip}`,
    inhoud: { trajectId, opdracht },
  });
  return zonderStand(
    await voerRondeUit(deur, {
      gemeenteId,
      trajectId,
      opdrachten: [opdracht],
      sleutel,
      actor: { soort: 'keten', id: 'DUO' },
      epoche: vraag.epoche,
      workflowTijdstip: vraag.workflowTijdstip,
      afstreping: { bron, gevraagd: gevraagdTijdstip, incident: null },
    }),
  );
}
