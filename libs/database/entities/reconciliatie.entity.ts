import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One comparison of a journey with DUO, asked for or done. */
@Entity('reconciliatie')
export class ReconciliatieEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('text') aanleiding!: string;
  /** The task of which the opening asked for it; one comparison per task. */
  @Column('uuid', { name: 'taak_id', nullable: true }) taakId!: string | null;
  @Column('text', { name: 'gevraagd_door', nullable: true }) gevraagdDoor!: string | null;
  @Column('timestamptz', { name: 'gevraagd_tijdstip' }) gevraagdTijdstip!: Date;
  @Column('text') status!: string;
  @Column('integer') poging!: number;
  @Column('timestamptz', { name: 'volgende_tijdstip' }) volgendeTijdstip!: Date;
  @Column('timestamptz', { name: 'klaar_tijdstip', nullable: true }) klaarTijdstip!: Date | null;
  /** How many differences were open after it. */
  @Column('integer', { nullable: true }) verschillen!: number | null;
  /** Sources that DUO does not let this gemeente ask. */
  @Column('text', { name: 'niet_gevraagd', array: true }) nietGevraagd!: string[];
  @Column('text', { nullable: true }) reden!: string | null;
}
