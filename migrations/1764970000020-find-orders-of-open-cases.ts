import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Orders that wait for a signature are looked for among those of open cases: nobody has to sign the others, though a leader still may, and with the years they
 *  are many times as many. An order says so itself, since an index knows no other table; the database keeps it, so that older servers need not know. */
export class FindOrdersOfOpenCases1764970000020 implements MigrationInterface {
  name = 'FindOrdersOfOpenCases1764970000020';
  readonly breaks = false;

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `ALTER TABLE supervision_order ADD COLUMN case_open boolean NOT NULL DEFAULT true`,
  `UPDATE supervision_order o SET case_open = false FROM rectification_case c WHERE c.id = o.case_id AND c.stage = 'closed'`,
  `CREATE FUNCTION order_follows_case() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
     UPDATE supervision_order SET case_open = NEW.stage <> 'closed' WHERE case_id = NEW.id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER case_orders_open AFTER UPDATE OF stage ON rectification_case FOR EACH ROW
   WHEN ((OLD.stage = 'closed') <> (NEW.stage = 'closed')) EXECUTE FUNCTION order_follows_case()`,
  `DROP INDEX order_unsigned`,
  `CREATE INDEX order_unsigned ON supervision_order (case_id, issued_at) WHERE status = 'proposed' AND case_open`,
];

const DOWN = [
  `DROP TRIGGER case_orders_open ON rectification_case`,
  `DROP FUNCTION order_follows_case()`,
  `DROP INDEX order_unsigned`,
  `ALTER TABLE supervision_order DROP COLUMN case_open`,
  `CREATE INDEX order_unsigned ON supervision_order (issued_at, id) WHERE status = 'proposed'`,
];
