/** Who may send what in which place of version 2 of the workflows: read by people against the product, never made by the code under test. The columns are those
 *  of who-may-what.ts. */
import { tableOf, type Row } from './who-may-what.js';

/** What the cells mean besides those of version 1: the code of the refusal. */
export const CODES_2: Record<string, string> = {
  ans: 'rule.answersOrder',
  pres: 'rule.orderIsPresent',
  desk: 'rule.isTriageDesk',
  dropT: 'rule.mayDropAtTriage',
  ask: 'rule.mayAskDeparture',
  asgd: 'rule.wasAssigned',
  gra: 'rule.mayGrantDeparture',
  noD: 'rule.departureIsAsked',
  talk: 'rule.talkIsDue',
  obj: 'rule.mayObject',
};

/** Orders are replied to while the blue one is out, signed and waived half a year later, when every order has been proposed. A departure was asked for by a second
 *  clerk before it is decided; a closing in dispute follows two rounds with a raiser who is not satisfied. A staged case that comes to the visit has begun
 *  a new period with its last milestone: the talk of the one before is over. */
/* prettier-ignore */
const TEXT = `
#                                                                      cle  cleL han  oHan supp lia  uLea sup  supL vis  visL ldr  ldrL adm  aud  two  mov  juS  sys
collected: nobody may ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN TRANSFER CLOSE_DISPUTED OBJECT DISMISS_OBJECTION
collected: ASSIGN                                                      ok   ok   desk desk desk desk desk desk desk desk desk desk desk desk desk ok   ok   ok   desk
collected: REJECT MERGE WITHDRAW                                       ok   ok   dropT dropT dropT dropT dropT dropT dropT dropT dropT dropT dropT dropT dropT ok ok ok dropT
collected: TAKE_OVER                                                   imp  imp  off  off  off  off  off  off  off  off  off  off  off  off  off  imp  imp  imp  off
collected: ASK_DEPARTURE                                               asgd asgd ask  ask  ask  ask  ask  ask  ask  ask  ask  asgd asgd ask  ask  asgd asgd asgd ask
collected: GRANT_DEPARTURE REFUSE_DEPARTURE                            noD  noD  gra  gra  gra  gra  gra  gra  gra  gra  gra  noD  noD  gra  gra  noD  noD  noD  gra
collected: SPLIT                                                       ok   ok   off  off  off  off  off  off  off  off  off  off  off  off  off  ok   ok   ok   off
collected: CORRECT URGE                                                ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
collected: COMMENT                                                     ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
collected: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
collected: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
collected: REPLY_ORDER                                                 ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans
collected: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
collected: RECORD_TALK                                                 talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
assigned: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN CLOSE_DISPUTED OBJECT DISMISS_OBJECTION
assigned: ACCEPT DECLINE                                               lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
assigned: TRANSFER SPLIT                                               ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
assigned: CORRECT                                                      ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
assigned: URGE                                                         ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
assigned: ASK_DEPARTURE                                                ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
assigned (rectification staged): GRANT_DEPARTURE REFUSE_DEPARTURE      ok   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
assigned (immediate): GRANT_DEPARTURE REFUSE_DEPARTURE                 gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
assigned: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
assigned: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
assigned: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
assigned: REPLY_ORDER                                                  ans  ans  ok   ans  ans  ok   ok   ans  ans  ans  ans  ans  ans  ans  ans  ok   ans  ans  ans
assigned: SIGN_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
assigned: INSTRUCT_ORDER                                               ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
assigned: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
assigned: RECORD_TALK                                                  ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
rectifying: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PASS RETURN RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN OBJECT DISMISS_OBJECTION
rectifying (immediate): nobody may REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION
rectifying: PROGRESS                                                   unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
rectifying: SUBMIT                                                     lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
rectifying (rectification staged): REQUEST_EXTENSION                   lead lead ok   lead lead ok   ok   lead lead lead lead lead lead lead lead ok   lead lead lead
rectifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION    ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
rectifying: PARK                                                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
rectifying: TRANSFER SPLIT                                             ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
rectifying: CORRECT                                                    ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
rectifying: URGE                                                       ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
rectifying: CLOSE_DISPUTED                                             ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  post post post ldr
rectifying: ASK_DEPARTURE                                              ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
rectifying (rectification staged): GRANT_DEPARTURE REFUSE_DEPARTURE    ok   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
rectifying (immediate): GRANT_DEPARTURE REFUSE_DEPARTURE               gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
rectifying: COMMENT                                                    ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
rectifying: JOIN                                                       sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
rectifying: RECOMPUTE_DUE                                              sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
rectifying: REPLY_ORDER                                                ans  ans  ok   ans  ans  ok   ok   ans  ans  ans  ans  ans  ans  ans  ans  ok   ans  ans  ans
rectifying: SIGN_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
rectifying: INSTRUCT_ORDER                                             ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
rectifying: WAIVE_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
rectifying: RECORD_TALK                                                ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
verifying: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE SUBMIT REQUEST_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN SPLIT OBJECT DISMISS_OBJECTION
verifying (immediate): nobody may GRANT_EXTENSION REFUSE_EXTENSION
verifying: PROGRESS                                                    unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
verifying: PASS RETURN                                                 sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  post post post sup
verifying (rectification staged): GRANT_EXTENSION REFUSE_EXTENSION     ok   ext  off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
verifying: TRANSFER                                                    ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
verifying: CORRECT                                                     ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
verifying: URGE                                                        ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
verifying: CLOSE_DISPUTED                                              ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  post post post ldr
verifying: ASK_DEPARTURE                                               ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
verifying (rectification staged): GRANT_DEPARTURE REFUSE_DEPARTURE     ok   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
verifying (immediate): GRANT_DEPARTURE REFUSE_DEPARTURE                gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
verifying: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
verifying: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
verifying: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
verifying: REPLY_ORDER                                                 ans  ans  pres ans  ans  pres pres ans  ans  ans  ans  ans  ans  ans  ans  pres ans  ans  ans
verifying: SIGN_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
verifying: INSTRUCT_ORDER                                              ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
verifying: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
verifying: RECORD_TALK                                                 ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
parked: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN SPLIT CLOSE_DISPUTED OBJECT DISMISS_OBJECTION
parked: PROGRESS                                                       unit unit ok   unit ok   ok   ok   unit unit unit unit unit unit unit unit ok   unit unit unit
parked: RESUME URGE                                                    ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
parked: TRANSFER                                                       ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
parked: CORRECT                                                        ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
parked: ASK_DEPARTURE                                                  ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
parked (rectification staged): GRANT_DEPARTURE REFUSE_DEPARTURE        ok   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
parked (immediate): GRANT_DEPARTURE REFUSE_DEPARTURE                   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
parked: COMMENT                                                        ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
parked: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
parked: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
parked: REPLY_ORDER                                                    ans  ans  pres ans  ans  pres pres ans  ans  ans  ans  ans  ans  ans  ans  pres ans  ans  ans
parked: SIGN_ORDER                                                     ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
parked: INSTRUCT_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
parked: WAIVE_ORDER                                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
parked: RECORD_TALK                                                    talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
visiting: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME SIGN_CLOSING REOPEN SPLIT OBJECT DISMISS_OBJECTION
visiting: RECORD_VISIT                                                 vis  vis  vis  vis  vis  vis  vis  vis  vis  ok   vis  vis  vis  vis  vis  post post post vis
visiting: CLOSE_UNVERIFIED                                             sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  post post post sup
visiting: TRANSFER                                                     ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
visiting: CORRECT                                                      ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
visiting: URGE                                                         ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
visiting: CLOSE_DISPUTED                                               ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  post post post ldr
visiting: ASK_DEPARTURE                                                ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
visiting (rectification staged): GRANT_DEPARTURE REFUSE_DEPARTURE      ok   gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
visiting (immediate): GRANT_DEPARTURE REFUSE_DEPARTURE                 gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
visiting: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
visiting: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
visiting: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
visiting: REPLY_ORDER                                                  ans  ans  pres ans  ans  pres pres ans  ans  ans  ans  ans  ans  ans  ans  pres ans  ans  ans
visiting: SIGN_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
visiting: INSTRUCT_ORDER                                               ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
visiting: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
visiting (rectification immediate): RECORD_TALK                        ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
visiting (staged): RECORD_TALK                                         talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
notice: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN SPLIT CLOSE_DISPUTED DISMISS_OBJECTION
notice: OBJECT                                                         ok   ok   obj  obj  obj  obj  obj  ok   ok   ok   ok   ok   ok   obj  obj  ok   ok   ok   obj
notice: TRANSFER                                                       ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
notice: CORRECT                                                        ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
notice: URGE                                                           ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
notice: ASK_DEPARTURE                                                  ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
notice: GRANT_DEPARTURE REFUSE_DEPARTURE                               gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
notice: COMMENT                                                        ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
notice: JOIN                                                           sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
notice: RECOMPUTE_DUE                                                  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
notice: REPLY_ORDER                                                    ans  ans  ord  ans  ans  ord  ord  ans  ans  ans  ans  ans  ans  ans  ans  ord  ans  ans  ans
notice: SIGN_ORDER                                                     ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
notice: INSTRUCT_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
notice: WAIVE_ORDER                                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
notice (rectification immediate): RECORD_TALK                          ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
notice (staged): RECORD_TALK                                           talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
objection: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING REOPEN SPLIT CLOSE_DISPUTED OBJECT
objection: DISMISS_OBJECTION RETURN                                    sup  sup  sup  sup  sup  sup  sup  ok   own  sup  sup  sup  sup  sup  sup  post post post sup
objection: TRANSFER                                                    ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
objection: CORRECT                                                     ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
objection: URGE                                                        ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
objection: ASK_DEPARTURE                                               ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
objection: GRANT_DEPARTURE REFUSE_DEPARTURE                            gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
objection: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
objection: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
objection: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
objection: REPLY_ORDER                                                 ans  ans  ord  ans  ans  ord  ord  ans  ans  ans  ans  ans  ans  ans  ans  ord  ans  ans  ans
objection: SIGN_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
objection: INSTRUCT_ORDER                                              ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
objection: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
objection (rectification immediate): RECORD_TALK                       ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
objection (staged): RECORD_TALK                                        talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
signing: nobody may ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME RECORD_VISIT CLOSE_UNVERIFIED REOPEN SPLIT CLOSE_DISPUTED OBJECT DISMISS_OBJECTION
signing: RETURN                                                        ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
signing: SIGN_CLOSING                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   own  ldr  ldr  post post post ldr
signing: TRANSFER                                                      ok   post off  off  off  off  off  off  off  off  off  off  off  off  off  post post post off
signing: CORRECT                                                       ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
signing: URGE                                                          ok   ok   offL offL offL offL offL offL offL offL offL ok   ok   offL offL ok   ok   ok   offL
signing: ASK_DEPARTURE                                                 ok   ask  ask  ask  ask  ask  ask  ask  ask  ask  ask  ok   ask  ask  ask  post post post ask
signing: GRANT_DEPARTURE REFUSE_DEPARTURE                              gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  gra  ok   gra  gra  gra  post post post gra
signing: COMMENT                                                       ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
signing: JOIN                                                          sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
signing: RECOMPUTE_DUE                                                 sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
signing: REPLY_ORDER                                                   ans  ans  ord  ans  ans  ord  ord  ans  ans  ans  ans  ans  ans  ans  ans  ord  ans  ans  ans
signing: SIGN_ORDER                                                    ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
signing: INSTRUCT_ORDER                                                ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
signing: WAIVE_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
signing (rectification immediate): RECORD_TALK                         ok   post offL offL offL offL offL offL offL offL offL ok   post offL offL post post post offL
signing (staged): RECORD_TALK                                          talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
`;

