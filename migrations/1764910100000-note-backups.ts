import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the last backup was taken, for the alarm on its age. Older servers know nothing of the table, and need not. */
export class NoteBackups1764910100000 implements MigrationInterface {
  name = 'NoteBackups1764910100000';
  breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE backup_note (
         one boolean PRIMARY KEY CONSTRAINT backup_note_one CHECK (one),
         taken_at timestamptz NOT NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE backup_note');
  }
}
