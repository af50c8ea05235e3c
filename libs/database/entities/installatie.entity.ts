import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('gemeente')
export class GemeenteEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') code!: string;
  @Column('text') naam!: string;
  @Column('char', { length: 20 }) oin!: string;
  @Column('boolean') actief!: boolean;
}

@Entity('instellingen')
export class InstellingenEntity {
  @PrimaryColumn('uuid', { name: 'gemeente_id' }) gemeenteId!: string;
  @PrimaryColumn('integer') versie!: number;
  @Column('jsonb') gegevens!: object;
  @Column('date') vanaf!: string;
}

@Entity('kalenderversie')
export class KalenderversieEntity {
  @PrimaryColumn('integer') versie!: number;
  @Column('jsonb') gegevens!: object;
  @Column('date') vanaf!: string;
}

@Entity('hartslag')
export class HartslagEntity {
  @PrimaryColumn('text') dienst!: string;
  @Column('timestamptz') tijdstip!: Date;
}