/** What closed places take. Commands that belong to an open case: nobody's. */
const OPEN_ONLY =
  'ASSIGN REJECT MERGE WITHDRAW TAKE_OVER ACCEPT DECLINE PROGRESS SUBMIT PASS RETURN REQUEST_EXTENSION GRANT_EXTENSION REFUSE_EXTENSION PARK RESUME ' +
  'RECORD_VISIT CLOSE_UNVERIFIED SIGN_CLOSING TRANSFER SPLIT CORRECT URGE ASK_DEPARTURE GRANT_DEPARTURE REFUSE_DEPARTURE CLOSE_DISPUTED OBJECT DISMISS_OBJECTION';

/** Closed after work of a unit: the look-back may reopen it, and orders that wait for a signature still get one. */
/* prettier-ignore */
const CLOSED = (place: string): string => `
${place}: nobody may ${OPEN_ONLY}
${place}: REOPEN                                                       ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO post post post supO
${place}: COMMENT                                                      ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
${place}: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
${place}: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
${place}: REPLY_ORDER                                                  ans  ans  pres ans  ans  pres pres ans  ans  ans  ans  ans  ans  ans  ans  pres ans  ans  ans
${place}: SIGN_ORDER                                                   ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
${place}: INSTRUCT_ORDER                                               ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
${place}: WAIVE_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
${place}: RECORD_TALK                                                  talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
`;

