import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('traject')
export class TrajectEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('bytea', { name: 'bsn_hash', nullable: true }) bsnHash!: Buffer | null;
  @Column('bytea', { name: 'vnummer_hash', nullable: true }) vnummerHash!: Buffer | null;
  @Column('text') status!: 'open' | 'gesloten' | 'gewist';
  @Column('boolean') proef!: boolean;
  @Column('text', { array: true }) schakels!: string[];
  @Column('text', { nullable: true }) leerroute!: string | null;
  @Column('text', { nullable: true }) indeling!: string | null;
  /** Number of the last journal entry. */
  @Column('integer') versie!: number;
  @Column('timestamptz', { name: 'laatste_tijdstip' }) laatsteTijdstip!: Date;
  /** How far the clock of a rehearsal runs ahead. A bigint, so text here. */
  @Column('bigint', { name: 'klokverzet_ms' }) klokverzetMs!: string;
  @Column('bigint', { name: 'aanvangsverzet_ms' }) aanvangsverzetMs!: string;
  @Column('timestamptz', { name: 'vooruitspoelen_tot', nullable: true })
  vooruitspoelenTot!: Date | null;
  @Column('bytea', { nullable: true, select: false }) momentopname!: Buffer | null;
  @Column('integer', { name: 'toestand_versie' }) toestandVersie!: number;
  @Column('date', { name: 'geopend_op' }) geopendOp!: string;
  @Column('date', { name: 'gesloten_op', nullable: true }) geslotenOp!: string | null;
  @Column('date', { name: 'bewaren_tot', nullable: true }) bewarenTot!: string | null;
  @Column('integer', { name: 'instellingen_versie' }) instellingenVersie!: number;
  @Column('integer', { name: 'kalender_versie' }) kalenderVersie!: number;
}

/** What dispatcher and sweep may see of a journey. */
@Entity('route')
export class RouteEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('boolean') open!: boolean;
  @Column('boolean') proef!: boolean;
  @Column('bigint') stuurversie!: string;
  @Column('bigint') gewekt!: string;
  @Column('bigint') gezien!: string;
  @Column('timestamptz', { name: 'gezien_tijdstip', nullable: true }) gezienTijdstip!: Date | null;
  @Column('timestamptz', { name: 'gestuurd_tijdstip' }) gestuurdTijdstip!: Date;
  @Column('text', { array: true }) wat!: string[];
  @Column('timestamptz', { nullable: true }) wektijdstip!: Date | null;
  @Column('integer', { name: 'drijver_epoche' }) drijverEpoche!: number;
  /** What waits is of a bulk action only: others go first. */
  @Column('boolean') laag!: boolean;
  /** A rehearsal whose workflow is gone: it has ended (E16). */
  @Column('boolean', { name: 'drijver_verloren' }) drijverVerloren!: boolean;
  /** Version of the toestand from which the read model was last built as a whole (E8). */
  @Column('integer', { name: 'leesmodel_versie' }) leesmodelVersie!: number;
  /** When it was last compared with DUO, or opened. */
  @Column('timestamptz', { name: 'reconciliatie_vanaf' }) reconciliatieVanaf!: Date;
}

@Entity('journaal')
export class JournaalEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @PrimaryColumn('integer') nr!: number;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') soort!: string;
  @Column('integer') versie!: number;
  @Column('timestamptz') tijdstip!: Date;
  @Column('date') datum!: string;
  @Column('text', { name: 'actor_soort' }) actorSoort!: string;
  @Column('text', { name: 'actor_id' }) actorId!: string;
  @Column('text', { name: 'opdracht_soort', nullable: true }) opdrachtSoort!: string | null;
  @Column('text', { name: 'opdracht_id', nullable: true }) opdrachtId!: string | null;
  @Column('bytea') zegel!: Buffer;
  @Column('bytea', { name: 'zegel_medisch', nullable: true }) zegelMedisch!: Buffer | null;
  @Column('text', { nullable: true }) artikel!: string | null;
  @Column('integer', { name: 'instellingen_versie' }) instellingenVersie!: number;
  @Column('integer', { name: 'kalender_versie' }) kalenderVersie!: number;
}
