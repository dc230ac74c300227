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

/** The columns, left to right. `…InLead` holds a role of the whole tenant but belongs to the lead unit; `supporter` is a
 *  handler of a supporting unit, `otherHandler` of a unit that has no part in the case. `twoHats`, `moved` and `judgeInSupport` hold all
 *  roles that judge, and are handler of the lead unit too, were so since the assignment, or belong to the supporting unit. */
export const COLUMNS: ActorKind[] = [
  'clerk', 'clerkInLead', 'handler', 'otherHandler', 'supporter', 'liaison', 'unitLeader', 'supervisor',
  'supervisorInLead', 'visitor', 'visitorInLead', 'leader', 'leaderInLead', 'administrator', 'auditor', 'twoHats', 'moved',
  'judgeInSupport', 'system',
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
  post: 'rule.holdsNoPostInIt',
  left: 'rule.hasExtensionLeft',
  prov: 'rule.movesWithCalendar',
};

/** `place (workflows, where not all): commands` and a cell for each column; `nobody may` where the place takes none of them. */
/* prettier-ignore */
const TEXT = `
#                                                                      cle  cleL han  oHan supp lia  uLea sup  supL vis  visL ldr  ldrL adm  aud  two  mov  juS  sys
collected: nobody may ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
collected: ASSIGN                                                      ok   ok   off  off  off  off  off  off  off  off  off  off  off  off  off  ok   ok   ok   off
collected: REJECT MERGE WITHDRAW                                       ok   ok   drop drop drop drop drop drop drop drop drop drop drop drop drop ok   ok   ok   drop
collected: TAKE_OVER                                                   imp  imp  off  off  off  off  off  off  off  off  off  off  off  off  off  imp  imp  imp  off
collected: COMMENT                                                     ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
collected: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
collected: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
collected: REPLY_ORDER                                                 unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
collected: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
assigned: nobody may ASSIGN REJECT MERGE TAKE_OVER PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
assigned: ACCEPT DECLINE                                               lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
assigned: WITHDRAW                                                     ok   post drop drop drop drop drop drop drop drop drop drop drop drop drop post post post drop
assigned: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
assigned: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
assigned: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
assigned: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
assigned: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
assigned: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
rectifying: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PASS RETURN RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
rectifying (immediate): nobody may REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION
rectifying: PROGRESS REPLY_ORDER                                       unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
rectifying: SUBMIT                                                     lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
rectifying (rectification staged): REQUEST_EXTENSION                   lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
rectifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION    ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
rectifying: PARK                                                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
rectifying: SIGN_ORDER INSTRUCT_ORDER                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
rectifying: WITHDRAW                                                   ok   post drop drop drop drop drop drop drop drop drop drop drop drop drop post post post drop
rectifying: COMMENT                                                    ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
rectifying: JOIN                                                       sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
rectifying: RECOMPUTE_DUE                                              sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
rectifying: WAIVE_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
verifying: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE SUBMIT REQUEST_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
verifying (immediate): nobody may GRANT_EXTENSION REFUSE_EXTENSION
verifying: PROGRESS REPLY_ORDER                                        unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
verifying: PASS RETURN                                                 sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  post post post sup
verifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION     ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
verifying: WITHDRAW                                                    ok   post drop drop drop drop drop drop drop drop drop drop drop drop drop post post post drop
verifying: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
verifying: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
verifying: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
verifying: SIGN_ORDER INSTRUCT_ORDER                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
verifying: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
parked: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN
parked: PROGRESS REPLY_ORDER                                           unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
parked: RESUME                                                         ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
parked: WITHDRAW                                                       ok   post drop drop drop drop drop drop drop drop drop drop drop drop drop post post post drop
parked: COMMENT                                                        ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
parked: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
parked: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
parked: SIGN_ORDER INSTRUCT_ORDER                                      ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
parked: WAIVE_ORDER                                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
visiting: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME SIGN_CLOSING REOPEN
visiting: RECORD_VISIT                                                 vis  vis  vis  vis  vis  vis  vis  vis  vis  ok   vis  vis  vis  vis  vis  post post post vis
visiting: CLOSE_UNVERIFIED                                             sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  post post post sup
visiting: WITHDRAW                                                     ok   post drop drop drop drop drop drop drop drop drop drop drop drop drop post post post drop
visiting: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
visiting: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
visiting: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
visiting: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
visiting: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
visiting: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
signing: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED REOPEN
signing: RETURN                                                        ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
signing: SIGN_ORDER INSTRUCT_ORDER                                     ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
signing: SIGN_CLOSING                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  post post post ldr
signing: WITHDRAW                                                      drop drop drop drop drop drop drop drop drop drop drop ok   drop drop drop post post post drop
signing: COMMENT                                                       ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
signing: JOIN                                                          sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
signing: RECOMPUTE_DUE                                                 sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
signing: REPLY_ORDER                                                   unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
signing: WAIVE_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
resolved: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
resolved: REOPEN                                                       ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO post post post supO
resolved: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
resolved: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
resolved: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
resolved: REPLY_ORDER                                                  unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
resolved: SIGN_ORDER INSTRUCT_ORDER                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
resolved: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
unverified: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
unverified: REOPEN                                                     ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO post post post supO
unverified: COMMENT                                                    ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
unverified: JOIN                                                       sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
unverified: RECOMPUTE_DUE                                              sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
unverified: REPLY_ORDER                                                unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
unverified: SIGN_ORDER INSTRUCT_ORDER                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
unverified: WAIVE_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
takenOver: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING WITHDRAW
takenOver: REOPEN                                                      ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO post post ok   supO
takenOver: COMMENT                                                     ok   ok   ok   see  see  ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
takenOver: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
takenOver: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
takenOver: REPLY_ORDER                                                 unit unit ord  unit unit ord  ord  unit unit unit unit unit unit unit unit ord  unit unit unit
takenOver: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
rejected: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
rejected: COMMENT                                                      ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
rejected: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
rejected: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
rejected: REPLY_ORDER                                                  unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
rejected: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                        ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
merged: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
merged: COMMENT                                                        ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
merged: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
merged: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
merged: REPLY_ORDER                                                    unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit unit
merged: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                          ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
withdrawn: nobody may ASSIGN REJECT MERGE TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN WITHDRAW
withdrawn: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
withdrawn: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
withdrawn: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
withdrawn: REPLY_ORDER                                                 unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
withdrawn: SIGN_ORDER INSTRUCT_ORDER                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
withdrawn: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
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

/** The lines of a table. */
export const tableOf = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(row);

/** All lines of version 1. */
export const TABLE: Row[] = tableOf(TEXT);
