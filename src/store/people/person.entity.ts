/** Who may sign in, and as what. */
import { Column, Entity, ForeignKey, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, Unique } from 'typeorm';
import type { Role } from '../../domain/words.js';

/** A user; never deleted, only made inactive, since history names them. */
@Entity('person')
@Unique('person_username_key', ['username'])
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') username: string;
  @Column('text') name: string;
  @Column('text', { name: 'password_hash' }) passwordHash: string;
  @ForeignKey('unit', { name: 'person_unit_id_fkey' })
  @Column('uuid', { name: 'unit_id' })
  unitId: string;
  @Column('boolean', { default: true }) active: boolean;
  /** The password in force was set by somebody else and opens nothing but the change of it. */
  @Column('boolean', { name: 'start_password', default: true }) startPassword: boolean;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  /** Read only where it is asked for. */
  @OneToMany(() => PersonRole, (held) => held.person)
  roles: PersonRole[];
}

/** One role that a person holds at one unit. */
@Entity('person_role')
export class PersonRole {
  @PrimaryColumn('uuid', { name: 'person_id' }) personId: string;
  @ManyToOne(() => Person, (person) => person.roles)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'person_role_person_id_fkey' })
  person: Person;
  @PrimaryColumn('text') role: Role;
  @ForeignKey('unit', { name: 'person_role_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;
}

/** A post 任职 and its time: a role at a unit, or `member`, belonging to it; `until` is null while it is held. */
@Entity('tenure')
export class Tenure {
  @ForeignKey('person', { name: 'tenure_person_id_fkey' })
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;
  @ForeignKey('unit', { name: 'tenure_unit_id_fkey' })
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;
  @PrimaryColumn('text') role: Role | 'member';
  @PrimaryColumn('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
}