/* prettier-ignore */
const OTHERS = `
takenOver: nobody may ${OPEN_ONLY}
takenOver: REOPEN                                                      ok   own  supO supO supO supO supO ok   own  supO supO supO supO supO supO post post ok   supO
takenOver: COMMENT                                                     ok   ok   ok   see  see  ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
takenOver: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
takenOver: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
takenOver: REPLY_ORDER                                                 ans  ans  ord  ans  ans  ord  ord  ans  ans  ans  ans  ans  ans  ans  ans  ord  ans  ans  ans
takenOver: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                       ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
takenOver: RECORD_TALK                                                 talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
withdrawn: nobody may ${OPEN_ONLY} REOPEN
withdrawn: COMMENT                                                     ok   ok   ok   see  ok   ok   ok   ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
withdrawn: JOIN                                                        sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
withdrawn: RECOMPUTE_DUE                                               sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
withdrawn: REPLY_ORDER                                                 ans  ans  pres ans  ans  pres pres ans  ans  ans  ans  ans  ans  ans  ans  pres ans  ans  ans
withdrawn: SIGN_ORDER                                                  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   ok   ldr  ldr  ok   ok   ok   ldr
withdrawn: INSTRUCT_ORDER                                              ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   post ldr  ldr  post post post ldr
withdrawn: WAIVE_ORDER                                                 ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ok   wai  ldr  ldr  post post post ldr
withdrawn: RECORD_TALK                                                 talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
`;

/** Closed at triage: no unit ever had it. */
/* prettier-ignore */
const DROPPED = (place: string): string => `
${place}: nobody may ${OPEN_ONLY} REOPEN
${place}: COMMENT                                                      ok   ok   see  see  see  see  see  ok   ok   ok   ok   ok   ok   see  ok   ok   ok   ok   see
${place}: JOIN                                                         sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  ok
${place}: RECOMPUTE_DUE                                                sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  sys  prov
${place}: REPLY_ORDER                                                  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans  ans
${place}: SIGN_ORDER WAIVE_ORDER INSTRUCT_ORDER                        ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ldr  ord  ord  ldr  ldr  ord  ord  ord  ldr
${place}: RECORD_TALK                                                  talk talk offL offL offL offL offL offL offL offL offL talk talk offL offL talk talk talk offL
`;

/** All lines of version 2. */
export const TABLE_2: Row[] = tableOf(
  [TEXT, ...['resolved', 'disputed', 'unverified'].map(CLOSED), OTHERS, ...['rejected', 'merged'].map(DROPPED)].join(
    '',
  ),
);
