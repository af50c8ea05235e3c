import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When the BRP is asked about a journey, and how the last question ended. */
@Entity('brp_raadpleging')
export class BrpRaadplegingEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') status!: string;
  @Column('integer') poging!: number;
  @Column('timestamptz', { name: 'volgende_tijdstip' }) volgendeTijdstip!: Date;
  @Column('timestamptz', { name: 'laatste_tijdstip', nullable: true })
  laatsteTijdstip!: Date | null;
  /** Technical. */
  @Column('text', { nullable: true }) reden!: string | null;
}
