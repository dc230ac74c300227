/** Who may send what in which place of the workflows: read by people against the product, never made by the code under test. */
import type { ActorKind } from '../../support/engine.js';

/** A line of the table: one place, the commands it speaks of, a cell for each column. */
export interface Row {
  place: string;
  types: string[];
  cells: string[];
  /** Workflows the line is for; all where absent. */
  only?: string[];
}

/** The columns, left to right. `…InLead` holds a role of the whole bureau but belongs to the lead unit; `supporter` is a
 *  handler of a supporting unit, `otherHandler` of a unit that has no part in the case. */
export const COLUMNS: ActorKind[] = [
  'clerk', 'clerkInLead', 'handler', 'otherHandler', 'supporter', 'liaison', 'unitLeader', 'supervisor',
  'supervisorInLead', 'visitor', 'visitorInLead', 'leader', 'leaderInLead', 'administrator', 'auditor', 'system',
]; // prettier-ignore

/** What the cells mean: the code of the refusal. */
export const CODES: Record<string, string> = {
  ok: 'ok',
  '.': 'case.notInThisStage',
  off: 'rule.isOffice',
  drop: 'rule.mayDrop',
  lead: 'rule.isOfLeadUnit',
  unit: 'rule.isOfCaseUnits',
  sup: 'rule.isSupervisor',
  supO: 'rule.isSupervisorOrOffice',
  own: 'rule.isOutsideLeadUnit',
  vis: 'rule.isVisitor',
  ldr: 'rule.isLeader',
  offL: 'rule.isOfficeOrLeader',
  see: 'rule.maySee',
  sys: 'rule.isSystem',
  imp: 'rule.isImport',
  ext: 'rule.isNotOwnExtension',
  ord: 'rule.orderExists',
  wai: 'rule.isNotOwnUnitsWaiver',
  left: 'rule.hasExtensionLeft',
  prov: 'rule.movesWithCalendar',
};

/** `place (workflows, where not all): commands` and a cell for each column; `nobody may` where the place takes none of them. */
/* prettier-ignore */
const TEXT = `
#                                                                      cle  cleL han  oHan supp lia  uLea sup  supL vis  visL ldr  ldrL adm  aud  sys
collected: nobody may ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
collected: ASSIGN                                                      ok   ok   off  off  off  off  off  off  off  off  off  off  off  off  off  off
collected: REJECT MERGE WITHDRAW                                       ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
collected: TAKE_OVER                                                   imp  imp  off  off  off  off  off  off  off  off  off  off  off  off  off  off
collected: COMMENT                                                     ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   see
collected: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
collected: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
collected: REPLY_ORDER                                                 unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
collected: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ldr
assigned: nobody may ASSIGN REJECT MERGE TAKE_OVER PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
assigned: ACCEPT DECLINE                                               lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead lead
assigned: WITHDRAW                                                     ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
assigned: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
assigned: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
assigned: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
assigned: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
assigned: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
assigned: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
rectifying: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PASS RETURN RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
rectifying (immediate): nobody may REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION
rectifying: PROGRESS REPLY_ORDER                                       unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
rectifying: SUBMIT                                                     lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead lead
rectifying (rectification staged): REQUEST_EXTENSION                   lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead lead
rectifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION    ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  off
rectifying: PARK SIGN_ORDER INSTRUCT_ORDER                             ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
rectifying: WITHDRAW                                                   ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
rectifying: COMMENT                                                    ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
rectifying: JOIN                                                       sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
rectifying: RECOMPUTE_DUE                                              sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
rectifying: WAIVE_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
verifying: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE SUBMIT REQUEST_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
verifying (immediate): nobody may GRANT_EXTENSION REFUSE_EXTENSION
verifying: PROGRESS REPLY_ORDER                                        unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
verifying: PASS RETURN                                                 sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  sup
verifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION     ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  off
verifying: WITHDRAW                                                    ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
verifying: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
verifying: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
verifying: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
verifying: SIGN_ORDER INSTRUCT_ORDER                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
verifying: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
parked: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
parked: PROGRESS REPLY_ORDER                                           unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
parked: RESUME                                                         ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL offL
parked: WITHDRAW                                                       ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
parked: COMMENT                                                        ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
parked: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
parked: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
parked: SIGN_ORDER INSTRUCT_ORDER                                      ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
parked: WAIVE_ORDER                                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
visiting: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME SIGN_CLOSING REOPEN
visiting: RECORD_VISIT                                                 vis  vis  vis  vis  vis  vis  vis  vis  vis  ok   vis  vis  vis  vis  vis  vis
visiting: CLOSE_UNVERIFIED                                             sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  sup
visiting: WITHDRAW                                                     ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop drop
visiting: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
visiting: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
visiting: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
visiting: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
visiting: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
visiting: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
signing: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED REOPEN
signing: RETURN SIGN_ORDER INSTRUCT_ORDER                              ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
signing: SIGN_CLOSING                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  ldr
signing: WITHDRAW                                                      drop drop drop drop drop drop drop drop drop drop drop ok   drop drop drop drop
signing: COMMENT                                                       ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
signing: JOIN                                                          sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
signing: RECOMPUTE_DUE                                                 sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
signing: REPLY_ORDER                                                   unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
signing: WAIVE_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
resolved: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
resolved: REOPEN                                                       ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO supO
resolved: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
resolved: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
resolved: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
resolved: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
resolved: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
resolved: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
unverified: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
unverified: REOPEN                                                     ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO supO
unverified: COMMENT                                                    ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
unverified: JOIN                                                       sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
unverified: RECOMPUTE_DUE                                              sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
unverified: REPLY_ORDER                                                unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
unverified: SIGN_ORDER INSTRUCT_ORDER                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
unverified: WAIVE_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
takenOver: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
takenOver: REOPEN                                                      ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO supO
takenOver: COMMENT                                                     ok   ok   ok   see  see  ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
takenOver: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
takenOver: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
takenOver: REPLY_ORDER                                                 unit unit ord  unit unit ord  ord  unit unit unit unit unit unit unit unit unit
takenOver: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ldr
rejected: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
rejected: COMMENT                                                      ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   see
rejected: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
rejected: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
rejected: REPLY_ORDER                                                  unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
rejected: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                        ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ldr
merged: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
merged: COMMENT                                                        ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   see
merged: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
merged: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
merged: REPLY_ORDER                                                    unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
merged: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                          ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ldr
withdrawn: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
withdrawn: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   see
withdrawn: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
withdrawn: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
withdrawn: REPLY_ORDER                                                 unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit unit
withdrawn: SIGN_ORDER INSTRUCT_ORDER                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ldr
withdrawn: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  ldr
`;

const NOBODY = 'nobody may ';

function row(line: string): Row {
  const [, place = '', workflows, rest = ''] = /^(\w+)(?: \(([^)]*)\))?: (.*)$/.exec(line) ?? [];
  const only = workflows?.split(' ');
  const words = rest.replace(NOBODY, '').split(/ +/);
  const isType = (word: string): boolean => /^[A-Z_]+$/.test(word);
  const types = words.filter(isType);
  const cells = rest.startsWith(NOBODY) ? COLUMNS.map(() => '.') : words.filter((word) => !isType(word));
  return { place, types, cells, ...(only === undefined ? {} : { only }) };
}

/** All lines of the table. */
export const TABLE: Row[] = TEXT.split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map(row);
