import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What remains of a journey that was received by mistake: who had it erased, when and why. */
@Entity('wissing')
export class WissingEntity {
  @PrimaryColumn('uuid', { name: 'traject_id' }) trajectId!: string;
  @Column('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @Column('text') reden!: string;
  /** Pseudonym of the person. */
  @Column('text', { name: 'gevraagd_door' }) gevraagdDoor!: string;
  @Column('timestamptz', { name: 'gevraagd_tijdstip' }) gevraagdTijdstip!: Date;
  /** When the keys were gone too. */
  @Column('timestamptz', { name: 'gewist_tijdstip', nullable: true }) gewistTijdstip!: Date | null;
  /** For a while: by which late post of this person is known. */
  @Column('bytea', { name: 'bsn_hash', nullable: true }) bsnHash!: Buffer | null;
  @Column('bytea', { name: 'vnummer_hash', nullable: true }) vnummerHash!: Buffer | null;
  /** The time to know late post is over. */
  @Column('boolean') vergeten!: boolean;
}
