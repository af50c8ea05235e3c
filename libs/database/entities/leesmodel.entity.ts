import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { TrajectEntity } from './traject.entity.js';

@Entity('taaktoewijzing')
export class TaaktoewijzingEntity {
  @PrimaryColumn('uuid', { name: 'taak_id' }) taakId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text', { nullable: true }) behandelaar!: string | null;
  @Column('smallint') prioriteit!: number;
  @Column('bytea', { name: 'zegel_notitie', nullable: true }) zegelNotitie!: Buffer | null;
  @Column('integer') versie!: number;
}

@Entity('taak')
export class TaakEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') sleutel!: string;
  @Column('text') soort!: string;
  @Column('text') rol!: 'regievoerder' | 'coordinator';
  @Column('text') status!: 'open' | 'afgerond' | 'vervallen';
  @Column('text', { nullable: true }) termijn!: string | null;
  @Column('date', { name: 'uiterlijk_op', nullable: true }) uiterlijkOp!: string | null;
  @Column('integer', { name: 'opener_nr' }) openerNr!: number;
  @Column('timestamptz', { name: 'geopend_tijdstip' }) geopendTijdstip!: Date;
  @Column('timestamptz', { name: 'gesloten_tijdstip', nullable: true })
  geslotenTijdstip!: Date | null;
  @Column('integer', { name: 'gesloten_nr', nullable: true }) geslotenNr!: number | null;

  @ManyToOne(() => TrajectEntity)
  @JoinColumn({ name: 'traject_id' })
  traject!: Relation<TrajectEntity>;

  /** A task that nobody touched has none. */
  @OneToOne(() => TaaktoewijzingEntity, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'id', referencedColumnName: 'taakId' })
  toewijzing!: Relation<TaaktoewijzingEntity> | null;
}

@Entity('termijn')
export class TermijnEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @PrimaryColumn('text') sleutel!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') code!: string;
  @Column('date', { name: 'uiterlijk_op' }) uiterlijkOp!: string;
  @Column('text') status!: 'loopt' | 'gehaald' | 'ingetrokken';
  @Column('integer', { name: 'start_nr' }) startNr!: number;
  @Column('date', { name: 'gehaald_op', nullable: true }) gehaaldOp!: string | null;
  @Column('boolean') geescaleerd!: boolean;

  @ManyToOne(() => TrajectEntity)
  @JoinColumn({ name: 'traject_id' })
  traject!: Relation<TrajectEntity>;
}

@Entity('mijlpaal')
export class MijlpaalEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @PrimaryColumn('text') naam!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('integer') nr!: number;
  @Column('date') datum!: string;
}

@Entity('bericht')
export class BerichtEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @PrimaryColumn('text', { name: 'melding_id' }) meldingId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') soort!: string;
  @Column('text') baan!: string;
  @Column('integer') nr!: number;
  @Column('text') status!: string;
  @Column('timestamptz', { name: 'bezorgd_tijdstip', nullable: true })
  bezorgdTijdstip!: Date | null;
  @Column('integer') poging!: number;
  @Column('uuid', { name: 'bericht_id', nullable: true }) berichtId!: string | null;
  @Column('timestamptz', { name: 'huur_tot', nullable: true }) huurTot!: Date | null;
  @Column('boolean', { name: 'vorige_ongewis' }) vorigeOngewis!: boolean;
  @Column('text', { name: 'laatste_oorzaak', nullable: true }) laatsteOorzaak!: string | null;
}
