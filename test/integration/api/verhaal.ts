import { randomUUID } from 'node:crypto';
import type { IsoDatum } from '#domain/datum/datum.js';
import type { Opdracht } from '#domain/traject/opdracht.js';
import { verhaalGezin } from '#test/support/verhalen.js';
import { GEMEENTE_A, nieuwBsn, type Opstelling } from './opstelling.js';

/** A rehearsal whose clock follows what is done at the door, as its driver would have it. */
export class Proeftraject {
  private constructor(
    private readonly opstelling: Opstelling,
    readonly id: string,
  ) {}

  /** The journey of a gezinsmigrant, up to but without the step that `tot` names. */
  static async speel(opstelling: Opstelling, tot: Opdracht['soort']): Promise<Proeftraject> {
    const traject = new Proeftraject(opstelling, randomUUID());
    for (const { op, opdracht } of verhaalGezin(traject.id)) {
      if (opdracht.soort === tot) return traject;
      await (opdracht.soort === 'openTraject' ? traject.open(opdracht) : traject.doe(op, opdracht));
    }
    throw new Error(`Het verhaal kent geen ${tot}.`);
  }

  private async open(opdracht: Extract<Opdracht, { soort: 'openTraject' }>): Promise<void> {
    const persoon = { ...opdracht.persoon, bsn: nieuwBsn(), vNummer: null };
    const uitkomst = await this.opstelling.dossier.open({
      gemeenteId: GEMEENTE_A.id,
      opdracht: { ...opdracht, proef: true, persoon },
      vervolg: [],
      beller: 'proef',
      opdrachtId: randomUUID(),
      actor: { soort: 'keten', id: 'DUO' },
    });
    if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  }

  /** Done by DUO or by the driver, on this day of the journey's clock. */
  async doe(op: string, opdracht: Opdracht): Promise<void> {
    const tijdstip = `${op}T11:00:00.000Z`;
    const uitkomst = await this.opstelling.dossier.verwerk({
      gemeenteId: GEMEENTE_A.id,
      trajectId: this.id,
      epoche: 1,
      workflowTijdstip: tijdstip,
      opdracht:
        'gevraagdTijdstip' in opdracht ? { ...opdracht, gevraagdTijdstip: tijdstip } : opdracht,
      opdrachtId: randomUUID(),
      beller: 'drijver',
      actor: { soort: 'keten', id: 'DUO' },
    });
    if (uitkomst.soort !== 'gedaan') throw new Error(JSON.stringify(uitkomst));
  }

  /** DUO states this inburgeringstermijn on this day. */
  duoStelt(op: string, eindeOp: string): Promise<void> {
    const termijn = { startOp: '2026-11-11' as IsoDatum, eindeOp: eindeOp as IsoDatum };
    return this.doe(op, { soort: 'verwerkTermijn', gevraagdTijdstip: '', termijn });
  }

  /** DUO states this kennisgeving on this day. */
  duoMeldt(op: string, kennisgevingOp: string): Promise<void> {
    return this.doe(op, {
      soort: 'verwerkPlicht',
      gevraagdTijdstip: '',
      feiten: {
        plichtig: true,
        beginOp: '2026-08-20' as IsoDatum,
        eindeOp: null,
        kennisgevingOp: kennisgevingOp as IsoDatum,
        redenGeenPlicht: null,
      },
    });
  }

  /** The days pass up to this one. */
  async wacht(op: string): Promise<void> {
    await this.opstelling.dossier.stuur({
      gemeenteId: GEMEENTE_A.id,
      trajectId: this.id,
      epoche: 1,
      workflowTijdstip: `${op}T11:00:00.000Z`,
    });
    await this.opstelling.dossier.laatTijdVerstrijken({
      gemeenteId: GEMEENTE_A.id,
      trajectId: this.id,
    });
  }
}
