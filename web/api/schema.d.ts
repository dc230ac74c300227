/* Made by npm run api:types from the OpenAPI document. Do not edit. */
export interface paths {
  '/api/meetings/owed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the answers that one’s office owes to people who spoke at meetings
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Results_owing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what became of each opinion of a meeting, and what its people were told
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Results_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/agenda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what was promised at the meetings before this one, kept and broken
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Results_agenda'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results/{opinionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Words the answer to an opinion before it is released
     * @description What was written stands until the record of the case says something else.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    put: operations['Results_word'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Releases every answer of a meeting that says something new; all or none
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Results_release'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the private addresses under which participants read what became of their words
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Results_makeLinks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results/public': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens the public page of a meeting’s results
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Results_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/results/links/{linkId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Takes an address of results back, the public page included
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    delete: operations['Results_revoke'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/results/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what became of what was said at a meeting, to whoever has the address
     * @description A participant’s own page, or the public one of the meeting; never another person’s name.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Results_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the meetings of one’s offices, the newest first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Meetings_list'];
    put?: never;
    /**
     * Records a meeting with those who took part
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Meetings_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows a meeting with its participants and opinions
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Meetings_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Corrects title, kind, day, place or host of a meeting
     * @description Until the first of its opinions was triaged; what was written before is kept.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    patch: operations['Corrections_meeting'];
    trace?: never;
  };
  '/api/meetings/{id}/participants': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds a participant to a meeting
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Meetings_join'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/participants/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds participants to a meeting, all or none
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Meetings_joinMany'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/opinions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Logs opinions of a meeting, all or none, and names open cases that speak of the same
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Meetings_log'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/similar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finds cases that speak of the same matter, the most alike first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, supervisor, visitor, leader, auditor.
     */
    get: operations['Meetings_similar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/participants/{participant}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Corrects name, standing or contact of a participant
     * @description Until something that this person said was triaged; from then on they are the raiser of a case.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    patch: operations['Corrections_participant'];
    trace?: never;
  };
  '/api/meetings/{id}/opinions/{opinion}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Corrects speaker, words or category of an opinion
     * @description Until it was triaged; afterwards its case is corrected, with a line in its history.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    patch: operations['Corrections_opinion'];
    trace?: never;
  };
  '/api/meetings/{id}/corrections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists what was corrected at a meeting, with what was written before; the latest first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Corrections_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/opinions/triage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Decides what becomes of many opinions, each with its own result
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Triage_many'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/opinions/{id}/adopt': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adopts an opinion: a case is opened and assigned
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Triage_adopt'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/opinions/{id}/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Merges an opinion into a case that is open
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Triage_merge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/opinions/{id}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Notes that an opinion was answered on the spot
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Triage_answer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/opinions/{id}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declines an opinion, with the reason
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Triage_decline'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/alike': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells the closed cases of a unit that are like this one, with the lasting measure promised then
     * @description At most three, the most alike first, of those that this person may see.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Alike_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the cases one may see, filtered, in order, page by page
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['CaseList_list'];
    put?: never;
    /**
     * Collects one issue from any source
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Cases_collect'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows a case with all around it, and what this person may do with it now
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Cases_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/commands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Does something with a case
     * @description The payload stands beside `id` and `type`; its shape is told by `allowed` of the case. The same id again is answered with the same.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Cases_command'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/commands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Does things with many cases, each with its own result
     * @description At most 500, answered in their order.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Cases_commands'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells every event of a case, the oldest first, with hashes
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Cases_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/due-day': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells the due day an assignment would set
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['DueDay_ofAssignment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/due-after': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells the due day a decision would set, without making it
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['DueDay_after'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/raiser': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens one encrypted raiser of a case; the access is logged with its reason
     * @description Where a case has several raisers, `raiserId` says which.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, visitor.
     */
    post: operations['Raiser_look'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/raisers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds somebody who raises the same to an open case: they are visited and answered like the first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Raiser_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/objections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Records an objection to a public notice for somebody who made it by name; the name is encrypted
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, supervisor, visitor, leader.
     */
    post: operations['Raiser_object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/by-telephone': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Finds the cases of somebody who calls, by their telephone; the access is logged with its reason
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['FindByTelephone_find'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists one’s views of the list of cases, and those that are shared with one’s units
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['SavedViews_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/views/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Keeps a view of the list of cases, for oneself or shared with a unit
     * @description The id is made by the client; the same again changes nothing. Only the owner changes a view.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    put: operations['SavedViews_put'];
    post?: never;
    /**
     * Takes a view away
     * @description One’s own; a shared one also as clerk or administrator of the office that serves its unit.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['SavedViews_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/looks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists accesses to encrypted names, the newest first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: auditor, clerk.
     */
    get: operations['AccessLog_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/looks/alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists days on which somebody came near the limit of accesses, or over it
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: auditor.
     */
    get: operations['AccessLog_alarms'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/work': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what waits for this person, or for somebody absent whose deputy they are, the earliest day first
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Work_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/briefing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells a leader on one screen what waits, what came since their last look, and whom to ask
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: leader, unitLeader, clerk, supervisor, auditor.
     */
    get: operations['Briefing_of'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what the system has to tell this person, the latest first
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Inbox_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Marks entries of this person read, some or all
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Inbox_read'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inbox/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Streams how many entries are unread: at once and after each change
     * @description Server-sent events: `inbox` with `unread` and the id of the `newest` entry (null: none); `alive` with the office’s time, `at`, as a heartbeat; `replaced`, with a refusal, as the last where the same person opened too many.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Inbox_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/messages/table': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Says who is told what: every topic with its roles, its sentence and its next step
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['MessagesTable_table'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/since': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what changed since this person last looked, on whichever computer
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: leader, unitLeader, clerk, supervisor, auditor.
     */
    get: operations['Since_of'];
    put?: never;
    /**
     * Notes that this person has seen what changed
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: leader, unitLeader, clerk, supervisor, auditor.
     */
    post: operations['Since_looked'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/told': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Says who was told what of a case, who has read it, and what was dropped and why
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, supervisor, leader, auditor.
     */
    get: operations['Told_ofCase'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/batch': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acts on many supervision orders, each with its own result
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Orders_batch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows a supervision order with everything done about it
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Orders_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/reply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Replies to a supervision order, for the unit it is against
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Orders_reply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/sign': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs a supervision order that was proposed
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Orders_sign'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/waive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Waives a supervision order that was proposed, with the reason
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Orders_waive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/orders/{id}/instruct': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds an instruction to a supervision order
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Orders_instruct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/overdue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows late cases with their ladder: those awaiting a signature first, then the worst
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Overdue_page'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the standard texts of one’s units and of those above
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['StandardTexts_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/texts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Keeps a standard text of a unit
     * @description The id is made by the client; the same again changes nothing. For the unit leader and liaison of the unit or of one above, and the clerks, supervisors and leaders of the office that serves it.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    put: operations['StandardTexts_put'];
    post?: never;
    /**
     * Takes a standard text away
     * @description For whoever may change it.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['StandardTexts_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Signs in: the answer sets the session’s cookie
     * @description Who may call: anybody, signed out too.
     */
    post: operations['Session_signIn'];
    /**
     * Signs out: the session of the cookie ends
     * @description Who may call: anybody, signed out too.
     */
    delete: operations['Session_signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells who is signed in
     * @description Who may call: everybody who is signed in, for what they may see. Also before a start password has been changed.
     */
    get: operations['Session_me'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Sets a password of one’s own
     * @description Every session and token of the person ends; this browser goes on with a new session.
     *
     *     Who may call: everybody who is signed in, for what they may see. Also before a start password has been changed.
     */
    patch: operations['Session_changePassword'];
    trace?: never;
  };
  '/api/me/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists one’s sessions, one for each browser
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Account_sessions'];
    put?: never;
    post?: never;
    /**
     * Ends every session of one’s own but this one
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['Account_endOthers'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends one session of one’s own
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['Account_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists one’s tokens, without their secrets
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Account_tokens'];
    put?: never;
    /**
     * Issues a token for a program; its secret is shown once
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Account_issueToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revokes a token of one’s own
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['Account_revokeToken'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sign-in-alarms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists accounts at which somebody guessed
     * @description Of the last 30 days, the newest first, at most 200.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: administrator, auditor.
     */
    get: operations['SignInAlarms_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the units
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['ReferenceData_units'];
    put?: never;
    /**
     * Adds a unit
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['ReferenceData_addUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/units/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes a unit
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    patch: operations['ReferenceData_changeUnit'];
    trace?: never;
  };
  '/api/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the categories of issues
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['ReferenceData_categories'];
    put?: never;
    /**
     * Adds a category
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['ReferenceData_addCategory'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/categories/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes a category
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    patch: operations['ReferenceData_changeCategory'];
    trace?: never;
  };
  '/api/categories/{id}/days': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Says who set the working days of a category when
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator, auditor.
     */
    get: operations['ReferenceData_daysSet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the people of a unit and of everything below it
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['People_list'];
    put?: never;
    /**
     * Opens an account with a start password
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['People_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes an account, its unit, its roles, or its start password
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    patch: operations['People_change'];
    trace?: never;
  };
  '/api/me/deputies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells who stands in for this person, for whom they do, and what waits for their agreement
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Deputies_own'];
    put?: never;
    /**
     * Names one’s own deputy, from the first day to the last
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Deputies_addOwn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deputies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists deputies of the last weeks, present and to come
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator, auditor, clerk, leader, unitLeader.
     */
    get: operations['Deputies_list'];
    put?: never;
    /**
     * Enters a deputy for somebody who cannot do so themself
     * @description It comes into force once another person has agreed.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: administrator, clerk.
     */
    post: operations['Deputies_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deputies/candidates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists who may stand in for somebody, and with which of their duties
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Deputies_candidates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deputies/{id}/grant': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Agrees to a deputy that was entered for another
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Deputies_grant'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deputies/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Ends a deputy’s time at once, or declines what waits for agreement
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['Deputies_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/deputies/{id}/steps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what the deputy did in the name of the absent: to either of them, and to auditors
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Deputies_steps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/calendar/{year}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows a year of the working-day calendar
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Calendar_year'];
    /**
     * Loads a year as published by holiday-cn; due days that reach into it are looked at again
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Calendar_load'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Changes single days of a year that are still to come; due days that reach into it are looked at again
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    patch: operations['Calendar_edit'];
    trace?: never;
  };
  '/api/reports/closure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the closure rate and its companions, as of any day
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Reports_closure'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/closure/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the closure rates as they stood at the ends of twelve months, and on the day asked for
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Reports_trend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/reports/closure/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the closure report as a spreadsheet
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Reports_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes in a ledger from Excel or CSV, or tells what would become of it
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Ledger_import'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the cases of a list as a ledger
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Ledger_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/drafts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists my ledgers that wait for their confirmation, newest first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Draft_list'];
    put?: never;
    /**
     * Keeps a ledger, encrypted, and tells row by row what it would become; nothing is written
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Draft_keep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/drafts/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how a ledger is read, what becomes of its rows, and what is asked
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Draft_get'];
    put?: never;
    post?: never;
    /**
     * Forgets a ledger that was not confirmed, file and all
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    delete: operations['Draft_forget'];
    options?: never;
    head?: never;
    /**
     * Chooses how a ledger is read, answers what is asked, corrects cells; nothing is written
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    patch: operations['Draft_answer'];
    trace?: never;
  };
  '/api/ledger/drafts/{id}/rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives rows of the sheet, each beside what it will be
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Draft_rows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/drafts/{id}/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins to write a ledger as it was seen; refused where it would be written otherwise by now
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Draft_confirm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/words': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the words in which my office keeps its ledgers
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Draft_known'];
    /**
     * Sets the words in which my office keeps its ledgers: the next ones are read by them; none at all takes them away
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    put: operations['Draft_setWords'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/words/layouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the words of my office by the headers of its ledgers
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Draft_layouts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the last imports of my office, newest first
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Import_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/imports/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells how far an import has come
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Import_progress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/imports/{id}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ends an import before its next rows; what is written stays
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Import_cancel'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes an import back within a day: withdraws what it made and nobody has touched, and names what stays
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Import_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/ledger/imports/{id}/protocol': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives a spreadsheet of what became of each row of the ledger
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Import_protocol'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/attachments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Adds evidence to a case, as whole files
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, liaison, handler, unitLeader, supervisor, visitor, leader.
     */
    post: operations['Attachments_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/attachments/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the bytes of a file
     * @description Pictures, films and PDF may be shown in place, a film in parts (`Range`); everything else is downloaded, and nothing in it may run.
     *
     *     Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Attachments_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/uploads/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells which files are taken, and how photographs are made smaller before they travel
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Uploads_policy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Begins a file that arrives in pieces, or tells where the one with this key has come to
     * @description By the tus protocol 1.0.0.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, liaison, handler, unitLeader, supervisor, visitor, leader.
     */
    post: operations['Uploads_begin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/uploads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Gives a file up that has not arrived whole
     * @description By the tus protocol 1.0.0.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, liaison, handler, unitLeader, supervisor, visitor, leader.
     */
    delete: operations['Uploads_forget'];
    options?: never;
    /**
     * Tells how much of a file is there
     * @description By the tus protocol 1.0.0.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, liaison, handler, unitLeader, supervisor, visitor, leader.
     */
    head: operations['Uploads_state'];
    /**
     * Brings the next piece of a file; the last one makes it evidence
     * @description By the tus protocol 1.0.0. An empty piece at the end tries the last step again.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, liaison, handler, unitLeader, supervisor, visitor, leader.
     */
    patch: operations['Uploads_append'];
    trace?: never;
  };
  '/api/admin/timers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells how the timers are doing, and which could not fire
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Timers_state'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/timers/{caseId}/{timerId}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets a timer that could not fire try again
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Timers_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/gaps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells where nobody can act: cases, units, roles
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Gaps_gaps'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/reach': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what a role at a unit would see and could do
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Gaps_reach'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells what is set up and what is still missing
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Setup_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup/sheet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Gives the cells of a workbook or CSV as texts; nothing is kept
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Setup_sheet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup/units/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells what would become of a list of units
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Setup_checkUnits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup/units': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes the units of a list as its dry run was seen, all of them or none
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Setup_writeUnits'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup/people/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Tells what would become of a list of people
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Setup_checkPeople'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/setup/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Opens the accounts of a list as its dry run was seen, all of them or none
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Setup_writePeople'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells where messages reach me
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['OwnChannels_mine'];
    /**
     * Chooses where messages reach me; a new address waits for its code
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    put: operations['OwnChannels_choose'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/channels/{name}/code': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a code to my address on a channel
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['OwnChannels_sendCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/channels/{name}/verify': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Confirms my address on a channel by the code that was sent there
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['OwnChannels_verify'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/push': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the key with which a browser subscribes, and my browsers
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['OwnChannels_push'];
    put?: never;
    /**
     * Lets this browser be woken; the same browser twice is one
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['OwnChannels_subscribe'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/push/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Wakes a browser of mine no more
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['OwnChannels_unsubscribe'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/{name}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a test to the administrator who asks for it and tells what came back
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['OwnChannels_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/people/{id}/channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells where a person is reached, addresses blotted out in part
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['OwnChannels_reached'];
    /**
     * Enters addresses of a person, known from the directory of the office
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['OwnChannels_give'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells which channels are switched on and what waits on them
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_overview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/email': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how e-mail is set up, without its password
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_email'];
    /**
     * Sets up e-mail
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Channels_setEmail'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/wecom': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how WeCom is set up, without its secret
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_wecom'];
    /**
     * Sets up WeCom
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Channels_setWecom'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/dingtalk': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how DingTalk is set up, without its secret
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_dingtalk'];
    /**
     * Sets up DingTalk
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Channels_setDingtalk'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/sms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how text messages are set up, without the secret
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_sms'];
    /**
     * Sets up text messages by the template of a gateway
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Channels_setSms'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/channels/push': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows how push is set up, with its public key
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Channels_push'];
    /**
     * Sets up push; its keys are made once
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Channels_setPush'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the systems and robots that hear of messages
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['Webhooks_list'];
    put?: never;
    /**
     * Connects a system or a robot; its secret is shown once
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Webhooks_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes what a system or robot hears of, and where
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['Webhooks_change'];
    post?: never;
    /**
     * Disconnects a system or robot
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    delete: operations['Webhooks_remove'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a new secret, shown once; the former one signs for another day
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Webhooks_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/webhooks/{id}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a test to a system or robot and tells what came back
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Webhooks_test'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists messages that could not be sent, without what they say
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['DeadLetters_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/dead-letters/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets everything that could not be sent be tried again
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['DeadLetters_retryAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/admin/dead-letters/{id}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Lets a message that could not be sent be tried again
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['DeadLetters_retry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the workflows in all their versions
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Workflows_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows/{name}/{version}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows one version of a workflow with labels and policy
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Workflows_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows/simulate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Plays the real histories through a drafted workflow and says what would have been different
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Workflows_simulate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows/{name}/migrate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Moves open cases to another version of their workflow, a bounded number with each call
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Workflows_migrate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows/{name}/{version}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a version for new cases, which get the newest that is left; open cases go on
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Workflows_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workflows/{name}/versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Saves a version of the office’s own, with other numbers; new cases get it at once
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['Workflows_save'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wall': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the figures of the wall chart
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: leader, clerk, supervisor, auditor.
     */
    get: operations['Wall_wall'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wall/units/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the open cases of a unit and all below it by stage and light
     * @description Of units whose cases the reader sees: 404 for others. A unit’s own people read their own.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk, supervisor, visitor, leader, auditor, handler, liaison, unitLeader.
     */
    get: operations['Wall_unit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/wall/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Streams the wall chart: its figures at once and after each change
     * @description Server-sent events: `wall` with the body of `GET /api/wall`; `alive` with the office’s time, `at`, as a heartbeat; `replaced`, with a refusal, as the last where the same person opened too many.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: leader, clerk, supervisor, auditor.
     */
    get: operations['Wall_changes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/notices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows the cases in their public notice, without persons
     * @description Who may call: anybody, signed out too.
     */
    get: operations['Notices_shown'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/receipts/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells a raiser, by the code of their receipt, what became of what they said
     * @description Nothing personal, and of what others said nothing. A wrong code and a withdrawn one are answered alike.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Receipts_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/receipts/{code}/photos/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A picture that the office released to the raiser
     * @description Who may call: anybody, signed out too.
     */
    get: operations['Receipts_photo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/receipts/{code}/rating': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Rates the result by the code of a receipt
     * @description Once for each round of work; the same again within some days changes it.
     *
     *     Who may call: anybody, signed out too.
     */
    post: operations['Receipts_rate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/receipts/{code}/objection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Objects to a public notice, or says of a closed case that it is not solved, by the code of a receipt
     * @description It stops the notice until the supervisors have decided, once to each notice; a closed case they reopen or say why not, once to each closing and within the look-back.
     *
     *     Who may call: anybody, signed out too.
     */
    post: operations['Receipts_object'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/receipts/{code}/question': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks the office by the code of a receipt
     * @description One at a time: the next once this one is answered.
     *
     *     Who may call: anybody, signed out too.
     */
    post: operations['Receipts_ask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what the raisers of a case were given, were told and said by their receipts
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Slips_ofCase'];
    put?: never;
    /**
     * Slips for the raisers of a case, to be printed; each stands in the access log
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Slips_print'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/receipts/{raiserId}/renewal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a receipt that was lost and issues another
     * @description It stands in the access log.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Slips_renew'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/receipts/{raiserId}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Withdraws a receipt and issues none
     * @description It stands in the access log.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Slips_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/meetings/{id}/receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Slips for everybody who spoke at a meeting and whose words became a case
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Slips_ofMeeting'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/me/feed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells whether one’s deadlines have an address for calendars
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    get: operations['Feeds_of'];
    put?: never;
    /**
     * Makes the private address of one’s deadlines, told once; the one before ends
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    post: operations['Feeds_make'];
    /**
     * Takes the address of one’s deadlines back
     * @description Who may call: everybody who is signed in, for what they may see.
     */
    delete: operations['Feeds_end'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/feeds/{token}/deadlines.ics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A person’s deadlines as iCalendar, for whoever has the address
     * @description All-day events with number, deed and day; with an ETag, so that what has not changed is answered 304.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Feeds_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/discovery.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: where the interface is and in which formats
     * @description Who may call: anybody, signed out too.
     */
    get: operations['Open311_discovery'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/services.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: what can be reported
     * @description The categories that have none below them.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Open311_services'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/services/{code}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: what one service asks for
     * @description No service asks for attributes.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Open311_definition'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/requests.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: lists what came in this way, without words or persons
     * @description The latest first, at most 1,000, of the last 90 days where no span is named.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Open311_list'];
    put?: never;
    /**
     * Open311: files a request, which becomes a case
     * @description By the token of a clerk, as `api_key` or bearer. The number is told at once, and the address of the raiser’s page for them alone. Repeats are known by `Idempotency-Key`.
     *
     *     Who may call: anybody, signed out too.
     */
    post: operations['Open311_file'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/tokens/{token}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: the number of a request by its token
     * @description Numbers are told at once, so the number is its own token.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Open311_token'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/open311/v2/requests/{number}.{format}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Open311: where one request stands
     * @description Whatever did not come in this way is not there.
     *
     *     Who may call: anybody, signed out too.
     */
    get: operations['Open311_one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hotline/{platform}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes a call from a hotline platform, signed as Standard Webhooks say
     * @description Signed over the very bytes with the platform’s secret, within five minutes. The same number with the same content answers the same case; with other content 409 names the fields that differ. Other names of fields are read by the platform’s mapping.
     *
     *     Who may call: anybody, signed out too.
     */
    post: operations['Hotline_receive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hotline-answers/owed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the answers that one’s office owes to hotline platforms
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Hotline_owing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/cases/{id}/hotline-answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows what came with a case from a hotline platform, and what it was answered
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    get: operations['Hotline_of'];
    put?: never;
    /**
     * Answers the hotline platform of a case: on the way, or once it is closed
     * @description It goes out by the platform’s webhook as `hotline.answer`; one final answer to each closing.
     *
     *     Who may call: whoever holds one of these roles at some unit, for what it covers: clerk.
     */
    post: operations['Hotline_give'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hotline-platforms': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the hotline platforms that may send cases
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    get: operations['HotlinePlatforms_list'];
    put?: never;
    /**
     * Lets a hotline platform send cases; its secret is shown once
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['HotlinePlatforms_add'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hotline-platforms/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes a hotline platform, or switches it off
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    put: operations['HotlinePlatforms_change'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/hotline-platforms/{id}/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Makes a new secret, shown once; the former one is taken for another day
     * @description Who may call: whoever holds one of these roles at some unit, for what it covers: administrator.
     */
    post: operations['HotlinePlatforms_rotate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells that the process answers
     * @description Who may call: anybody, signed out too.
     */
    get: operations['Health_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells that the database takes writes; otherwise 503 within two seconds, with the reason
     * @description Who may call: anybody, signed out too.
     */
    get: operations['Health_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/metrics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the metrics, in the text format of Prometheus
     * @description Who may call: this computer, or a machine with the metrics token as bearer.
     */
    get: operations['Health_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /** @enum {string} */
    OwedKind: 'settled' | 'reopened' | 'dayOver';
    /**
     * @description What the person was told
     * @enum {string}
     */
    AnswerClass: 'solved' | 'planned' | 'notPossible';
    OwedShown: {
      /** Format: uuid */
      meetingId: string;
      meetingTitle: string;
      /** Format: date */
      heldOn: string;
      /** Format: uuid */
      opinionId: string;
      /** @description Number within the meeting */
      seq: number;
      caseNumber: string | null;
      kind: components['schemas']['OwedKind'];
      /** @description What the person was told */
      told: components['schemas']['AnswerClass'];
      /**
       * Format: date
       * @description The day the person was told
       */
      toldDay: string | null;
      /** @description What is so now */
      class: components['schemas']['AnswerClass'];
      /**
       * Format: date
       * @description By when the office should answer
       */
      by: string;
    };
    OwedList: {
      items: components['schemas']['OwedShown'][];
    };
    /** @enum {string} */
    MeetingKind: 'publicInput' | 'policeResident' | 'business' | 'deputies' | 'other';
    /** @enum {string} */
    Capacity: 'npcDeputy' | 'cppccMember' | 'business' | 'lawyer' | 'specialSupervisor' | 'resident' | 'other';
    ParticipantShown: {
      /** Format: uuid */
      id: string;
      /** @description Sealed at rest. Null where the reader has to do with a case that this person raised */
      name: string | null;
      standing: components['schemas']['Capacity'];
      /** @description A contact is on record, sealed */
      hasContact: boolean;
    };
    /**
     * @description Null until triaged
     * @enum {string}
     */
    Triage: 'adopted' | 'merged' | 'answered' | 'declined';
    /**
     * @description What the answer rests on
     * @enum {string}
     */
    AnswerBasis:
      | 'untriaged'
      | 'answered'
      | 'declined'
      | 'resolved'
      | 'unverified'
      | 'disputed'
      | 'rejected'
      | 'withdrawn'
      | 'working'
      | 'checking'
      | 'parked'
      | 'late'
      | 'undated';
    LabelsShown: {
      'zh-CN': string;
      en: string;
    };
    WordingShown: {
      words: string | null;
      class: components['schemas']['AnswerClass'] | null;
      reason: string | null;
      /** Format: date */
      plannedOn: string | null;
    };
    /**
     * @description What keeps it from being released
     * @enum {string}
     */
    AnswerMissing: 'triage' | 'words' | 'day';
    AnswerShown: {
      /** @description Which answer to the opinion, from 1 */
      seq: number;
      class: components['schemas']['AnswerClass'];
      /** @description What the record said then */
      factsClass: components['schemas']['AnswerClass'];
      /** @description Why the class departs from the record */
      reason: string | null;
      sentence: components['schemas']['LabelsShown'];
      /** @description The opinion as it was released for the public */
      said: string | null;
      /** Format: date */
      solvedOn: string | null;
      /** Format: date */
      dueOn: string | null;
      /** Format: date-time */
      releasedAt: string;
      releasedByName: string | null;
    };
    ResultLineShown: {
      /** @description Number within the meeting, from 1 */
      seq: number;
      /** Format: uuid */
      participantId: string | null;
      text: string;
      /** @description Null until triaged */
      outcome: components['schemas']['Triage'] | null;
      /**
       * Format: uuid
       * @description The case it led to
       */
      caseId: string | null;
      caseNumber: string | null;
      /** Format: uuid */
      opinionId: string;
      /** @description What the answer rests on */
      basis: components['schemas']['AnswerBasis'];
      /** @description What the record says; null while untriaged */
      factsClass: components['schemas']['AnswerClass'] | null;
      /** @description As it would be released */
      class: components['schemas']['AnswerClass'] | null;
      sentence: components['schemas']['LabelsShown'];
      /** Format: date */
      dueOn: string | null;
      /** Format: date */
      solvedOn: string | null;
      unit: string | null;
      /** @description The opinion as the public may read it */
      said: string | null;
      /** @description The words of the office that are in force */
      wording: components['schemas']['WordingShown'] | null;
      /** @description What keeps it from being released */
      missing: components['schemas']['AnswerMissing'] | null;
      /** @description The last answer says what is so now */
      isReleased: boolean;
      owed: components['schemas']['OwedKind'] | null;
      /** @description Every answer that was released, the first one first */
      answers: components['schemas']['AnswerShown'][];
    };
    ResultCounts: {
      solved: number;
      /** @description Of those solved: answered at the meeting, without a case */
      answered: number;
      /** @description Of those solved: nobody could be visited */
      unverified: number;
      planned: number;
      notPossible: number;
      untriaged: number;
      /** @description Answers that say something else than the record */
      departing: number;
    };
    ResultLinkShown: {
      /** Format: uuid */
      id: string;
      /**
       * Format: uuid
       * @description Null: the public page of the meeting
       */
      participantId: string | null;
      /**
       * @description Null where the name is hidden from the reader
       * @example /m/7K2QX…
       */
      path: string | null;
      /** Format: date-time */
      madeAt: string;
    };
    ResultsShown: {
      /** Format: uuid */
      id: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      place: string;
      /** Format: uuid */
      hostUnitId: string;
      /** Format: uuid */
      officeUnitId: string;
      participants: components['schemas']['ParticipantShown'][];
      lines: components['schemas']['ResultLineShown'][];
      counts: components['schemas']['ResultCounts'];
      /** @description Addresses in force */
      links: components['schemas']['ResultLinkShown'][];
    };
    /** @enum {string} */
    PromiseState: 'kept' | 'keptLate' | 'broken' | 'open';
    MeetingPromiseShown: {
      /** @description Number within the meeting, from 1 */
      seq: number;
      text: string;
      /**
       * Format: uuid
       * @description The case it led to
       */
      caseId: string | null;
      caseNumber: string | null;
      /** @description As it was released for the public; only this stands on paper */
      said: string | null;
      state: components['schemas']['PromiseState'];
      /**
       * Format: date
       * @description The first day that was named
       */
      promisedOn: string;
      /** Format: date */
      solvedOn: string | null;
      /**
       * Format: date
       * @description The day that is named now
       */
      dueOn: string | null;
      unit: string | null;
    };
    EarlierMeeting: {
      /** Format: uuid */
      id: string;
      title: string;
      /** Format: date */
      heldOn: string;
      opinions: number;
      /** @description Opinions on which nobody has decided */
      untriaged: number;
      /** @description Opinions whose participants were never told anything */
      untold: number;
      promises: components['schemas']['MeetingPromiseShown'][];
    };
    AgendaShown: {
      /** Format: uuid */
      id: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      place: string;
      /** Format: uuid */
      hostUnitId: string;
      /** @description The meetings before it of the same host and kind, the last one first */
      earlier: components['schemas']['EarlierMeeting'][];
    };
    WordingInput: {
      /** @description The opinion as the public may read it, without persons; without it the opinion stays off the public page */
      said?: string;
      /** @description In the place of the sentence that follows from the record */
      words?: string;
      /** @description Another class than the record says; wants `words` and `reason` */
      class?: components['schemas']['AnswerClass'];
      /** @description Why the class departs from the record; stays with the answer */
      reason?: string;
      /**
       * Format: date
       * @description Of a plan without a due day: by when
       */
      plannedOn?: string;
    };
    ErrorBody: {
      /** @description Stable, for programs */
      code: string;
      /** @description English, for people */
      message: string;
      /** @description 中文，给人看 */
      messageZh: string;
      details?: {
        [key: string]: unknown;
      };
    };
    Released: {
      /** @description Answers that are new; 0 where all say what was said before */
      released: number;
    };
    LinkInput: {
      /**
       * Format: uuid
       * @description The participant whose address is made; of all who spoke where none is named
       */
      participantId?: string;
    };
    EarlierAnswer: {
      class: components['schemas']['AnswerClass'];
      sentence: components['schemas']['LabelsShown'];
      /**
       * Format: date
       * @description When it was told
       */
      toldOn: string;
    };
    PublicResultLine: {
      /** @description Number within the meeting */
      seq: number;
      /** @description What was said: in one’s own words on one’s own page, in the released wording in public */
      said: string;
      class: components['schemas']['AnswerClass'];
      /** @description Null in public */
      sentence: components['schemas']['LabelsShown'] | null;
      unit: string | null;
      /** Format: date */
      solvedOn: string | null;
      /** Format: date */
      dueOn: string | null;
      /**
       * Format: date
       * @description When it was told
       */
      toldOn: string;
      /**
       * @description Path of one’s own receipt for the case
       * @example /r/7K2Q-…
       */
      receipt: string | null;
      /** @description What was told before; none in public */
      earlier: components['schemas']['EarlierAnswer'][];
    };
    ResultPageShown: {
      /** @description The body that answers */
      office: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      host: string | null;
      /** @description The page of a meeting for anybody, without persons */
      isPublic: boolean;
      /** @description One’s own name; null in public */
      name: string | null;
      standing: components['schemas']['Capacity'] | null;
      lines: components['schemas']['PublicResultLine'][];
      /** @description Opinions that are not shown: not answered yet, or not released for the public */
      others: number;
    };
    ParticipantInput: {
      /** @description Sealed at rest */
      name: string;
      standing: components['schemas']['Capacity'];
      /** @description A way to reach the person; encrypted at rest and never shown here */
      contact?: string;
    };
    MeetingInput: {
      /**
       * Format: uuid
       * @description Made by the client, so that a retry makes nothing twice
       */
      id?: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      place: string;
      /** Format: uuid */
      hostUnitId: string;
      participants: components['schemas']['ParticipantInput'][];
    };
    /** @enum {string} */
    Stage: 'collected' | 'assigned' | 'deadline' | 'followUpVisit' | 'closed';
    /**
     * @description Of the case now; null where none burns
     * @enum {string}
     */
    Light: 'green' | 'yellow' | 'blue' | 'orange' | 'red' | 'talk';
    MeetingOpinionShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      meetingId: string;
      /** @description Number within the meeting, from 1 */
      seq: number;
      /** Format: uuid */
      participantId: string | null;
      text: string;
      /** Format: uuid */
      categoryId: string | null;
      /** @description Null until triaged */
      outcome: components['schemas']['Triage'] | null;
      /** @description The reply given, or the reason for declining */
      answer: string | null;
      /** Format: date-time */
      triagedAt: string | null;
      triagedByName: string | null;
      /**
       * Format: uuid
       * @description The case it led to
       */
      caseId: string | null;
      caseNumber: string | null;
      caseStage: components['schemas']['Stage'] | null;
      /** @description Of the case now; null where none burns */
      caseLight: components['schemas']['Light'] | null;
    };
    MeetingShown: {
      /** Format: uuid */
      id: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      place: string;
      /** Format: uuid */
      hostUnitId: string;
      /** Format: uuid */
      officeUnitId: string;
      participants: components['schemas']['ParticipantShown'][];
      opinions: components['schemas']['MeetingOpinionShown'][];
    };
    MeetingLineShown: {
      /** Format: uuid */
      id: string;
      title: string;
      kind: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn: string;
      place: string;
      /** Format: uuid */
      hostUnitId: string;
      /** Format: uuid */
      officeUnitId: string;
      participants: number;
      opinions: number;
      /** @description Opinions still to be triaged */
      untriaged: number;
    };
    MeetingsPage: {
      items: components['schemas']['MeetingLineShown'][];
      nextCursor: string | null;
    };
    ParticipantAddition: {
      /** @description Sealed at rest */
      name: string;
      standing: components['schemas']['Capacity'];
      /** @description A way to reach the person; encrypted at rest and never shown here */
      contact?: string;
      /**
       * Format: uuid
       * @description Made by the client, so that a retry adds nobody twice
       */
      id?: string;
    };
    OpinionInput: {
      /**
       * Format: uuid
       * @description Made by the client, so that a retry logs nothing twice
       */
      id?: string;
      /** Format: uuid */
      participantId?: string | null;
      text: string;
      /** Format: uuid */
      categoryId?: string | null;
    };
    SimilarCaseShown: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      stage: components['schemas']['Stage'];
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      /** Format: uuid */
      leadUnitId: string | null;
      /** Format: date */
      dueOn: string | null;
      title: string;
      /** @description 0 to 1: shared character pairs, weighed by rarity */
      similarity: number;
    };
    LoggedOpinion: {
      /** Format: uuid */
      id: string;
      /** @description Open cases that speak of the same matter, most alike first */
      similar: components['schemas']['SimilarCaseShown'][];
    };
    MeetingPatch: {
      title?: string;
      kind?: components['schemas']['MeetingKind'];
      /** Format: date */
      heldOn?: string;
      place?: string;
      /** Format: uuid */
      hostUnitId?: string;
    };
    ParticipantPatch: {
      /** @description Sealed at rest */
      name?: string;
      standing?: components['schemas']['Capacity'];
      /** @description Encrypted at rest; null takes it away */
      contact?: string | null;
    };
    OpinionPatch: {
      /** Format: uuid */
      participantId?: string | null;
      text?: string;
      /** Format: uuid */
      categoryId?: string | null;
    };
    /** @enum {string} */
    Corrected: 'meeting' | 'participant' | 'opinion';
    CorrectionShown: {
      kind: components['schemas']['Corrected'];
      /**
       * Format: uuid
       * @description The meeting, participant or opinion
       */
      aboutId: string;
      /**
       * @description The fields that changed, as they were; null for nothing, and for a name or contact, which are encrypted
       * @example {
       *       "text": "路灯不亮"
       *     }
       */
      before: {
        [key: string]: string | null;
      };
      /** Format: date-time */
      at: string;
      /** @description Who corrected it */
      by: string | null;
    };
    /** @enum {string} */
    TriageAction: 'adopt' | 'merge' | 'answer' | 'decline';
    MilestoneInput: {
      name: string;
      /** Format: date */
      dueOn: string;
    };
    TriageLineInput: {
      /** Format: uuid */
      opinionId: string;
      action: components['schemas']['TriageAction'];
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description merge: the case to join
       */
      caseId?: string;
      /** @description answer: the reply given */
      reply?: string;
      /** @description decline: why */
      reason?: string;
      /** @description adopt */
      title?: string;
      /**
       * Format: uuid
       * @description adopt
       */
      leadUnitId?: string;
      /** @description adopt */
      supportingUnitIds?: string[];
      /**
       * Format: uuid
       * @description adopt
       */
      categoryId?: string;
      /** @description adopt */
      workflow?: string;
      /**
       * Format: date
       * @description adopt
       */
      dueOn?: string;
      /** @description adopt */
      isKey?: boolean;
      /** @description adopt */
      milestones?: components['schemas']['MilestoneInput'][];
    };
    TriageShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      meetingId: string;
      /** @description Number within the meeting, from 1 */
      seq: number;
      /** Format: uuid */
      participantId: string | null;
      text: string;
      /** Format: uuid */
      categoryId: string | null;
      /** @description Null until triaged */
      outcome: components['schemas']['Triage'] | null;
      /** @description The reply given, or the reason for declining */
      answer: string | null;
      /** Format: date-time */
      triagedAt: string | null;
      triagedByName: string | null;
      /**
       * Format: uuid
       * @description The case it led to
       */
      caseId: string | null;
      caseNumber: string | null;
      caseStage: components['schemas']['Stage'] | null;
      /** @description For the raiser: with it they see where it stands, rate the result and say that it is not solved */
      receiptCode: string | null;
    };
    TriageResult: {
      /** Format: uuid */
      opinionId: string;
      ok: boolean;
      answer?: components['schemas']['TriageShown'];
      error?: components['schemas']['ErrorBody'];
    };
    AdoptInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same. It becomes the id of the case
       */
      id?: string;
      /** @description The first clause of the opinion where not given */
      title?: string;
      /** Format: uuid */
      leadUnitId: string;
      supportingUnitIds?: string[];
      /** Format: uuid */
      categoryId: string;
      /** @description Name of a workflow; rectification where none is given */
      workflow?: string;
      /**
       * Format: date
       * @description From the workflow and the category where not given
       */
      dueOn?: string;
      isKey?: boolean;
      /** @description For staged cases */
      milestones?: components['schemas']['MilestoneInput'][];
    };
    MergeInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /** Format: uuid */
      caseId: string;
    };
    AnswerInput: {
      /**
       * Format: uuid
       * @description With an id, the same answer again is answered the same
       */
      id?: string;
      reply: string;
    };
    DeclineInput: {
      /**
       * Format: uuid
       * @description With an id, the same refusal again is answered the same
       */
      id?: string;
      reason: string;
    };
    AlikeShown: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** Format: uuid */
      leadUnitId: string | null;
      /** Format: date */
      closedOn: string | null;
      title: string;
      /** @description 0 to 1: shared character pairs, weighed by rarity */
      similarity: number;
      /** @description The lasting measure promised when it was handed in */
      lastingMeasure: string | null;
      /** @description Why none was needed */
      noLastingMeasureReason: string | null;
    };
    CommandInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id: string;
      /** @example ACCEPT */
      type: string;
      /** @description Version of the case that was seen; answered 409 where what the command rests on has changed since (its stage, its unit, the visit or the order it is about), not for a comment or progress beside it */
      expectedVersion?: number;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused (403 where it has ended, has not begun, or does not reach the case); left out, it is done in one’s own name where one may, else in the name of whoever one stands in for
       */
      absentId?: string;
    };
    BatchCommandInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id: string;
      /** @example ACCEPT */
      type: string;
      /** @description Version of the case that was seen; answered 409 where what the command rests on has changed since (its stage, its unit, the visit or the order it is about), not for a comment or progress beside it */
      expectedVersion?: number;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused (403 where it has ended, has not begun, or does not reach the case); left out, it is done in one’s own name where one may, else in the name of whoever one stands in for
       */
      absentId?: string;
      /** Format: uuid */
      caseId: string;
    };
    /** @enum {string} */
    Source: 'meeting' | 'openDoor' | 'selfCheck' | 'inspection' | 'hotline' | 'chatGroup' | 'visit' | 'lookBack';
    RaiserInput: {
      name?: string;
      /** @description Telephone, address or another way to reach the person; encrypted at rest */
      contact?: string;
      /** @description Leaves neither name nor contact, whatever else is given */
      anonymous?: boolean;
      /** @description Asked that nobody be told the name: it opens to the office alone, the visiting officer gets the contact only, and no search finds it */
      confidential?: boolean;
    };
    CollectInput: {
      /**
       * Format: uuid
       * @description Made by the client, so that a retry collects nothing twice
       */
      id?: string;
      title: string;
      description: string;
      source: components['schemas']['Source'];
      /** Format: uuid */
      categoryId: string;
      isKey?: boolean;
      /** @description Name of a workflow; rectification where none is given */
      workflow?: string;
      /** @description The number that the matter has elsewhere, such as that of a hotline: the case is found by it, and a ledger that bears it knows the case again; taken once (409) */
      externalNumber?: string;
      /** @description Left out where nobody outside raised it */
      raiser?: components['schemas']['RaiserInput'];
    };
    WorkflowShown: {
      name: string;
      version: number;
      labels: components['schemas']['LabelsShown'];
      /** @description Only a newer release knows it: the case is shown, and nothing is allowed here */
      isNewer: boolean;
    };
    /** @enum {string} */
    Track: 'standard' | 'immediate' | 'staged';
    /** @enum {string} */
    ClockState:
      | 'notStarted'
      | 'left'
      | 'dueToday'
      | 'dueTomorrow'
      | 'dueNextWorkingDay'
      | 'dueOnDayOff'
      | 'late'
      | 'heldInTime'
      | 'heldLate'
      | 'visitDue'
      | 'visitToday'
      | 'visitLate'
      | 'awaitingSignature'
      | 'parked'
      | 'parkedReviewToday'
      | 'parkedReviewPast'
      | 'closedInTime'
      | 'closedAfterDue'
      | 'closedLate'
      | 'closed';
    ClockShown: {
      state: components['schemas']['ClockState'];
      /**
       * Format: date
       * @description The day the state speaks of: due day, day of the visit or of the review
       */
      day: string | null;
      /** @description Working days left or late, by the state; late by 0 on days off right after the due day */
      days: number;
      /** @description The due day may still move: it reaches into a year whose calendar is not announced */
      provisional: boolean;
      /** @description The sentence that says it */
      labels: components['schemas']['LabelsShown'];
    };
    PauseShown: {
      /** Format: date */
      from: string;
      /**
       * Format: date
       * @description Null while parked
       */
      to: string | null;
      reason: string;
      /** @description Working days left when the clock stopped */
      remaining: number;
    };
    ExtensionShown: {
      /** @description Working days */
      days: number;
      reason: string;
      /** Format: date */
      askedOn: string;
      askedBy: string | null;
      /** Format: date */
      grantedOn?: string;
      grantedBy?: string | null;
      /**
       * Format: date
       * @description The due day before it
       */
      from?: string;
      /**
       * Format: date
       * @description The due day after it
       */
      to?: string;
    };
    BreachShown: {
      /** @description Counts the due days the case has had */
      period: number;
      /** Format: date */
      dueOn: string;
      /** Format: date */
      until: string;
      /** @description Working days late */
      days: number;
    };
    AccountShown: {
      /** @description Working days given at assignment */
      budget: number | null;
      /** Format: date */
      startedOn: string | null;
      /** Format: date */
      dueOn: string | null;
      dueProvisional: boolean;
      /** @description Working days since assignment, pauses left out */
      used: number;
      /** @description Working days left */
      remaining: number;
      paused: components['schemas']['PauseShown'][];
      /** @description Working days */
      pausedDays: number;
      extensions: components['schemas']['ExtensionShown'][];
      /** @description Working days */
      extendedDays: number;
      /** @description Working days late at this moment */
      workingDaysLate: number;
      /** @description Late periods that are over */
      breaches: components['schemas']['BreachShown'][];
      /** @description All working days late, past and present */
      workingDaysLateInAll: number;
    };
    MilestoneShown: {
      name: string;
      /** Format: date */
      dueOn: string;
      /** Format: date */
      doneOn: string | null;
    };
    /** @enum {string} */
    Outcome: 'resolved' | 'disputed' | 'unverified' | 'rejected' | 'merged' | 'withdrawn';
    CaseCoreShown: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description Number of lines in its history */
      version: number;
      stage: components['schemas']['Stage'];
      /**
       * @description The state within the stage
       * @example rectifying
       */
      state: string;
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** @description The whole state of its machine, clock region included, for the diagram */
      stateValue: {
        [key: string]: unknown;
      };
      workflow: components['schemas']['WorkflowShown'];
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      source: components['schemas']['Source'];
      track: components['schemas']['Track'];
      /** Format: uuid */
      leadUnitId: string | null;
      supportingUnitIds: string[];
      /**
       * Format: uuid
       * @description The unit whose office owns the case
       */
      officeUnitId: string | null;
      /** Format: uuid */
      categoryId: string | null;
      /**
       * Format: uuid
       * @description Never told to the units of the case
       */
      meetingId: string | null;
      /** Format: uuid */
      planId: string | null;
      /** @description Closes only with a leader’s signature */
      isKey: boolean;
      /** @description Closes after a visit to whoever raised it; else it is looked at on site */
      raisedOutside: boolean;
      /** @description Was closed already in a ledger of before */
      takenOver: boolean;
      /** Format: date */
      collectedOn: string;
      /** Format: date-time */
      collectedAt: string;
      /** Format: date-time */
      assignedAt: string | null;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date */
      dueOn: string | null;
      /** @description The due day reaches into a year whose calendar is not announced */
      dueProvisional: boolean;
      /** @description For the moment of reading */
      clock: components['schemas']['ClockShown'];
      account: components['schemas']['AccountShown'];
      milestones: components['schemas']['MilestoneShown'][] | null;
      /** @description Asked for and not yet decided */
      extension: components['schemas']['ExtensionShown'] | null;
      /** Format: date */
      reviewOn: string | null;
      /** Format: date */
      visitDueOn: string | null;
      /** @description Days on which the raiser could not be reached in this round */
      attempts: string[];
      declines: number;
      returns: number;
      relapses: number;
      outcome: components['schemas']['Outcome'] | null;
      /** Format: date */
      closedOn: string | null;
      /** Format: uuid */
      mergedInto: string | null;
    };
    EventActorShown: {
      userId: string | null;
      name: string;
      unitId: string | null;
      /** @description The door it came through: web, token, import, timer, system; deputy where it was in the name of somebody absent */
      via: string;
    };
    InNameOfShown: {
      /** Format: uuid */
      userId: string;
      name: string;
    };
    EventShown: {
      seq: number;
      type: string;
      labels: components['schemas']['LabelsShown'];
      /** Format: date-time */
      at: string;
      actor: components['schemas']['EventActorShown'];
      commandId: string | null;
      payload: {
        [key: string]: unknown;
      };
      before: {
        [key: string]: unknown;
      };
      after: {
        [key: string]: unknown;
      };
      effects: {
        [key: string]: unknown;
      }[];
      /** @description Who was absent, where a deputy acted in their name; `actor.name` says both */
      inNameOf?: components['schemas']['InNameOfShown'];
    };
    CollectAnswer: {
      case: components['schemas']['CaseCoreShown'];
      events: components['schemas']['EventShown'][];
      /** @description For whoever raised it: with it they see where it stands, rate the result and say that it is not solved; empty where nobody did */
      receiptCode: string;
    };
    /**
     * @description Why the case comes up again: order, a reply day is over and the next order goes out; promise, a promised day is over and the next order goes out; waiver, the waived order is proposed again; look, the leader sees it again after the talk; check, a fix lies unchecked; none, the case is late and has no date: its ladder ended under version 1, or its timer failed
     * @enum {string}
     */
    NextDateKind:
      | 'signing'
      | 'dueSoon'
      | 'late'
      | 'order'
      | 'promise'
      | 'waiver'
      | 'look'
      | 'check'
      | 'parking'
      | 'visit'
      | 'objection'
      | 'notice'
      | 'signature'
      | 'none';
    /**
     * @description How that day stands to the day of reading
     * @enum {string}
     */
    Nearness: 'left' | 'today' | 'tomorrow' | 'nextWorkingDay' | 'dayOff' | 'late';
    /**
     * @description Of order, promise and waiver: the order that goes out or is proposed then
     * @enum {string}
     */
    EscalationLevel: 'blue' | 'orange' | 'red' | 'talk';
    /**
     * @description Whose move it is until then, any of these roles
     * @enum {string}
     */
    Role:
      | 'clerk'
      | 'liaison'
      | 'handler'
      | 'unitLeader'
      | 'supervisor'
      | 'visitor'
      | 'leader'
      | 'administrator'
      | 'auditor';
    NextDateShown: {
      /**
       * @description Why the case comes up again: order, a reply day is over and the next order goes out; promise, a promised day is over and the next order goes out; waiver, the waived order is proposed again; look, the leader sees it again after the talk; check, a fix lies unchecked; none, the case is late and has no date: its ladder ended under version 1, or its timer failed
       * @example promise
       */
      kind: components['schemas']['NextDateKind'];
      /**
       * Format: date
       * @description The day on which it happens; null for none
       */
      day: string | null;
      /**
       * Format: date-time
       * @description Its moment: in working hours, but at midnight for late
       */
      at: string | null;
      /** @description How that day stands to the day of reading */
      is: components['schemas']['Nearness'] | null;
      /** @description Working days until that day, or since; 0 for none */
      days: number;
      /** @description Of order, promise and waiver: the order that goes out or is proposed then */
      rung: components['schemas']['EscalationLevel'] | null;
      /**
       * Format: date
       * @description Of promise: the day that was promised
       */
      promisedOn: string | null;
      /**
       * @description Whose move it is until then, any of these roles
       * @example [
       *       "unitLeader"
       *     ]
       */
      roles: components['schemas']['Role'][];
      /**
       * Format: uuid
       * @description The unit at which, or above which, they hold the role; null: everywhere
       */
      unitId: string | null;
      /**
       * @description The sentence that says what comes and when
       * @example {
       *       "zh-CN": "承诺期满，11月30日发橙单",
       *       "en": "Promise over: orange order on 30 Nov"
       *     }
       */
      labels: components['schemas']['LabelsShown'];
    };
    /** @enum {string} */
    OrderStatus: 'issued' | 'proposed' | 'replied' | 'signed' | 'waived';
    /** @enum {string} */
    OrderAct: 'replied' | 'signed' | 'waived' | 'instructed';
    PromiseShown: {
      /**
       * Format: date
       * @description The day by which the fix is promised
       */
      promisedOn: string;
      /** @description The reply says that nothing is left to do but to hand in */
      isFinal: boolean;
      /**
       * Format: date
       * @description The day on which a fix was handed in, where it was by the promised day
       */
      keptOn: string | null;
      is: components['schemas']['PromiseState'];
    };
    OrderActShown: {
      act: components['schemas']['OrderAct'];
      /** Format: date-time */
      at: string;
      byName: string | null;
      text: string;
      /** @description Of a reply: why the case is late */
      cause: string | null;
      /** @description Of a reply: what it promises */
      promise: components['schemas']['PromiseShown'] | null;
      /**
       * Format: date
       * @description Of a waiver: the day on which the same order is proposed again
       */
      reviewOn: string | null;
    };
    OrderShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      caseId: string;
      /** @description Counts the due days the case has had */
      period: number;
      rung: components['schemas']['EscalationLevel'];
      status: components['schemas']['OrderStatus'];
      /** Format: date-time */
      issuedAt: string;
      /** Format: date */
      replyDueOn: string | null;
      /**
       * Format: uuid
       * @description The unit it is against
       */
      unitId: string | null;
      toRole: components['schemas']['Role'];
      copyRole: components['schemas']['Role'] | null;
      acts: components['schemas']['OrderActShown'][];
    };
    /** @enum {string} */
    VisitMethod: 'phone' | 'door' | 'station' | 'online' | 'onSite';
    /** @enum {string} */
    VisitOutcome: 'fixed' | 'mannerComplaint' | 'notFixed' | 'unreachable';
    /** @enum {string} */
    Satisfaction: 'satisfied' | 'basicallySatisfied' | 'dissatisfied';
    CaseVisitShown: {
      /** Format: uuid */
      id: string;
      round: number;
      /** Format: date-time */
      at: string;
      byName: string | null;
      method: components['schemas']['VisitMethod'];
      outcome: components['schemas']['VisitOutcome'];
      satisfaction: components['schemas']['Satisfaction'] | null;
      /** @description Service ratings, 1 to 5 */
      ratings: {
        [key: string]: number;
      } | null;
      durationSeconds: number | null;
      note: string;
      /** Format: date */
      nextAttemptOn: string | null;
      /**
       * Format: uuid
       * @description Whom it was paid to, where the case has several raisers
       */
      raiserId: string | null;
    };
    RaiserStandingShown: {
      /** Format: uuid */
      id: string;
      /** @description Counted from 1, in the order in which they came */
      position: number;
      /** @description Days on which they could not be reached */
      attempts: string[];
      /**
       * Format: date
       * @description When they were reached
       */
      answeredOn: string | null;
      outcome: components['schemas']['VisitOutcome'] | null;
      satisfaction: components['schemas']['Satisfaction'] | null;
    };
    ObjectorShown: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      /** @description Who took it down */
      takenDownBy: string;
    };
    CaseAttachmentShown: {
      /** Format: uuid */
      id: string;
      name: string;
      mediaType: string;
      /** @description Bytes */
      size: number;
      /** Format: date-time */
      at: string;
      byName: string | null;
    };
    CaseOpinionShown: {
      /** Format: uuid */
      id: string;
      text: string;
      /**
       * Format: uuid
       * @description Never told to the units of the case
       */
      meetingId: string | null;
      meetingTitle: string | null;
      /** @description Of whoever spoke; told to the units of the case only where at least three at the meeting shared it */
      standing: components['schemas']['Capacity'] | null;
      outcome: components['schemas']['Triage'];
    };
    HeldByShown: {
      /** Format: uuid */
      unitId: string;
      /** Format: date */
      from: string;
      /**
       * Format: date
       * @description Null while the unit leads the case
       */
      to: string | null;
      /**
       * Format: date
       * @description The day up to which it had it: `to`, the closing, or the day of reading
       */
      until: string;
      /** @description Working days in which the clock ran while the unit had it */
      used: number;
      /** @description Working days on hold */
      pausedDays: number;
      /** @description Of those used, the working days after a due day that was missed */
      lateDays: number;
      /** @description Missed due days that are charged to the unit */
      charged: string[];
    };
    /** @enum {string} */
    Departure: 'reject' | 'merge' | 'withdraw';
    DepartureAskedShown: {
      kind: components['schemas']['Departure'];
      reason: string;
      /** Format: date */
      askedOn: string;
      /** @description Who asked */
      askedByName: string;
      /** @description The reader asked, and so never decides */
      isOwn: boolean;
      /**
       * Format: uuid
       * @description The case to merge into
       */
      caseId: string | null;
      caseNumber: string | null;
      /** @description Its title */
      caseTitle: string | null;
      /** @description Only a leader may let it go: key, late, or nearly due */
      byLeader: boolean;
      /** @description Who decides, and why they */
      whoLabels: components['schemas']['LabelsShown'];
    };
    DepartedShown: {
      kind: components['schemas']['Departure'];
      /** Format: date */
      on: string;
      /** @description It went late, and stays in the figures as departed late */
      isLate: boolean;
      /** @description Units that it is charged to */
      unitIds: string[];
    };
    /** @enum {string} */
    NeededToPass: 'verifiers' | 'onSite' | 'before' | 'after' | 'otherPlaces';
    NeededShown: {
      what: components['schemas']['NeededToPass'];
      /** @description There already */
      done: boolean;
      labels: components['schemas']['LabelsShown'];
    };
    TalkShown: {
      /** @description Counts the due days the case has had */
      period: number;
      /** Format: date */
      heldOn: string;
      /** Format: date */
      recordedOn: string;
      /** Format: date */
      pledgeOn: string;
      /** @description Line of the history in which its words stand */
      seq: number;
    };
    /**
     * @description splitFrom, this case was split from it; part, it was split from this case; mannerOf, this case is a complaint about how it was handled; manner, the other way round; merged, it was merged into this case; mergedInto, this case was merged into it
     * @enum {string}
     */
    Relation: 'splitFrom' | 'part' | 'mannerOf' | 'manner' | 'merged' | 'mergedInto';
    LinkedCaseShown: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** Format: uuid */
      leadUnitId: string | null;
      outcome: components['schemas']['Outcome'] | null;
      title: string;
      /** @description splitFrom, this case was split from it; part, it was split from this case; mannerOf, this case is a complaint about how it was handled; manner, the other way round; merged, it was merged into this case; mergedInto, this case was merged into it */
      relation: components['schemas']['Relation'];
    };
    CourseShown: {
      /** @description Who led the case since its present assignment, first to last */
      heldBy: components['schemas']['HeldByShown'][];
      /** @description A departure that waits for another person */
      departure: components['schemas']['DepartureAskedShown'] | null;
      /** @description How it left the rate after it was assigned */
      departed: components['schemas']['DepartedShown'] | null;
      /** @description What it takes to pass the fix, while one is made or checked; empty where the workflow asks nothing */
      needed: components['schemas']['NeededShown'][];
      talks: components['schemas']['TalkShown'][];
      /**
       * Format: date
       * @description Since when it lies before the leader again, after the talk
       */
      lookAskedOn: string | null;
      /**
       * Format: date
       * @description Last day of the public notice
       */
      noticeUntil: string | null;
      /** @description Days on which somebody objected */
      objections: string[];
      /** @description Rounds in which a complainant was not satisfied, since it was last reopened */
      unsatisfiedRounds: number;
      /** @description After so many a leader may close it in dispute */
      disputableAfter: number | null;
      /** @description Triaged by the supervisors, since the complaint is about how a case was handled */
      isForSupervisors: boolean;
      /** @description Other cases it is bound to, as far as the reader may see them */
      links: components['schemas']['LinkedCaseShown'][];
    };
    CaseArchiveShown: {
      /** Format: date-time */
      archivedAt: string;
      /** @description Lines of history in the file */
      lines: number;
      /** @description Name of the archive file */
      file: string;
    };
    FieldWhenShown: {
      field: string;
      is: string;
    };
    FieldShown: {
      /** @enum {string} */
      type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
      enum?: string[];
      format?: string;
      pattern?: string;
      minLength?: number;
      maxLength?: number;
      minimum?: number;
      maximum?: number;
      minItems?: number;
      maxItems?: number;
      uniqueItems?: boolean;
      items?: components['schemas']['FieldShown'];
      properties?: {
        [key: string]: components['schemas']['FieldShown'];
      };
      required?: string[];
      additionalProperties?: boolean;
      'x-labels'?: components['schemas']['LabelsShown'];
      'x-kind'?: string;
      /** @description What to print for each value of `enum`, where it is an id */
      'x-words'?: {
        [key: string]: components['schemas']['LabelsShown'];
      };
      /** @description What is said beside it: its bounds, for this case and today */
      'x-hint'?: components['schemas']['LabelsShown'];
      /**
       * Format: date
       * @description The first day that will be taken
       */
      'x-first'?: string;
      /**
       * Format: date
       * @description The last day that will be taken
       */
      'x-last'?: string;
      /** @description Of a question: what yes is called */
      'x-yes'?: components['schemas']['LabelsShown'];
      /** @description Of a question: what no is called */
      'x-no'?: components['schemas']['LabelsShown'];
      /** @description Asked, and needed, only after this answer */
      'x-when'?: components['schemas']['FieldWhenShown'];
    };
    FieldChoiceShown: {
      required: string[];
    };
    FormShown: {
      /** @enum {string} */
      type: 'object';
      properties: {
        [key: string]: components['schemas']['FieldShown'];
      };
      required: string[];
      additionalProperties: boolean;
      anyOf?: components['schemas']['FieldChoiceShown'][];
    };
    AllowedShown: {
      /** @example ACCEPT */
      type: string;
      /** @description In the language of the request */
      label: string;
      labels: components['schemas']['LabelsShown'];
      /**
       * @description JSON Schema of the payload
       * @example {
       *       "type": "object",
       *       "properties": {
       *         "note": {
       *           "type": "string",
       *           "minLength": 1,
       *           "maxLength": 4000,
       *           "x-kind": "prose",
       *           "x-labels": {
       *             "zh-CN": "说明",
       *             "en": "Note"
       *           }
       *         }
       *       },
       *       "required": [],
       *       "additionalProperties": false
       *     }
       */
      schema: components['schemas']['FormShown'];
      /** @description The name of somebody absent, where it is only in their name that the reader may do it */
      inNameOf: string | null;
      /**
       * Format: date-time
       * @description The instant until which it is open; null where no clock ends it
       */
      until: string | null;
      /**
       * Format: uuid
       * @description Who that is: sent along, it is done in their name or not at all
       */
      absentId: string | null;
    };
    AbsentShown: {
      /** Format: uuid */
      id: string;
      name: string;
      /**
       * Format: date
       * @description The last day of it
       */
      untilOn: string;
    };
    CaseShown: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description Number of lines in its history */
      version: number;
      stage: components['schemas']['Stage'];
      /**
       * @description The state within the stage
       * @example rectifying
       */
      state: string;
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** @description The whole state of its machine, clock region included, for the diagram */
      stateValue: {
        [key: string]: unknown;
      };
      workflow: components['schemas']['WorkflowShown'];
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      source: components['schemas']['Source'];
      track: components['schemas']['Track'];
      /** Format: uuid */
      leadUnitId: string | null;
      supportingUnitIds: string[];
      /**
       * Format: uuid
       * @description The unit whose office owns the case
       */
      officeUnitId: string | null;
      /** Format: uuid */
      categoryId: string | null;
      /**
       * Format: uuid
       * @description Never told to the units of the case
       */
      meetingId: string | null;
      /** Format: uuid */
      planId: string | null;
      /** @description Closes only with a leader’s signature */
      isKey: boolean;
      /** @description Closes after a visit to whoever raised it; else it is looked at on site */
      raisedOutside: boolean;
      /** @description Was closed already in a ledger of before */
      takenOver: boolean;
      /** Format: date */
      collectedOn: string;
      /** Format: date-time */
      collectedAt: string;
      /** Format: date-time */
      assignedAt: string | null;
      /** Format: date-time */
      acceptedAt: string | null;
      /** Format: date */
      dueOn: string | null;
      /** @description The due day reaches into a year whose calendar is not announced */
      dueProvisional: boolean;
      /** @description For the moment of reading */
      clock: components['schemas']['ClockShown'];
      account: components['schemas']['AccountShown'];
      milestones: components['schemas']['MilestoneShown'][] | null;
      /** @description Asked for and not yet decided */
      extension: components['schemas']['ExtensionShown'] | null;
      /** Format: date */
      reviewOn: string | null;
      /** Format: date */
      visitDueOn: string | null;
      /** @description Days on which the raiser could not be reached in this round */
      attempts: string[];
      declines: number;
      returns: number;
      relapses: number;
      outcome: components['schemas']['Outcome'] | null;
      /** Format: date */
      closedOn: string | null;
      /** Format: uuid */
      mergedInto: string | null;
      title: string;
      description: string;
      /** @description What comes next if nobody acts, when, why, and whose move it is; null where nothing comes of itself, never for a late case */
      nextDate: components['schemas']['NextDateShown'] | null;
      orders: components['schemas']['OrderShown'][];
      visits: components['schemas']['CaseVisitShown'][];
      /** @description Everybody who raised it; none where nobody outside did */
      raisers: components['schemas']['RaiserStandingShown'][];
      /** @description Who objected by name to the public notice and is kept at the case: the office opens them like raisers */
      objectors: components['schemas']['ObjectorShown'][];
      attachments: components['schemas']['CaseAttachmentShown'][];
      opinions: components['schemas']['CaseOpinionShown'][];
      /** @description Who held it, departures, checks, talks, notice, and the cases it is bound to */
      course: components['schemas']['CourseShown'];
      /** @description Where the history was archived: nothing is allowed until it is brought back */
      archive: components['schemas']['CaseArchiveShown'] | null;
      allowed: components['schemas']['AllowedShown'][];
      /** @description For whom the reader stands in now, where their duties reach it */
      standsInFor: components['schemas']['AbsentShown'][];
      /** @description Of the allowed ones the step that the case waits for from this person, as under My work; null where it waits for others */
      next: string | null;
    };
    CommandAnswer: {
      case: components['schemas']['CaseCoreShown'];
      events: components['schemas']['EventShown'][];
    };
    BatchResult: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      caseId: string;
      ok: boolean;
      answer?: components['schemas']['CommandAnswer'];
      error?: components['schemas']['ErrorBody'];
    };
    SaidShown: {
      /** @description The field it tells of */
      field: string;
      labels: components['schemas']['LabelsShown'];
      text: components['schemas']['LabelsShown'];
      /** @description Written by a person in their own words */
      prose: boolean;
      /**
       * Format: uuid
       * @description The case it names
       */
      caseId?: string;
    };
    HistoryEventShown: {
      seq: number;
      type: string;
      labels: components['schemas']['LabelsShown'];
      /** Format: date-time */
      at: string;
      actor: components['schemas']['EventActorShown'];
      commandId: string | null;
      payload: {
        [key: string]: unknown;
      };
      before: {
        [key: string]: unknown;
      };
      after: {
        [key: string]: unknown;
      };
      effects: {
        [key: string]: unknown;
      }[];
      /** @description Who was absent, where a deputy acted in their name; `actor.name` says both */
      inNameOf?: components['schemas']['InNameOfShown'];
      /** @description What was decided, and the days that followed from it */
      said: components['schemas']['SaidShown'][];
      /**
       * Format: date-time
       * @description When the line was written
       */
      recordedAt: string;
      /** @description SHA-256 over this line and the hash before it, hex */
      hash: string;
    };
    DueAfterInput: {
      /** @enum {string} */
      type: 'ASSIGN' | 'GRANT_EXTENSION' | 'RESUME' | 'REOPEN';
    };
    DueDayShown: {
      /** Format: date */
      dueOn: string;
      /** @description Reaches into a year whose days off have not been announced */
      provisional: boolean;
      /** @description Working days from the assignment */
      days: number;
    };
    DueAfterShown: {
      /**
       * Format: date
       * @description The due day now
       */
      dueOn: string | null;
      /**
       * Format: date
       * @description The due day after the command
       */
      after: string | null;
      provisional: boolean;
      /** @description Working days from today to the day after it */
      days: number | null;
      /** @description Why the command would be refused */
      refused: components['schemas']['ErrorBody'] | null;
    };
    /**
     * @description What for; other where none is given
     * @enum {string}
     */
    AccessPurpose: 'visit' | 'clarify' | 'correct' | 'inform' | 'other';
    LookAtRaiserInput: {
      /** @description What for; other where none is given */
      purpose?: components['schemas']['AccessPurpose'];
      /** @description Why, in words of at least four letters; kept in the log */
      reason: string;
      /**
       * Format: uuid
       * @description Which raiser of the case; needed where there are several
       */
      raiserId?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name the visit is paid, as the log says
       */
      absentId?: string;
    };
    SpeakerShown: {
      /** Format: uuid */
      opinionId: string;
      name: string;
      contact: string | null;
      standing: components['schemas']['Capacity'];
    };
    RaiserShown: {
      anonymous: boolean;
      /** @description Asked that nobody be told the name; to the visiting officer `name` is null */
      confidential: boolean;
      name: string | null;
      contact: string | null;
      /** @description Who said at a meeting what led to the case */
      speakers: components['schemas']['SpeakerShown'][];
    };
    AddRaiserInput: {
      name?: string;
      /** @description Telephone, address or another way to reach the person; encrypted at rest */
      contact?: string;
      /** @description Leaves neither name nor contact, whatever else is given */
      anonymous?: boolean;
      /** @description Asked that nobody be told the name: it opens to the office alone, the visiting officer gets the contact only, and no search finds it */
      confidential?: boolean;
      /**
       * Format: uuid
       * @description Made by the client, so that a retry adds nobody twice. It becomes the id of the raiser
       */
      id?: string;
    };
    RaiserAdded: {
      case: components['schemas']['CaseCoreShown'];
      events: components['schemas']['EventShown'][];
      /** Format: uuid */
      raiserId: string;
      /** @description For the raiser: with it they see where it stands, rate the result and say that it is not solved */
      receiptCode: string;
    };
    RecordObjectionInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is recorded
       */
      absentId?: string;
      /** @description Read by the units of the case: without the name */
      text: string;
      /** @description Who objects; encrypted at rest */
      person: components['schemas']['RaiserInput'];
    };
    /** @enum {string} */
    ListMeasure:
      | 'collected'
      | 'adopted'
      | 'rejected'
      | 'merged'
      | 'withdrawn'
      | 'resolved'
      | 'disputed'
      | 'unverified'
      | 'parked'
      | 'overdue'
      | 'departedLate'
      | 'closedWithinHour'
      | 'closedWithoutEvidence'
      | 'extendedOnLastDay'
      | 'shortPhoneVisits'
      | 'ratedBelowVisit'
      | 'extendedLate'
      | 'everParked'
      | 'parkedBeforeDue'
      | 'resumedSameDay'
      | 'freshAfterDue'
      | 'closedAfterReopening'
      | 'declinedAgain'
      | 'dueFarAhead'
      | 'transferredLate'
      | 'leftUnsigned'
      | 'promiseBroken'
      | 'leaderWaived'
      | 'waivedAgain'
      | 'easedByCorrection'
      | 'splitOff'
      | 'takenOverClosed'
      | 'dueAndClosed'
      | 'due'
      | 'strictResolved'
      | 'strict'
      | 'strictOnTime'
      | 'strictDue'
      | 'signedInTime'
      | 'signDue'
      | 'promiseKept'
      | 'promiseDue'
      | 'visitFixed'
      | 'visitAnswered'
      | 'visitSatisfied'
      | 'visitRated'
      | 'ownSatisfied'
      | 'ownRated'
      | 'visitDue'
      | 'reopened'
      | 'returned'
      | 'extended'
      | 'closingDays'
      | 'signed'
      | 'struckOff';
    /** @enum {string} */
    CaseSort:
      | 'dueOn'
      | 'collectedOn'
      | 'number'
      | 'urgency'
      | 'closedOn'
      | 'title'
      | 'unit'
      | 'category'
      | 'source'
      | 'stage';
    /** @enum {string} */
    SortDirection: 'asc' | 'desc';
    UnitName: {
      /** Format: uuid */
      id: string;
      name: string;
    };
    CategoryName: {
      /** Format: uuid */
      id: string;
      labels: components['schemas']['LabelsShown'];
    };
    CaseItem: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description Number of lines in its history */
      version: number;
      stage: components['schemas']['Stage'];
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      source: components['schemas']['Source'];
      track: components['schemas']['Track'];
      /**
       * Format: uuid
       * @description Never told to the units of the case
       */
      meetingId: string | null;
      /** @description Closes only with a leader’s signature */
      isKey: boolean;
      /** Format: date */
      collectedOn: string;
      /** Format: date */
      dueOn: string | null;
      /** @description For the moment of reading */
      clock: components['schemas']['ClockShown'];
      outcome: components['schemas']['Outcome'] | null;
      /** Format: date */
      closedOn: string | null;
      title: string;
      leadUnit: components['schemas']['UnitName'] | null;
      category: components['schemas']['CategoryName'] | null;
      /** @description The due day reaches into a year whose calendar is not announced */
      provisional: boolean;
      /** @description Working days left; 0 when closed */
      remaining: number;
      /** @description Working days late at the moment; 0 when not late or closed */
      workingDaysLate: number;
    };
    CaseList: {
      items: components['schemas']['CaseItem'][];
      /** @description Null on the last page */
      nextCursor: string | null;
      total: number;
      /** @description Above 10,000 the total is estimated */
      totalIsEstimate: boolean;
      /** @description A word stands in the titles of more than 500 meetings, which were left out */
      wordsTooCommon: boolean;
    };
    FindByTelephoneInput: {
      /** @description What for; other where none is given */
      purpose?: components['schemas']['AccessPurpose'];
      /** @description Why, in words of at least four letters; kept in the log */
      reason: string;
      /** @description One full number; a part of a number finds nothing */
      telephone: string;
    };
    CaseOfCaller: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** Format: date */
      collectedOn: string;
      title: string;
    };
    CasesOfCaller: {
      items: components['schemas']['CaseOfCaller'][];
    };
    ViewAsked: {
      stage?: components['schemas']['Stage'];
      light?: components['schemas']['Light'];
      /**
       * Format: uuid
       * @description Lead unit, with everything below it
       */
      unitId?: string;
      /**
       * @description Exactly this lead unit; none: not assigned
       * @example none
       */
      leadUnitId?: string;
      /**
       * Format: uuid
       * @description Category, with its children
       */
      categoryId?: string;
      /**
       * @description Exactly this category; none: without one
       * @example none
       */
      exactCategoryId?: string;
      source?: components['schemas']['Source'];
      /**
       * @description Meeting; none: not from a meeting
       * @example none
       */
      meetingId?: string;
      /** Format: uuid */
      planId?: string;
      overdue?: boolean;
      outcome?: components['schemas']['Outcome'];
      track?: components['schemas']['Track'];
      /** @description The cases behind this figure of the closure report */
      measure?: components['schemas']['ListMeasure'];
      /**
       * Format: date
       * @description With measure: the day of the report; today by default
       */
      asOf?: string;
      /**
       * Format: date
       * @description With measure: only cases that came to count under it on this day or later
       */
      since?: string;
      /**
       * Format: date
       * @description First day of collection
       */
      from?: string;
      /**
       * Format: date
       * @description Last day of collection
       */
      to?: string;
      /**
       * Format: date
       * @description First due day
       */
      dueFrom?: string;
      /**
       * Format: date
       * @description Last due day
       */
      dueTo?: string;
      /**
       * Format: date
       * @description First day of closing; closed cases only
       */
      closedFrom?: string;
      /**
       * Format: date
       * @description Last day of closing; closed cases only
       */
      closedTo?: string;
      /**
       * Format: uuid
       * @description A person who is leader or liaison of the lead unit, or has worked on the case for a unit
       */
      personId?: string;
      /** @enum {string} */
      takenOver?: 'include' | 'exclude';
      /** @description dueOn and urgency: most urgent first, closed cases last; collectedOn (default), number and closedOn: newest first; title, unit, category, source and stage: for lists of at most 10,000 cases */
      sort?: components['schemas']['CaseSort'];
      /** @description Where not given, as said for each sort: urgency from the most urgent is desc, dueOn from the earliest asc */
      order?: components['schemas']['SortDirection'];
    };
    SavedViewShown: {
      name: string;
      asked: components['schemas']['ViewAsked'];
      /**
       * Format: uuid
       * @description Shared with this unit and all below it; null: one’s own
       */
      unitId: string | null;
      /** Format: uuid */
      id: string;
      /** @description Theirs who ask; only the owner changes a view */
      isOwn: boolean;
      /** @description They may take it away */
      mayRemove: boolean;
    };
    SavedViewInput: {
      name: string;
      asked: components['schemas']['ViewAsked'];
      /**
       * Format: uuid
       * @description Shared with this unit and all below it; null: one’s own
       */
      unitId: string | null;
    };
    AccessLogEntryShown: {
      /** Format: uuid */
      id: string;
      /** Format: date-time */
      at: string;
      purpose: components['schemas']['AccessPurpose'];
      reason: string;
      /** Format: uuid */
      personId: string;
      personName: string;
      /**
       * Format: uuid
       * @description The unit of who looked
       */
      unitId: string;
      /** Format: uuid */
      caseId: string | null;
      caseNumber: string | null;
      caseTitle: string | null;
      /**
       * Format: uuid
       * @description Of the participant who was looked at; null: the raiser of the case
       */
      meetingId: string | null;
      meetingTitle: string | null;
      /** @description Which raiser of the case was looked at, from 1; null where it was looked at as a whole or nobody who raised it */
      raiserPosition: number | null;
    };
    AccessLogPage: {
      items: components['schemas']['AccessLogEntryShown'][];
      nextCursor: string | null;
    };
    AccessAlarmShown: {
      /** Format: uuid */
      personId: string;
      personName: string;
      /** Format: uuid */
      unitId: string;
      /** Format: date */
      day: string;
      /** @description Different persons looked at on this day */
      looked: number;
      /** @description Accesses refused on this day */
      refused: number;
      /**
       * Format: date-time
       * @description When four fifths of the limit were reached
       */
      nearAt: string | null;
      /**
       * Format: date-time
       * @description When the first access was refused
       */
      overAt: string | null;
    };
    AccessAlarms: {
      /** @description Different persons one may look at on a day */
      limit: number;
      items: components['schemas']['AccessAlarmShown'][];
    };
    /** @enum {string} */
    WaitKind:
      | 'triage'
      | 'sign'
      | 'urgeSigning'
      | 'work'
      | 'reply'
      | 'support'
      | 'extension'
      | 'verify'
      | 'visit'
      | 'look'
      | 'closeUnverified'
      | 'signClosing'
      | 'signOrder'
      | 'review'
      | 'urgeReview'
      | 'triageManner'
      | 'replyLeader'
      | 'promise'
      | 'notice'
      | 'objection'
      | 'recordTalk'
      | 'leaderLook'
      | 'departure'
      | 'departureByLeader'
      | 'urgeCheck'
      | 'urgeTriage'
      | 'dispute'
      | 'unsolved'
      | 'raiserQuestion';
    WaitShown: {
      kind: components['schemas']['WaitKind'];
      /**
       * Format: date
       * @description The day by which this should be done
       */
      by: string;
      /** @description How that day stands to the day of reading */
      is: components['schemas']['Nearness'];
      /** @description Working days left, or late */
      days: number;
      /** @description The sentence that says it */
      labels: components['schemas']['LabelsShown'];
    };
    WorkItem: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description Number of lines in its history */
      version: number;
      stage: components['schemas']['Stage'];
      /**
       * @description The state within the stage
       * @example rectifying
       */
      state: string;
      /** @description What the workflow calls that state */
      stateLabels: components['schemas']['LabelsShown'];
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      /** Format: uuid */
      leadUnitId: string | null;
      /** Format: date */
      dueOn: string | null;
      /** @description For the moment of reading */
      clock: components['schemas']['ClockShown'];
      title: string;
      /** @description What it waits for from this person, and by when */
      wait: components['schemas']['WaitShown'];
      /** @description The one step the case waits for */
      next: components['schemas']['AllowedShown'];
      /** @description How often it was returned for rework since it got its due day, while the unit has yet to hand in again */
      returned: number;
      /**
       * Format: date
       * @description Of a visit: the day to which the last attempt put off the next one
       */
      nextAttemptOn: string | null;
    };
    /** @enum {string} */
    TaskKind: 'deadLetteredTimers' | 'provisionalDays' | 'stranded' | 'withoutDate' | 'answersOwed' | 'hotlineOwed';
    WorkTask: {
      kind: components['schemas']['TaskKind'];
      /** @description Cases, timers or opinions concerned */
      count: number;
      /** Format: date */
      by: string;
      is: components['schemas']['Nearness'];
      /** @description What is to be done */
      labels: components['schemas']['LabelsShown'];
    };
    WorkAnswer: {
      /** @description The earliest day first */
      items: components['schemas']['WorkItem'][];
      /** @description More wait than are listed */
      more: boolean;
      /** @description For administrators and clerks */
      tasks: components['schemas']['WorkTask'][];
      /** @description For whom they stand in now: each has a list of their own */
      standsInFor: components['schemas']['AbsentShown'][];
    };
    WaitingCaseShown: {
      /** Format: uuid */
      id: string;
      number: string;
      title: string;
      /** Format: uuid */
      leadUnitId: string | null;
      light: components['schemas']['Light'] | null;
      wait: components['schemas']['WaitShown'];
      /** @description The one step the case waits for */
      next: string;
      /** @description What that step is called */
      nextLabels: components['schemas']['LabelsShown'];
    };
    WaitingForYou: {
      /** @description As under My work */
      count: number;
      /** @description More wait than were counted */
      more: boolean;
      /** @description Of these past their day */
      late: number;
      /** @description The earliest day first */
      items: components['schemas']['WaitingCaseShown'][];
    };
    CameShown: {
      count: number;
      /** @description The list of exactly these cases */
      casesHref: string;
    };
    /** @enum {string} */
    BriefedRateName: 'closureRate' | 'strictClosureRate' | 'dueAndClosedRate';
    ShareShown: {
      numerator: number;
      denominator: number;
      /** @description Fraction of four decimals; null over 0 */
      rate: number | null;
    };
    BriefedRate: {
      measure: components['schemas']['BriefedRateName'];
      name: components['schemas']['LabelsShown'];
      /** @description On the evening before `from` */
      before: components['schemas']['ShareShown'];
      now: components['schemas']['ShareShown'];
      /** @description The cases behind the numerator */
      casesHref: string;
      /** @description The cases behind the denominator */
      denominatorHref: string;
    };
    MovedUnit: {
      /** Format: uuid */
      unitId: string;
      name: string;
      /** @description Its closure rate on the evening before `from` */
      before: components['schemas']['ShareShown'];
      now: components['schemas']['ShareShown'];
    };
    /** @enum {string} */
    AskReason: 'talk' | 'red' | 'orange' | 'promiseBroken' | 'newlyLate';
    AskReasonShown: {
      what: components['schemas']['AskReason'];
      count: number;
      points: number;
      /** @description The list of exactly these cases */
      casesHref: string;
    };
    UnitToAsk: {
      /** Format: uuid */
      unitId: string;
      name: string;
      points: number;
      /** @description The gravest first */
      reasons: components['schemas']['AskReasonShown'][];
    };
    /** @enum {string} */
    Change:
      | 'overdue'
      | 'resolved'
      | 'disputed'
      | 'unverified'
      | 'parked'
      | 'collected'
      | 'rejected'
      | 'merged'
      | 'withdrawn'
      | 'departedLate';
    ChangeShown: {
      measure: components['schemas']['Change'];
      name: components['schemas']['LabelsShown'];
      /** @description On the evening before `from` */
      before: number;
      /** @description Now */
      after: number;
      /** @description The list of the cases that count now */
      casesHref: string;
    };
    Briefing: {
      /**
       * Format: date-time
       * @description The last look, on whichever computer; null: this is the first
       */
      lookedAt: string | null;
      /**
       * Format: date
       * @description First day whose changes are told
       */
      from: string;
      /**
       * Format: date-time
       * @description The moment of this answer: POST it to /api/me/since once it was read
       */
      at: string;
      waiting: components['schemas']['WaitingForYou'];
      /** @description All that is late now */
      overdue: components['schemas']['CameShown'];
      /** @description Late since `from` */
      newlyLate: components['schemas']['CameShown'];
      /** @description Cases with a promise whose day came since `from` */
      promised: components['schemas']['CameShown'];
      /** @description Of these the ones whose promise was not kept */
      broken: components['schemas']['CameShown'];
      rates: components['schemas']['BriefedRate'][];
      /** @description Whose closure rate fell furthest */
      fell: components['schemas']['MovedUnit'][];
      /** @description Whose closure rate rose furthest */
      rose: components['schemas']['MovedUnit'][];
      /** @description The most points first */
      ask: components['schemas']['UnitToAsk'][];
      /** @description Figures that differ */
      changes: components['schemas']['ChangeShown'][];
    };
    /** @enum {string} */
    Topic:
      | 'tell.unit'
      | 'tell.office'
      | 'tell.supervisors'
      | 'tell.visitors'
      | 'tell.leaders'
      | 'tell.objection'
      | 'tell.unsolved'
      | 'tell.question'
      | 'ask.departure'
      | 'remind.signing'
      | 'remind.due'
      | 'remind.review'
      | 'remind.visit'
      | 'remind.look'
      | 'remind.waiver'
      | 'late.check'
      | 'late.visit'
      | 'late.signature'
      | 'late.objection'
      | 'urge'
      | 'order.blue'
      | 'order.blue.copy'
      | 'order.orange'
      | 'order.orange.copy'
      | 'order.red'
      | 'order.red.copy'
      | 'order.talk'
      | 'order.talk.copy'
      | 'step.order'
      | 'step.departure'
      | 'step.objection'
      | 'step.collected'
      | 'digest'
      | 'morning'
      | 'opinions.waiting'
      | 'answer.owed'
      | 'hotline.owed'
      | 'hotline.answer'
      | 'import.ended'
      | 'rules.changed'
      | 'gap'
      | 'timers'
      | 'looks.near'
      | 'looks.over'
      | 'deputy.named'
      | 'deputy.set'
      | 'deputy.asked'
      | 'deputy.ended'
      | 'deputy.back';
    DigestLine: {
      /** Format: uuid */
      caseId: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description What is to be done, or what became of it */
      what: components['schemas']['LabelsShown'];
      /**
       * Format: date
       * @description By when
       */
      by: string | null;
    };
    InboxItem: {
      /** Format: uuid */
      id: string;
      /**
       * @description A key of the table of `GET /api/messages/table`
       * @example order.blue
       */
      topic: string;
      /** @description One sentence */
      text: string;
      /** @description The same in English */
      textEn: string;
      /** @description One next step */
      next: string;
      nextEn: string;
      /**
       * Format: uuid
       * @description Absent where it is about no case, or one that the reader may no longer see
       */
      caseId?: string;
      /** @example ZG-2026-000123 */
      caseNumber?: string;
      caseTitle?: string;
      /**
       * @description Path on the desk
       * @example /cases/0190d6f0-0000-7000-8000-000000000000
       */
      href: string;
      /**
       * Format: date-time
       * @description When it came in
       */
      at: string;
      /** @description Sent by a person */
      byHand: boolean;
      /**
       * Format: date-time
       * @description null: unread
       */
      readAt: string | null;
      /** @description Of a digest: the first of what waits */
      lines?: components['schemas']['DigestLine'][];
    };
    InboxPage: {
      items: components['schemas']['InboxItem'][];
      /** @description Unread entries of all topics, counted up to 1000 */
      unread: number;
      nextCursor: string | null;
    };
    ReadEntries: {
      /** @description These */
      ids?: string[];
      /** @description Or all */
      all?: boolean;
    };
    InboxCount: {
      /** @description Unread, counted up to 1000 */
      unread: number;
    };
    /** @enum {string} */
    TopicGroup: 'turn' | 'order' | 'reminder' | 'news' | 'digest' | 'system';
    TopicGroupShown: {
      key: components['schemas']['TopicGroup'];
      name: components['schemas']['LabelsShown'];
    };
    TopicAfter: {
      /**
       * @description Type of the event
       * @example RETURN
       */
      event: string;
      says: components['schemas']['LabelsShown'];
    };
    TopicShown: {
      /** @example order.blue */
      key: string;
      /** @description What it is called where it is chosen */
      name: components['schemas']['LabelsShown'];
      group: components['schemas']['TopicGroup'];
      /** @description Roles it addresses; empty where it always names a person */
      who: components['schemas']['Role'][];
      /** @description Its sentence, with names of facts in brackets */
      says: components['schemas']['LabelsShown'];
      /** @description What it says instead after these events */
      after: components['schemas']['TopicAfter'][];
      /** @description The next step */
      next: components['schemas']['LabelsShown'];
      /** @description It is dropped once this is no longer so */
      holds: components['schemas']['LabelsShown'];
      /** @description An order: it cannot be silenced */
      isOrder: boolean;
      /** @description Sent by a person: it may go out at night */
      byHand: boolean;
    };
    RecipientsShown: {
      role: components['schemas']['Role'];
      name: components['schemas']['LabelsShown'];
      /** @description Which persons */
      means: components['schemas']['LabelsShown'];
      /** @description To whom it goes where nobody holds it, in turn */
      instead: components['schemas']['Role'][];
    };
    MessagesTable: {
      groups: components['schemas']['TopicGroupShown'][];
      topics: components['schemas']['TopicShown'][];
      recipients: components['schemas']['RecipientsShown'][];
    };
    SinceShown: {
      /**
       * Format: date-time
       * @description The last look, on whichever computer; null: this is the first
       */
      lookedAt: string | null;
      /**
       * Format: date
       * @description First day whose changes are told
       */
      from: string;
      /**
       * Format: date-time
       * @description The moment of this answer: send it back once it was shown
       */
      at: string;
      /** @description Figures that differ; none where nothing changed */
      changes: components['schemas']['ChangeShown'][];
    };
    Looked: {
      /**
       * Format: date-time
       * @description `at` of the answer that was shown
       */
      at: string;
    };
    ToldShown: {
      /**
       * Format: date-time
       * @description When it came in, or was dropped
       */
      at: string;
      /** @example order.blue */
      topic: string;
      /** @description What the topic is called */
      name: components['schemas']['LabelsShown'];
      /** @description Name of the person; null where it was told to nobody */
      to: string | null;
      /**
       * Format: date-time
       * @description When they read it; null: not yet, or told to nobody
       */
      readAt: string | null;
      /** @description Why it was told to nobody; null: it was told */
      dropped: components['schemas']['LabelsShown'] | null;
    };
    ToldOfCase: {
      /** @description The latest first */
      items: components['schemas']['ToldShown'][];
    };
    /** @enum {string} */
    OrderAction: 'reply' | 'sign' | 'waive' | 'instruct';
    OrderLine: {
      /** Format: uuid */
      orderId: string;
      action: components['schemas']['OrderAction'];
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out
       */
      absentId?: string;
      /** @description reply: the reply; sign: a note */
      text?: string;
      /** @description waive: why */
      reason?: string;
      /** @description instruct: what is to be done */
      instruction?: string;
      /** @description reply: why the case is late. Since version 2 of the workflow, which refuses it missing; version 1 does not know it */
      cause?: string;
      /** @description reply: nothing is left to do but to hand in. Since version 2 of the workflow, which refuses it missing; version 1 does not know it */
      isFinal?: boolean;
      /**
       * Format: date
       * @description reply: the day by which the fix is promised. Since version 2 of the workflow, which refuses it missing; version 1 does not know it
       */
      promisedOn?: string;
      /**
       * Format: date
       * @description waive: the day on which the order is proposed again. Since version 2 of the workflow, which refuses it missing; version 1 does not know it
       */
      reviewOn?: string;
    };
    OrderOfCaseShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      caseId: string;
      /** @description Counts the due days the case has had */
      period: number;
      rung: components['schemas']['EscalationLevel'];
      status: components['schemas']['OrderStatus'];
      /** Format: date-time */
      issuedAt: string;
      /** Format: date */
      replyDueOn: string | null;
      /**
       * Format: uuid
       * @description The unit it is against
       */
      unitId: string | null;
      toRole: components['schemas']['Role'];
      copyRole: components['schemas']['Role'] | null;
      acts: components['schemas']['OrderActShown'][];
      caseNumber: string;
      caseTitle: string;
      caseStage: components['schemas']['Stage'];
    };
    OrderResult: {
      /** Format: uuid */
      orderId: string;
      ok: boolean;
      answer?: components['schemas']['OrderOfCaseShown'];
      error?: components['schemas']['ErrorBody'];
    };
    ReplyInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out
       */
      absentId?: string;
      text: string;
      /** @description Why the case is late. Since version 2 of the workflow, which refuses it missing; version 1 does not know it */
      cause?: string;
      /** @description Nothing is left to do but to hand in. Since version 2 of the workflow, which refuses it missing; version 1 does not know it */
      isFinal?: boolean;
      /**
       * Format: date
       * @description The day by which the fix is promised. Since version 2 of the workflow, which refuses it missing; version 1 does not know it
       */
      promisedOn?: string;
    };
    SignInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out
       */
      absentId?: string;
      text?: string;
    };
    WaiveInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out
       */
      absentId?: string;
      reason: string;
      /**
       * Format: date
       * @description The day on which the order is proposed again. Since version 2 of the workflow, which refuses it missing; version 1 does not know it
       */
      reviewOn?: string;
    };
    InstructInput: {
      /**
       * Format: uuid
       * @description Made by the client; the same id again answers the same
       */
      id?: string;
      /**
       * Format: uuid
       * @description Of a deputy: somebody absent in whose name it is done, or else refused; in one’s own name where one may, if left out
       */
      absentId?: string;
      instruction: string;
    };
    OverdueCase: {
      /** Format: uuid */
      id: string;
      /** @example ZG-2026-000123 */
      number: string;
      stage: components['schemas']['Stage'];
      /**
       * @description The state within the stage
       * @example rectifying
       */
      state: string;
      /** @description Null where the clock does not run: closed, parked, waiting for a visit, not yet assigned */
      light: components['schemas']['Light'] | null;
      /** Format: uuid */
      leadUnitId: string | null;
      /** Format: uuid */
      categoryId: string | null;
      /** @description Closes only with a leader’s signature */
      isKey: boolean;
      /** Format: date */
      dueOn: string | null;
      /** @description For the moment of reading */
      clock: components['schemas']['ClockShown'];
      title: string;
      /** @description At the moment of reading */
      workingDaysLate: number;
      /** @description Where the case is unsigned or unchecked past the day for that; such a case is listed even if it is not late itself */
      wait: components['schemas']['WaitShown'] | null;
      /** @description What comes next if nobody acts, when, why, and whose move it is; never null for a late case */
      nextDate: components['schemas']['NextDateShown'] | null;
      /**
       * Format: date
       * @description The last working day that a waiver may name for its review; null where the workflow asks for none
       */
      waiveUntil: string | null;
      /** @description An order of this case waits for a signature */
      awaitingSignature: boolean;
      /** @description The ladder climbed so far, first order first */
      orders: components['schemas']['OrderShown'][];
    };
    OverduePage: {
      items: components['schemas']['OverdueCase'][];
      nextCursor: string | null;
    };
    /**
     * @description For replies and progress, or for instructions and reminders
     * @enum {string}
     */
    TextKind: 'reply' | 'instruction';
    StandardTextShown: {
      /**
       * Format: uuid
       * @description The unit whose text it is: offered there and in all units below
       */
      unitId: string;
      /** @description For replies and progress, or for instructions and reminders */
      kind: components['schemas']['TextKind'];
      /** @description Under which it is found */
      name: string;
      text: string;
      /** Format: uuid */
      id: string;
      /** @description They may change it and take it away */
      mayChange: boolean;
    };
    StandardTextInput: {
      /**
       * Format: uuid
       * @description The unit whose text it is: offered there and in all units below
       */
      unitId: string;
      /** @description For replies and progress, or for instructions and reminders */
      kind: components['schemas']['TextKind'];
      /** @description Under which it is found */
      name: string;
      text: string;
    };
    SignIn: {
      username: string;
      /** Format: password */
      password: string;
    };
    RoleAtUnit: {
      role: components['schemas']['Role'];
      /** Format: uuid */
      unitId: string;
    };
    User: {
      /** Format: uuid */
      id: string;
      username: string;
      name: string;
      /** Format: uuid */
      unitId: string;
      roles: components['schemas']['RoleAtUnit'][];
    };
    Me: {
      user: components['schemas']['User'];
      /** @description IANA zone of the office, in which days begin and end */
      officeZone: string;
      /** @description The password was set by somebody else: until it is changed every other call answers 403 account.passwordDue */
      passwordDue: boolean;
      /** @description Encrypts what the person keeps in a browser; base64, empty for a token */
      draftKey: string;
    };
    NewPassword: {
      /** Format: password */
      currentPassword: string;
      /**
       * Format: password
       * @description At least 10 characters, hard to guess, other than the present one
       */
      newPassword: string;
    };
    SessionView: {
      /** Format: uuid */
      id: string;
      /** @description User agent of the browser */
      device: string;
      /** Format: date-time */
      since: string;
      /**
       * Format: date-time
       * @description To within ten minutes
       */
      lastUsedAt: string;
      /** @description The session that asks */
      current: boolean;
    };
    NewToken: {
      name: string;
      /**
       * Format: date
       * @description Last day on which it works
       */
      expiresOn: string;
    };
    IssuedToken: {
      /** Format: uuid */
      id: string;
      /** @description Shown once */
      token: string;
    };
    TokenView: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: date */
      expiresOn: string;
      /** Format: date-time */
      createdAt: string;
    };
    SignInAlarmShown: {
      /** Format: uuid */
      personId: string;
      username: string;
      personName: string;
      /** Format: uuid */
      unitId: string;
      /** Format: date */
      day: string;
      /** @description Attempts that had to wait */
      refused: number;
      /** Format: date-time */
      firstAt: string;
      /** Format: date-time */
      lastAt: string;
    };
    UnitView: {
      /** Format: uuid */
      id: string;
      name: string;
      /**
       * Format: uuid
       * @description Null for the topmost unit
       */
      parentId: string | null;
      /** Format: uuid */
      leaderId: string | null;
      /** Format: uuid */
      liaisonId: string | null;
      /** @description Place among its siblings */
      sort: number;
      /** @description Levels below the topmost unit */
      depth: number;
    };
    NewUnit: {
      name: string;
      /** Format: uuid */
      parentId: string;
      /** Format: uuid */
      leaderId?: string | null;
      /** Format: uuid */
      liaisonId?: string | null;
      sort?: number;
    };
    UnitPatch: {
      name?: string;
      /** Format: uuid */
      parentId?: string;
      /** Format: uuid */
      leaderId?: string | null;
      /** Format: uuid */
      liaisonId?: string | null;
      sort?: number;
    };
    /**
     * @description Where these come from: set on a category, written in the workflow’s file for one, or the workflow’s number for all
     * @enum {string}
     */
    DaysSource: 'category' | 'file' | 'workflow';
    CategoryDaysView: {
      track: components['schemas']['Track'];
      /** @description What the office set for this category itself; null: nothing */
      own: number | null;
      /** @description The working days a case gets that is assigned now */
      days: number;
      /** @description Where these come from: set on a category, written in the workflow’s file for one, or the workflow’s number for all */
      source: components['schemas']['DaysSource'];
      /**
       * Format: uuid
       * @description The category that says so, this one or the one above; null: the workflow
       */
      categoryId: string | null;
    };
    CategoryView: {
      /** Format: uuid */
      id: string;
      /** @description What workflows call it */
      code: string;
      labels: components['schemas']['LabelsShown'];
      /** Format: uuid */
      parentId: string | null;
      sort: number;
      /** @description Working days by track; staged cases have milestones */
      days: components['schemas']['CategoryDaysView'][];
    };
    CategoryNamesGiven: {
      'zh-CN': string;
      /** @description The Chinese name where none is given */
      en?: string;
    };
    CategoryDaysGiven: {
      /** @description Null takes the number away */
      standard?: number | null;
      /** @description Null takes the number away */
      immediate?: number | null;
    };
    NewCategory: {
      /** @description Made from the name where none is given */
      code?: string;
      labels: components['schemas']['CategoryNamesGiven'];
      /** Format: uuid */
      parentId?: string | null;
      sort?: number;
      workingDays?: components['schemas']['CategoryDaysGiven'];
    };
    CategoryPatch: {
      labels?: components['schemas']['CategoryNamesGiven'];
      /** Format: uuid */
      parentId?: string | null;
      sort?: number;
      workingDays?: components['schemas']['CategoryDaysGiven'];
    };
    DaysSetView: {
      track: components['schemas']['Track'];
      /** @description Null: the number was taken away */
      days: number | null;
      /** Format: date-time */
      since: string;
      byName: string;
    };
    PersonView: {
      /** Format: uuid */
      id: string;
      username: string;
      name: string;
      /** Format: uuid */
      unitId: string;
      active: boolean;
      /** @description They have not yet set a password of their own; null for whoever does not open accounts: it says where guessing is worth while */
      startPassword: boolean | null;
      roles: components['schemas']['RoleAtUnit'][];
    };
    NewPerson: {
      username: string;
      name: string;
      /** Format: uuid */
      unitId: string;
      /**
       * Format: password
       * @description A start password of at least 10 characters: it opens nothing but the change to one of the person's own
       */
      password: string;
      roles: components['schemas']['RoleAtUnit'][];
    };
    PersonPatch: {
      name?: string;
      /** Format: uuid */
      unitId?: string;
      /** @description False ends every session and token at once */
      active?: boolean;
      /**
       * Format: password
       * @description A start password of at least 10 characters: it opens nothing but the change to one of the person's own
       */
      password?: string;
      roles?: components['schemas']['RoleAtUnit'][];
    };
    /** @enum {string} */
    DeputyState: 'asked' | 'coming' | 'now' | 'over' | 'ended';
    DeputyShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      absentId: string;
      absentName: string;
      /** Format: uuid */
      deputyId: string;
      deputyName: string;
      /** Format: date */
      fromOn: string;
      /** Format: date */
      untilOn: string;
      /** @example 出差 */
      reason: string;
      state: components['schemas']['DeputyState'];
      /** @description Who entered it */
      askedByName: string;
      /** @description Who agreed; null where it waits for that */
      grantedByName: string | null;
      /** @description Who ended it before its last day */
      endedByName: string | null;
      /** @description The reader may agree to it */
      mayGrant: boolean;
      /** @description The reader may end it, or decline it */
      mayEnd: boolean;
    };
    OwnDeputies: {
      /** @description Who stands, stood or will stand in for this person */
      own: components['schemas']['DeputyShown'][];
      /** @description For whom this person stands, stood or will stand in */
      standingIn: components['schemas']['DeputyShown'][];
      /** @description Entered for others, waiting for this person to agree */
      asked: components['schemas']['DeputyShown'][];
    };
    NewDeputy: {
      /** Format: uuid */
      deputyId: string;
      /**
       * Format: date
       * @description The first day, in the office’s time zone; today at the earliest
       */
      fromOn: string;
      /**
       * Format: date
       * @description The last day
       */
      untilOn: string;
      /** @example 出差 */
      reason: string;
    };
    DeputyCandidate: {
      /** Format: uuid */
      id: string;
      name: string;
      /** Format: uuid */
      unitId: string;
      /** @description What would pass to them */
      duties: components['schemas']['RoleAtUnit'][];
    };
    NewDeputyOf: {
      /** Format: uuid */
      deputyId: string;
      /**
       * Format: date
       * @description The first day, in the office’s time zone; today at the earliest
       */
      fromOn: string;
      /**
       * Format: date
       * @description The last day
       */
      untilOn: string;
      /** @example 出差 */
      reason: string;
      /**
       * Format: uuid
       * @description Who is absent
       */
      absentId: string;
    };
    StepInNameShown: {
      /** Format: uuid */
      caseId: string;
      /** @example ZG-2026-000123 */
      number: string;
      title: string;
      /** @description What was done */
      labels: components['schemas']['LabelsShown'];
      /** Format: date-time */
      at: string;
    };
    StepsInName: {
      /** @description The last first */
      steps: components['schemas']['StepInNameShown'][];
      /** @description More were taken than are listed */
      more: boolean;
    };
    NamedDayView: {
      /** Format: date */
      day: string;
      name: string;
    };
    CalendarYearView: {
      year: number;
      /** @description The decree is out */
      announced: boolean;
      /** @description Monday to Friday stands in for the decree; due dates may move */
      provisional: boolean;
      workingDays: number;
      /** @description Days off by decree */
      offDays: components['schemas']['NamedDayView'][];
      /** @description Make-up working days 调休上班 */
      workDays: components['schemas']['NamedDayView'][];
      /** @description Where the year came from, with +edited behind it where days were changed since; null: never loaded */
      origin: string | null;
      /** Format: date-time */
      loadedAt: string | null;
      /**
       * Format: uuid
       * @description Who loaded it; null: came with the software
       */
      loadedBy: string | null;
    };
    LoadedYear: {
      year: number;
      /** @description The decree is out */
      announced: boolean;
      /** @description Monday to Friday stands in for the decree; due dates may move */
      provisional: boolean;
      workingDays: number;
      /** @description Days off by decree */
      offDays: components['schemas']['NamedDayView'][];
      /** @description Make-up working days 调休上班 */
      workDays: components['schemas']['NamedDayView'][];
      /** @description Where the year came from, with +edited behind it where days were changed since; null: never loaded */
      origin: string | null;
      /** Format: date-time */
      loadedAt: string | null;
      /**
       * Format: uuid
       * @description Who loaded it; null: came with the software
       */
      loadedBy: string | null;
      /** @description Open cases whose due day was looked at again */
      recomputed: number;
    };
    /**
     * @description usual: as its weekday says
     * @enum {string}
     */
    DayKind: 'off' | 'work' | 'usual';
    DayEdit: {
      /** Format: date */
      day: string;
      /** @description usual: as its weekday says */
      kind: components['schemas']['DayKind'];
      /** @description The holiday it belongs to; needed unless usual */
      name?: string;
    };
    DayEdits: {
      days: components['schemas']['DayEdit'][];
    };
    /** @enum {string} */
    ReportSplit: 'unit' | 'category' | 'source' | 'meeting' | 'month';
    RateShown: {
      numerator: number;
      denominator: number;
      /**
       * @description Fraction of four decimals, half up; null over 0
       * @example 0.9616
       */
      rate: number | null;
      /** @description Cases behind the numerator: the total of casesHref */
      numeratorCases: number;
      /** @description Cases behind the denominator: the total of denominatorHref */
      denominatorCases: number;
      /** @description The list of the cases behind the numerator */
      casesHref: string;
      denominatorHref: string;
    };
    RatesShown: {
      closureRate: components['schemas']['RateShown'];
      dueAndClosedRate: components['schemas']['RateShown'];
      strictClosureRate: components['schemas']['RateShown'];
      strictOnTimeRate: components['schemas']['RateShown'];
      signedInTimeRate: components['schemas']['RateShown'];
      promiseKeptRate: components['schemas']['RateShown'];
      resolvedRate: components['schemas']['RateShown'];
      satisfaction: components['schemas']['RateShown'];
      ownSatisfaction: components['schemas']['RateShown'];
      contactRate: components['schemas']['RateShown'];
      reopenedRate: components['schemas']['RateShown'];
      returnedRate: components['schemas']['RateShown'];
      extendedRate: components['schemas']['RateShown'];
      parkedShare: components['schemas']['RateShown'];
      unverifiedShare: components['schemas']['RateShown'];
    };
    CountShown: {
      count: number;
      /** @description Cases behind it: the total of casesHref */
      cases: number;
      casesHref: string;
    };
    CountsShown: {
      collected: components['schemas']['CountShown'];
      adopted: components['schemas']['CountShown'];
      rejected: components['schemas']['CountShown'];
      merged: components['schemas']['CountShown'];
      withdrawn: components['schemas']['CountShown'];
      resolved: components['schemas']['CountShown'];
      disputed: components['schemas']['CountShown'];
      unverified: components['schemas']['CountShown'];
      parked: components['schemas']['CountShown'];
      overdue: components['schemas']['CountShown'];
      departedLate: components['schemas']['CountShown'];
    };
    WorkingDaysShown: {
      median: number | null;
      p90: number | null;
      cases: number;
      casesHref: string;
    };
    FirstResponseShown: {
      /**
       * @description Working hours (09:00 to 17:30 of working days) on average of the signed ones, to a tenth; null: none
       * @example 3.5
       */
      hours: number | null;
      /** @description Assignments that were signed: the total of casesHref */
      cases: number;
      casesHref: string;
    };
    NeverNegativeUnit: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @description Answered visits, all of them fixed and none dissatisfied */
      visits: number;
    };
    SignsShown: {
      closedWithinHour: components['schemas']['CountShown'];
      closedWithoutEvidence: components['schemas']['CountShown'];
      extendedOnLastDay: components['schemas']['CountShown'];
      shortPhoneVisits: components['schemas']['CountShown'];
      extendedLate: components['schemas']['CountShown'];
      everParked: components['schemas']['CountShown'];
      parkedBeforeDue: components['schemas']['CountShown'];
      resumedSameDay: components['schemas']['CountShown'];
      freshAfterDue: components['schemas']['CountShown'];
      closedAfterReopening: components['schemas']['CountShown'];
      declinedAgain: components['schemas']['CountShown'];
      dueFarAhead: components['schemas']['CountShown'];
      departedLate: components['schemas']['CountShown'];
      transferredLate: components['schemas']['CountShown'];
      ratedBelowVisit: components['schemas']['CountShown'];
      leftUnsigned: components['schemas']['CountShown'];
      promiseBroken: components['schemas']['CountShown'];
      leaderWaived: components['schemas']['CountShown'];
      waivedAgain: components['schemas']['CountShown'];
      easedByCorrection: components['schemas']['CountShown'];
      disputed: components['schemas']['CountShown'];
      splitOff: components['schemas']['CountShown'];
      takenOverClosed: components['schemas']['CountShown'];
      neverNegativeUnits: components['schemas']['NeverNegativeUnit'][];
    };
    ClosureRow: {
      /** @description Id of what the row stands for, the source, or YYYY-MM; null: none */
      key: string | null;
      label: string;
      measures: components['schemas']['RatesShown'];
      counts: components['schemas']['CountsShown'];
      workingDays: components['schemas']['WorkingDaysShown'];
      firstResponse: components['schemas']['FirstResponseShown'];
      signs: components['schemas']['SignsShown'];
    };
    ClosureReport: {
      /** Format: date */
      asOf: string;
      /** Format: date */
      from: string | null;
      /** Format: date */
      to: string | null;
      by: components['schemas']['ReportSplit'];
      rows: components['schemas']['ClosureRow'][];
      total: components['schemas']['ClosureRow'];
    };
    TrendRateShown: {
      numerator: number;
      denominator: number;
      /**
       * @description Fraction of four decimals, half up; null over 0
       * @example 0.9616
       */
      rate: number | null;
    };
    TrendPointShown: {
      /** Format: date */
      asOf: string;
      closureRate: components['schemas']['TrendRateShown'];
      dueAndClosedRate: components['schemas']['TrendRateShown'];
    };
    ClosureTrend: {
      points: components['schemas']['TrendPointShown'][];
    };
    /** @enum {string} */
    Language: 'zh-CN' | 'en';
    RefusedRow: {
      /** @description Line of the file, from 1 */
      line: number;
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
    };
    JoinedRow: {
      /** @description Line of the file, from 1 */
      line: number;
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
      /** @description Line of the earlier row of the same file */
      into?: number;
      /** @description Number of the case that was there before */
      number?: string;
    };
    RowsBecame: {
      closed: number;
      dropped: number;
      assigned: number;
      collected: number;
    };
    MatchedUnit: {
      /** @description As the ledger calls it */
      name: string;
      /** @description As the office calls it */
      unit: string;
    };
    UnitsOfLedger: {
      created: string[];
      matched: components['schemas']['MatchedUnit'][];
      unknown: string[];
    };
    /**
     * @description Null: kept in the note
     * @enum {string}
     */
    LedgerField:
      | 'serial'
      | 'externalId'
      | 'title'
      | 'description'
      | 'source'
      | 'categoryName'
      | 'unitName'
      | 'supportingUnitNames'
      | 'leaderName'
      | 'handlerName'
      | 'raisedOn'
      | 'assignedOn'
      | 'dueOn'
      | 'closedOn'
      | 'isClosed'
      | 'status'
      | 'measure'
      | 'raiserName'
      | 'raiserContact'
      | 'remark';
    ColumnShown: {
      /** @example C */
      letter: string;
      header: string;
      /** @description Null: kept in the note */
      field: components['schemas']['LedgerField'] | null;
      /** @description What stands there in one of the first rows */
      example: string | null;
    };
    LedgerFile: {
      name: string;
      /** @description Hex */
      sha256: string;
      /** @enum {string} */
      kind: 'csv' | 'xlsx';
      /** @description Of a CSV */
      encoding?: string;
      /** @description Of a workbook */
      sheet?: string;
      unreadSheets: string[];
      /** @description Line of the header, from 1 */
      headerLine: number;
      /** @description By field the headers of the columns that tell it */
      columns: {
        [key: string]: string[];
      };
      /** @description Headers that mean no field; their cells are kept in the note of each case */
      unknownHeaders: string[];
    };
    ImportReport: {
      /**
       * Format: uuid
       * @description Of the record of this import; null for a dry run, which leaves none
       */
      importId: string | null;
      dryRun: boolean;
      rows: number;
      imported: number;
      merged: number;
      refused: components['schemas']['RefusedRow'][];
      joined: components['schemas']['JoinedRow'][];
      /** @description What the imported rows became; the sum is `imported` */
      became: components['schemas']['RowsBecame'];
      /** @description Open cases past their due day already */
      late: number;
      /** @description Open cases whose due day is provisional */
      provisional: number;
      /** @description Comments that keep what joining rows said otherwise; 0 when all of it was known */
      additions: number;
      units: components['schemas']['UnitsOfLedger'];
      /** @description Words of the category column that are no category of the office: kept in the note of each case */
      unknownCategories: string[];
      /** @description What each column of the file was taken for */
      columns: components['schemas']['ColumnShown'][];
      file: components['schemas']['LedgerFile'];
    };
    /** @enum {string} */
    LedgerKind: 'csv' | 'xlsx';
    SheetShown: {
      name: string;
      rows: number;
      hidden: boolean;
    };
    /**
     * @description Null: kept in the note
     * @enum {string}
     */
    LedgerColumnMeaning:
      | 'serial'
      | 'externalId'
      | 'title'
      | 'description'
      | 'source'
      | 'categoryName'
      | 'unitName'
      | 'supportingUnitNames'
      | 'leaderName'
      | 'handlerName'
      | 'raisedOn'
      | 'assignedOn'
      | 'dueOn'
      | 'closedOn'
      | 'isClosed'
      | 'status'
      | 'measure'
      | 'raiserName'
      | 'raiserContact'
      | 'remark'
      | 'personal';
    /** @enum {string} */
    Sureness: 'sure' | 'likely' | 'unsure';
    LedgerSaid: {
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
    };
    ColumnTaken: {
      /** @description From 0 */
      column: number;
      /** @example C */
      letter: string;
      header: string;
      /** @description Null: kept in the note */
      field: components['schemas']['LedgerColumnMeaning'] | null;
      sure: components['schemas']['Sureness'];
      why: components['schemas']['LedgerSaid'];
      example: string | null;
    };
    /**
     * @description own: its number; section: that number within sheet and section; text: what it says
     * @enum {string}
     */
    LedgerIdentity: 'own' | 'section' | 'text';
    IdentityTaken: {
      /** @description own: its number; section: that number within sheet and section; text: what it says */
      kind: components['schemas']['LedgerIdentity'];
      sure: components['schemas']['Sureness'];
      why: components['schemas']['LedgerSaid'];
    };
    ReadingShown: {
      kind: components['schemas']['LedgerKind'];
      sheets: components['schemas']['SheetShown'][];
      sheet: string | null;
      /** @description First and last line of the header, from 1 */
      headerLines: number[];
      columns: components['schemas']['ColumnTaken'][];
      /** @description Of days that name none */
      year: number | null;
      yearWhy: components['schemas']['LedgerSaid'] | null;
      identity: components['schemas']['IdentityTaken'];
      /** @description Fingerprint of the headers, under which words are remembered */
      layout: string;
    };
    RefusalShown: {
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
      details?: {
        [key: string]: unknown;
      };
    };
    PlanCounts: {
      rows: number;
      new: number;
      joined: number;
      changed: number;
      asked: number;
      left: number;
      refused: number;
      /** @description Of the new ones: struck off already, taken over as closed */
      closed: number;
      /** @description Of the new ones: open */
      open: number;
      /** @description Of the new ones: rejected or withdrawn */
      dropped: number;
      /** @description Of the new ones: open and past their due day already */
      late: number;
      /** @description Of the new ones: with a complainant, encrypted */
      sealed: number;
    };
    LedgerOption: {
      value: string;
      label: string;
      labelZh: string;
    };
    SharedDoubt: {
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
      key: string;
      field: components['schemas']['LedgerField'] | null;
      /** @description What stands in the cell */
      shown: string;
      options: components['schemas']['LedgerOption'][];
      /**
       * @description What may be answered beside the options
       * @enum {string}
       */
      free?: 'day' | 'unit' | 'text';
      suggested?: string;
      /** @description Rows that wait for its answer; 0 for one of the whole file */
      rows: number;
      /** @description The first of their lines */
      lines: number[];
      /** @description What was answered; null while it is open */
      answer: string | null;
    };
    UnknownUnit: {
      name: string;
      rows: number;
      /** @description Of its doubt: answer it by `unit:<id>`, `make` or `leave` */
      key: string;
    };
    MatchedName: {
      /** @description As the ledger calls it */
      name: string;
      /** @description As the office calls it */
      unit: string;
      /** @description By its whole name */
      exact: boolean;
    };
    UnitsPlanned: {
      /** @description Not answered yet */
      unknown: components['schemas']['UnknownUnit'][];
      /** @description Will be made below the office */
      made: string[];
      matched: components['schemas']['MatchedName'][];
      /** @description Whether the reader may have units made */
      mayMake: boolean;
    };
    LedgerDraftShown: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Kept for 7 days
       */
      expiresAt: string;
      /**
       * Format: uuid
       * @description The import it was confirmed into
       */
      importId: string | null;
      /** @description Null where the file cannot be read as it stands: see `refusal` */
      reading: components['schemas']['ReadingShown'] | null;
      refusal: components['schemas']['RefusalShown'] | null;
      counts: components['schemas']['PlanCounts'];
      /** @description Questions, those of the whole file first, then by rows */
      doubts: components['schemas']['SharedDoubt'][];
      units: components['schemas']['UnitsPlanned'];
      /** @description Words of the category column that are no category: kept in the note, the case stands under 其他 */
      unknownCategories: string[];
      /** @description What was chosen and answered: see docs/ledger.md */
      choices: {
        [key: string]: unknown;
      };
      /** @description Of everything shown: to be sent with the confirmation */
      seen: string;
    };
    DraftListed: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt: string;
    };
    DraftList: {
      items: components['schemas']['DraftListed'][];
    };
    /** @enum {string} */
    LedgerRowBecomes: 'new' | 'joined' | 'changed' | 'asked' | 'left' | 'refused';
    /** @enum {string} */
    LedgerRowKind: 'issue' | 'continuation' | 'heading' | 'total' | 'footer' | 'header' | 'blank';
    LedgerCell: {
      column: number;
      shown: string;
      /** @description What it is read as, where that is not plain */
      meaning: string | null;
      sure: components['schemas']['Sureness'];
      why: components['schemas']['LedgerSaid'] | null;
    };
    /** @enum {string} */
    LedgerChangedField:
      | 'title'
      | 'description'
      | 'categoryName'
      | 'unitName'
      | 'supportingUnitNames'
      | 'dueOn'
      | 'measure'
      | 'status'
      | 'closedOn';
    LedgerChange: {
      field: components['schemas']['LedgerChangedField'];
      from: string | null;
      to: string | null;
      /** @example TRANSFER */
      command: string | null;
      why: components['schemas']['LedgerSaid'] | null;
      /** @description Somebody changed the same here since */
      conflict: components['schemas']['LedgerSaid'] | null;
    };
    /** @enum {string} */
    LedgerRowState: 'open' | 'closed' | 'dropped';
    DoubtShown: {
      /** @example ledger.row.undated */
      code: string;
      message: string;
      messageZh: string;
      key: string;
      field: components['schemas']['LedgerField'] | null;
      /** @description What stands in the cell */
      shown: string;
      options: components['schemas']['LedgerOption'][];
      /**
       * @description What may be answered beside the options
       * @enum {string}
       */
      free?: 'day' | 'unit' | 'text';
      suggested?: string;
    };
    DraftRow: {
      line: number;
      kind: components['schemas']['LedgerRowKind'];
      sure: components['schemas']['Sureness'];
      /** @description Heading under which it stands */
      section: string | null;
      cells: components['schemas']['LedgerCell'][];
      becomes: components['schemas']['LedgerRowBecomes'];
      /** @example ZG-2026-000123 */
      caseNumber: string | null;
      joinsLine: number | null;
      changes: components['schemas']['LedgerChange'][];
      title: string | null;
      unit: string | null;
      supporting: string[];
      /** Format: date */
      dueOn: string | null;
      dueWhy: components['schemas']['LedgerSaid'] | null;
      state: components['schemas']['LedgerRowState'] | null;
      stateWhy: components['schemas']['LedgerSaid'] | null;
      track: components['schemas']['Track'] | null;
      raiserSealed: boolean;
      measures: number;
      doubts: components['schemas']['DoubtShown'][];
      why: components['schemas']['LedgerSaid'] | null;
    };
    DraftRows: {
      /** @description Of the filtered list */
      total: number;
      items: components['schemas']['DraftRow'][];
    };
    DraftAnswer: {
      /**
       * @description Choices to be merged into those that stand: a key given here takes the place of the old one; within `answers`, `cells`, `rows` and `columns` key by key, null takes one away. See docs/ledger.md
       * @example {
       *       "answers": {
       *         "unit:城东派出所": "make"
       *       }
       *     }
       */
      choices: {
        [key: string]: unknown;
      };
    };
    /**
     * @description all: refused while anything is asked; certain: rows that are asked stay out
     * @enum {string}
     */
    LedgerConfirmMode: 'all' | 'certain';
    DraftConfirm: {
      /** @description all: refused while anything is asked; certain: rows that are asked stay out */
      mode: components['schemas']['LedgerConfirmMode'];
      /** @description `seen` of the draft as it was looked at */
      seen: string;
    };
    /**
     * @description stopped: cut off, as by a server that ended; confirm the draft again for the rest
     * @enum {string}
     */
    LedgerImportState: 'running' | 'stopped' | 'cancelled' | 'done';
    ImportCounts: {
      /** @description Cases that are new */
      imported: number;
      /** @description Rows that joined a case, changes among them */
      merged: number;
      /** @description Rows that stay out: refused, asked or left */
      refused: number;
      /** @description Of the new ones: taken over as closed */
      closed: number;
      dropped: number;
      assigned: number;
      collected: number;
      /** @description Open and past their due day already */
      late: number;
      /** @description Commands and comments to cases that were there */
      additions: number;
    };
    ImportProgress: {
      /** Format: uuid */
      id: string;
      fileName: string;
      /** Format: date-time */
      at: string;
      /** @description stopped: cut off, as by a server that ended; confirm the draft again for the rest */
      state: components['schemas']['LedgerImportState'];
      /** @description Rows to write */
      total: number;
      /** @description Rows written */
      done: number;
      /** @description What became of its rows, once it has ended */
      counts: components['schemas']['ImportCounts'] | null;
      /**
       * Format: date-time
       * @description Until when it may be undone; null where it may not any more
       */
      undoUntil: string | null;
      /** Format: date-time */
      undoneAt: string | null;
    };
    LedgerWordsShown: {
      /** @description `layout` of a reading; empty or absent: for every ledger */
      layout?: string;
      /**
       * @description By word of a status column closed, open, dropped or asked; by header the field it means, personal, or none
       * @example {
       *       "status": {
       *         "挂账": "open"
       *       },
       *       "headers": {
       *         "整改完成时限": "dueOn"
       *       }
       *     }
       */
      words: {
        [key: string]: unknown;
      };
    };
    LedgerWordsListed: {
      /** @description Empty: for every ledger */
      layout: string;
      /** @description Name of the ledger from which they were remembered last */
      knownAs: string;
      /** @description As the call that sets them takes them */
      words: {
        [key: string]: unknown;
      };
      /** Format: date-time */
      changedAt: string;
      /** @description Name of who changed them last */
      changedBy: string | null;
    };
    LedgerWordsList: {
      items: components['schemas']['LedgerWordsListed'][];
    };
    LedgerWordsInput: {
      /** @description `layout` of a reading; empty or absent: for every ledger */
      layout?: string;
      /**
       * @description By word of a status column closed, open, dropped or asked; by header the field it means, personal, or none
       * @example {
       *       "status": {
       *         "挂账": "open"
       *       },
       *       "headers": {
       *         "整改完成时限": "dueOn"
       *       }
       *     }
       */
      words: {
        [key: string]: unknown;
      };
      /** @description Name of the ledger by which people know these headers */
      knownAs?: string;
    };
    ImportList: {
      items: components['schemas']['ImportProgress'][];
    };
    UndoneCase: {
      /** Format: uuid */
      caseId: string;
      /** @example ZG-2026-000123 */
      number: string;
      why: components['schemas']['LedgerSaid'] | null;
    };
    ImportUndone: {
      /** @description Cases that were withdrawn */
      withdrawn: number;
      /** @description Cases that stay, each with why */
      kept: components['schemas']['UndoneCase'][];
    };
    AttachmentShown: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      caseId: string;
      /** @description Hex, of what is kept: a picture is drawn anew without what the camera wrote */
      sha256: string;
      name: string;
      mediaType: string;
      /** @description Bytes */
      size: number;
      /** Format: date-time */
      at: string;
    };
    UploadPolicy: {
      /** @description Pixels: longer photographs are made smaller before they are sent */
      longestSide: number;
      /** @description JPEG quality they are drawn with, 1 to 100 */
      quality: number;
      /** @description Bytes of one file */
      mostBytes: number;
      /** @description Files of one step */
      mostFiles: number;
      /** @description Files of one case */
      mostOfCase: number;
      /** @description Bytes of one piece */
      mostPieceBytes: number;
      /** @description Extensions of the kinds that are taken; judged by content */
      extensions: string[];
    };
    UploadShown: {
      /** Format: uuid */
      id: string;
      /** @description Bytes */
      size: number;
      /** @description Bytes that are there */
      taken: number;
      /**
       * Format: uuid
       * @description Once it is evidence
       */
      attachmentId: string | null;
    };
    DeadLetteredTimerView: {
      /** Format: uuid */
      caseId: string;
      /** @description Number of the case */
      number: string;
      /** @description Which timer of the workflow */
      timerId: string;
      /** Format: date-time */
      dueAt: string;
      /**
       * Format: date-time
       * @description When firing it failed
       */
      deadLetteredAt: string;
      /** @description What firing it said */
      error: string;
    };
    TimersView: {
      /** @description Timers that are due and have not fired, counted up to 100,000 */
      backlog: number;
      /** @description Seconds the oldest of them has been due */
      lagSeconds: number;
      /** @description All dead-lettered timers */
      deadLettered: number;
      /** @description The oldest first */
      items: components['schemas']['DeadLetteredTimerView'][];
    };
    StrandedView: {
      /** Format: uuid */
      id: string;
      /** @description What it is about is not for administrators */
      number: string;
      kind: components['schemas']['WaitKind'];
      /**
       * Format: uuid
       * @description Where, or above where, somebody with one of the roles is missing
       */
      unitId: string | null;
      roles: components['schemas']['Role'][];
      /** @description People hold the role, but the rules bar all of them from this case */
      barred: boolean;
    };
    SilentCountView: {
      workflow: string;
      version: number;
      /** @description Their timers failed; else the ladder of that version ends with a reply or a waiver */
      failed: boolean;
      cases: number;
    };
    SilentView: {
      /** Format: uuid */
      id: string;
      number: string;
      /** @description Its workflow */
      workflow: string;
      /** @description Version of its workflow */
      version: number;
      /** @description Why it has no next date, with the way on */
      labels: components['schemas']['LabelsShown'];
    };
    EmptyUnitView: {
      /** Format: uuid */
      unitId: string;
      /** @description Open cases it leads */
      cases: number;
    };
    IdleRoleView: {
      /** Format: uuid */
      personId: string;
      name: string;
      role: components['schemas']['Role'];
      /** Format: uuid */
      unitId: string;
      /** @description Why it can do nothing there */
      labels: components['schemas']['LabelsShown'];
    };
    GapsView: {
      /** @description Open cases whose next step, or a decision on which they wait, nobody may take */
      stranded: number;
      /** @description Those with the earliest day first */
      cases: components['schemas']['StrandedView'][];
      /** @description Late cases that nothing brings up again, by the version of their workflow: since version 2 only where a timer failed */
      withoutDate: components['schemas']['SilentCountView'][];
      /** @description The first of those by their due days */
      silent: components['schemas']['SilentView'][];
      /** @description There are more open cases than were looked at */
      partial: boolean;
      /** @description Units for which nobody is handler, liaison or leader, there or above; most open cases first */
      units: components['schemas']['EmptyUnitView'][];
      roles: components['schemas']['IdleRoleView'][];
    };
    ReachView: {
      role: components['schemas']['Role'];
      /** Format: uuid */
      unitId: string;
      /** @description Open cases the role sees there */
      sees: number;
      /** @description Of those the ones that wait for it now */
      acts: number;
      /** @description False: at this unit the role can never act on a case */
      can: boolean;
      /** @description The sentence that says it */
      labels: components['schemas']['LabelsShown'];
    };
    /** @enum {string} */
    SetupStep: 'name' | 'units' | 'people' | 'office' | 'calendar' | 'categories' | 'workflow' | 'channels';
    StepView: {
      step: components['schemas']['SetupStep'];
      done: boolean;
      /** @description What there is, or what is missing */
      labels: components['schemas']['LabelsShown'];
    };
    SetupView: {
      /** @description Every step is done */
      done: boolean;
      steps: components['schemas']['StepView'][];
    };
    SheetCells: {
      rows: string[][];
    };
    /**
     * @description What the dry run said of it: nothing is written where it would be something else by now
     * @enum {string}
     */
    RowKind: 'new' | 'known' | 'doubtful' | 'refused';
    UnitRowGiven: {
      /** @description What was doubtful about the row is meant as it stands */
      despite?: boolean;
      /** @description What the dry run said of it: nothing is written where it would be something else by now */
      seen?: components['schemas']['RowKind'];
      name: string;
      /** @description Name of the unit above, or its way from the top with / between; empty for the topmost one */
      parent?: string;
    };
    UnitList: {
      rows: components['schemas']['UnitRowGiven'][];
    };
    RowSaidView: {
      kind: components['schemas']['RowKind'];
      /** @description Why; empty for what is new without a word */
      reason: components['schemas']['LabelsShown'];
      /** @description People: the username it has or gets */
      username: string | null;
    };
    RowsSaid: {
      /** @description One for each row, in their order */
      rows: components['schemas']['RowSaidView'][];
    };
    ListWritten: {
      added: number;
    };
    PersonRowGiven: {
      /** @description What was doubtful about the row is meant as it stands */
      despite?: boolean;
      /** @description What the dry run said of it: nothing is written where it would be something else by now */
      seen?: components['schemas']['RowKind'];
      name: string;
      /** @description Empty: made from the name */
      username?: string;
      /** @description Name of the unit, or its way from the top with / between */
      unit: string;
      /** @description Words for roles, held at the unit */
      roles?: string;
    };
    PeopleList: {
      rows: components['schemas']['PersonRowGiven'][];
    };
    PersonRowWithPassword: {
      /** @description What was doubtful about the row is meant as it stands */
      despite?: boolean;
      /** @description What the dry run said of it: nothing is written where it would be something else by now */
      seen?: components['schemas']['RowKind'];
      name: string;
      /** @description Empty: made from the name */
      username?: string;
      /** @description Name of the unit, or its way from the top with / between */
      unit: string;
      /** @description Words for roles, held at the unit */
      roles?: string;
      /**
       * Format: password
       * @description The start password; needed for each row that opens an account
       */
      password?: string;
    };
    PeopleListWithPasswords: {
      rows: components['schemas']['PersonRowWithPassword'][];
    };
    /** @enum {string} */
    Channel: 'email' | 'wecom' | 'dingtalk' | 'sms' | 'push';
    OwnChannel: {
      name: components['schemas']['Channel'];
      /** @description The administrator has switched it on */
      enabled: boolean;
      /** @description Chosen by me */
      on: boolean;
      /**
       * @description Mine; always null for push
       * @example wangmin@example.gov.cn
       */
      address: string | null;
      /** @description It is known to be mine; for push: a browser of mine lets itself be woken */
      verified: boolean;
      /** @description Orders come here where nothing I chose works */
      isDefault: boolean;
    };
    OwnChannels: {
      /** @description All there are, whether switched on or not */
      channels: components['schemas']['OwnChannel'][];
      /** @description An order reaches me outside of the inbox */
      ordersReach: boolean;
    };
    ChannelChoice: {
      name: components['schemas']['Channel'];
      on: boolean;
      /**
       * @description Absent: stays. A new one has to be confirmed by a code before anything goes there; null takes it away
       * @example wangmin@example.gov.cn
       */
      address?: string | null;
    };
    OwnChannelsInput: {
      /** @description What is not named stays as it is */
      channels: components['schemas']['ChannelChoice'][];
    };
    TestResult: {
      /** @description The other side took it */
      sent: boolean;
      /** @description What came back, in words */
      labels: components['schemas']['LabelsShown'];
      /** @description What was sent, secrets blotted out; text messages only */
      request: string | null;
    };
    CodeInput: {
      /**
       * @description The code that was sent there
       * @example 281905
       */
      code: string;
    };
    PushSubscriptionView: {
      /** Format: uuid */
      id: string;
      /** @description The browser as it names itself */
      device: string;
      /** Format: date-time */
      createdAt: string;
    };
    OwnPush: {
      /** @description applicationServerKey; null: push is switched off */
      publicKey: string | null;
      subscriptions: components['schemas']['PushSubscriptionView'][];
    };
    PushKeys: {
      p256dh: string;
      auth: string;
    };
    PushSubscriptionInput: {
      /** @example https://fcm.googleapis.com/fcm/send/abc */
      endpoint: string;
      /**
       * Format: date-time
       * @description As browsers send it; not used
       */
      expirationTime?: string | null;
      keys: components['schemas']['PushKeys'];
    };
    ReachedBy: {
      name: components['schemas']['Channel'];
      /**
       * @description Its middle blotted out
       * @example wa***@example.gov.cn
       */
      masked: string;
      verified: boolean;
      /** @description Chosen by the person */
      on: boolean;
    };
    PersonReached: {
      /** Format: uuid */
      personId: string;
      channels: components['schemas']['ReachedBy'][];
    };
    GivenAddress: {
      name: components['schemas']['Channel'];
      /**
       * @description Null takes it away
       * @example wangmin@example.gov.cn
       */
      address: string | null;
    };
    GivenAddresses: {
      /** @description Not `push`, which only its browser can give */
      addresses: components['schemas']['GivenAddress'][];
    };
    ChannelState: {
      name: components['schemas']['Channel'];
      enabled: boolean;
      isDefault: boolean;
      /**
       * Format: date-time
       * @description Null: never set up
       */
      changedAt: string | null;
      /** @description People who can be reached on it */
      people: number;
      /** @description Deliveries that wait */
      waiting: number;
      /** @description Seconds the oldest of them has waited */
      waitingSeconds: number;
      /** @description Deliveries that failed for good and wait for the administrator */
      dead: number;
    };
    ChannelsView: {
      /** @description PUBLIC_URL, with which links in messages begin; null: messages carry none */
      publicUrl: string | null;
      /** @description The job queue has its tables; false: no server has run its jobs yet, or may not make them */
      queueReady: boolean;
      /** @description Active people whom no enabled channel reaches: orders wait in their inbox */
      unreached: number;
      channels: components['schemas']['ChannelState'][];
    };
    /**
     * @description `tls` from the first byte (465), `starttls` required (587), `none` only inside the office
     * @enum {string}
     */
    MailSecurity: 'tls' | 'starttls' | 'none';
    EmailView: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /** @example mail.example.gov.cn */
      host: string;
      /** @example 465 */
      port: number;
      /** @description `tls` from the first byte (465), `starttls` required (587), `none` only inside the office */
      security: components['schemas']['MailSecurity'];
      /** @description Null: the server asks for none */
      username: string | null;
      /** @example zhenggai@example.gov.cn */
      from: string;
      /** @example 整改办 */
      fromName: string;
      /** @description A password is stored */
      hasSecret: boolean;
    };
    EmailChannel: {
      settings: components['schemas']['EmailView'] | null;
    };
    EmailInput: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /** @example mail.example.gov.cn */
      host: string;
      /** @example 465 */
      port: number;
      /** @description `tls` from the first byte (465), `starttls` required (587), `none` only inside the office */
      security: components['schemas']['MailSecurity'];
      /** @description Null: the server asks for none */
      username: string | null;
      /** @example zhenggai@example.gov.cn */
      from: string;
      /** @example 整改办 */
      fromName: string;
      /**
       * Format: password
       * @description Absent: stays; empty: none
       */
      password?: string;
    };
    WecomView: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description 企业 ID
       * @example ww0123456789abcdef
       */
      corpId: string;
      /** @description AgentId of the office’s app */
      agentId: number;
      /**
       * @description Where its API is, also of a private deployment
       * @example https://qyapi.weixin.qq.com
       */
      baseUrl: string;
      /** @description The app’s secret is stored */
      hasSecret: boolean;
    };
    WecomChannel: {
      settings: components['schemas']['WecomView'] | null;
    };
    WecomInput: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description 企业 ID
       * @example ww0123456789abcdef
       */
      corpId: string;
      /** @description AgentId of the office’s app */
      agentId: number;
      /**
       * @description Where its API is, also of a private deployment
       * @example https://qyapi.weixin.qq.com
       */
      baseUrl: string;
      /**
       * Format: password
       * @description Secret of the app; absent: stays
       */
      appSecret?: string;
    };
    DingtalkView: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /** @description AppKey of the office’s app */
      appKey: string;
      /** @description AgentId of the app */
      agentId: number;
      /**
       * @description Where its API is, also of a private deployment
       * @example https://oapi.dingtalk.com
       */
      baseUrl: string;
      /** @description The app’s secret is stored */
      hasSecret: boolean;
    };
    DingtalkChannel: {
      settings: components['schemas']['DingtalkView'] | null;
    };
    DingtalkInput: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /** @description AppKey of the office’s app */
      appKey: string;
      /** @description AgentId of the app */
      agentId: number;
      /**
       * @description Where its API is, also of a private deployment
       * @example https://oapi.dingtalk.com
       */
      baseUrl: string;
      /**
       * Format: password
       * @description AppSecret of the app; absent: stays
       */
      appSecret?: string;
    };
    /** @enum {string} */
    GatewayMethod: 'POST' | 'PUT' | 'GET';
    HeaderField: {
      /** @example Content-Type */
      header: string;
      /** @example application/json */
      value: string;
    };
    SmsView: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description Placeholders, here as in header values and body: {{mobile}}, {{text}}, {{id}} (the same for a repeat), {{secret}}
       * @example https://sms.example.gov.cn/send
       */
      url: string;
      method: components['schemas']['GatewayMethod'];
      headers: components['schemas']['HeaderField'][];
      /**
       * @description What is filled in is escaped as the Content-Type asks: JSON, form or XML
       * @example {"to":"{{mobile}}","content":"{{text}}","key":"{{secret}}"}
       */
      body: string;
      /**
       * @description Text that a good answer contains; empty: its status is enough
       * @example "code":0
       */
      success: string;
      /** @description A secret is stored */
      hasSecret: boolean;
    };
    SmsChannel: {
      settings: components['schemas']['SmsView'] | null;
    };
    SmsInput: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description Placeholders, here as in header values and body: {{mobile}}, {{text}}, {{id}} (the same for a repeat), {{secret}}
       * @example https://sms.example.gov.cn/send
       */
      url: string;
      method: components['schemas']['GatewayMethod'];
      headers: components['schemas']['HeaderField'][];
      /**
       * @description What is filled in is escaped as the Content-Type asks: JSON, form or XML
       * @example {"to":"{{mobile}}","content":"{{text}}","key":"{{secret}}"}
       */
      body: string;
      /**
       * @description Text that a good answer contains; empty: its status is enough
       * @example "code":0
       */
      success: string;
      /**
       * Format: password
       * @description What stands for {{secret}}; absent: stays
       */
      secret?: string;
    };
    PushView: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description Whom a push service may ask
       * @example mailto:zhenggai@example.gov.cn
       */
      contact: string;
      /** @description Push services that browsers of our people may name: hosts such as `fcm.googleapis.com`, `*.push.apple.com`, or whole origins of one inside the office */
      services: string[];
      /** @description VAPID key with which a browser subscribes; made once */
      publicKey: string | null;
    };
    PushChannel: {
      settings: components['schemas']['PushView'] | null;
    };
    PushInput: {
      /** @description Messages go out here */
      enabled: boolean;
      /** @description Orders go out here for whoever chose nothing that works; one channel at most, the last one set */
      isDefault: boolean;
      /**
       * @description Whom a push service may ask
       * @example mailto:zhenggai@example.gov.cn
       */
      contact: string;
      /** @description Push services that browsers of our people may name: hosts such as `fcm.googleapis.com`, `*.push.apple.com`, or whole origins of one inside the office */
      services: string[];
    };
    /** @enum {string} */
    WebhookKind: 'standard' | 'wecomRobot' | 'dingtalkRobot';
    WebhookView: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * @description Topics of messages it hears of
       * @example [
       *       "order.blue"
       *     ]
       */
      topics: string[];
      active: boolean;
      /** Format: uuid */
      id: string;
      kind: components['schemas']['WebhookKind'];
      /** @description Of a robot only where its host is */
      url: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then signed with the former secret as well
       */
      formerUntil: string | null;
      waiting: number;
      dead: number;
    };
    NewWebhook: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * @description Topics of messages it hears of
       * @example [
       *       "order.blue"
       *     ]
       */
      topics: string[];
      active: boolean;
      kind: components['schemas']['WebhookKind'];
      /**
       * @description Where it listens. The address of a robot has its key in it and is not shown again
       * @example https://hotline.example.gov.cn/hooks/xiaohao
       */
      url: string;
      /**
       * Format: password
       * @description Of a DingTalk robot that wants signatures: its 加签 secret
       */
      robotSecret?: string;
    };
    WebhookWithSecret: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * @description Topics of messages it hears of
       * @example [
       *       "order.blue"
       *     ]
       */
      topics: string[];
      active: boolean;
      /** Format: uuid */
      id: string;
      kind: components['schemas']['WebhookKind'];
      /** @description Of a robot only where its host is */
      url: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then signed with the former secret as well
       */
      formerUntil: string | null;
      waiting: number;
      dead: number;
      /**
       * @description Shown this once; null for robots
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret: string | null;
    };
    WebhookInput: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * @description Topics of messages it hears of
       * @example [
       *       "order.blue"
       *     ]
       */
      topics: string[];
      active: boolean;
      /**
       * @description Absent: stays
       * @example https://hotline.example.gov.cn/hooks/xiaohao
       */
      url?: string;
      /**
       * Format: password
       * @description Absent: stays
       */
      robotSecret?: string;
    };
    /** @enum {string} */
    DeliveryChannel: 'email' | 'wecom' | 'dingtalk' | 'sms' | 'push' | 'webhook' | 'robot';
    DeadLetter: {
      /**
       * Format: uuid
       * @description Of what goes out together, the same for every attempt
       */
      id: string;
      channel: components['schemas']['DeliveryChannel'];
      /** @description The person’s or the webhook’s */
      name: string;
      /**
       * @description Of the messages in it
       * @example [
       *       "order.blue"
       *     ]
       */
      topics: string[];
      /** @description Messages in it */
      messages: number;
      attempts: number;
      /** @description What came back last */
      lastError: string;
      /** Format: date-time */
      queuedAt: string;
    };
    DeadLetters: {
      /** @description All there are */
      total: number;
      /** @description The oldest first */
      items: components['schemas']['DeadLetter'][];
    };
    RetryInput: {
      /** @description Absent: of all of them */
      channel?: components['schemas']['DeliveryChannel'];
    };
    SavedVersion: {
      /** @description Who saved it */
      byName: string;
      /** Format: date-time */
      at: string;
      /** @description Why */
      note: string;
    };
    WithdrawnVersion: {
      /** @description Who withdrew it */
      byName: string;
      /** Format: date-time */
      at: string;
      /** @description Why */
      reason: string;
    };
    WorkflowLine: {
      name: string;
      version: number;
      /** @description SHA-256 of the file */
      hash: string;
      labels: components['schemas']['LabelsShown'];
      track: components['schemas']['Track'];
      /** @description New cases of this name get this version */
      newest: boolean;
      /** @description Null for a version that came with a release */
      saved: components['schemas']['SavedVersion'] | null;
      /** @description Null while new cases may get it */
      withdrawn: components['schemas']['WithdrawnVersion'] | null;
      /** @description Earlier versions whose open cases can be moved to this one */
      takesOver: number[];
    };
    WorkflowView: {
      name: string;
      version: number;
      /** @description SHA-256 of the file */
      hash: string;
      labels: components['schemas']['LabelsShown'];
      track: components['schemas']['Track'];
      /** @description New cases of this name get this version */
      newest: boolean;
      /** @description Null for a version that came with a release */
      saved: components['schemas']['SavedVersion'] | null;
      /** @description Null while new cases may get it */
      withdrawn: components['schemas']['WithdrawnVersion'] | null;
      /** @description Earlier versions whose open cases can be moved to this one */
      takesOver: number[];
      /** @description Days and limits of the workflow */
      policy: {
        [key: string]: unknown;
      };
      /** @description The XState machine, with labels in meta, places named as they are called today */
      machine: {
        [key: string]: unknown;
      };
    };
    SimulationOrder: {
      /** @description A whole workflow file, or `{name, version?, policy}`: these numbers on that version */
      file: {
        [key: string]: unknown;
      };
      /**
       * Format: date
       * @description First day; without it a year before the last
       */
      from?: string;
      /**
       * Format: date
       * @description Last day; without it yesterday
       */
      to?: string;
    };
    FailedCaseShown: {
      number: string;
      error: string;
    };
    ComparedShown: {
      /** @description As it was */
      real: number;
      /** @description As it would have been */
      draft: number;
    };
    RungCompared: {
      /** @description As it was */
      real: number;
      /** @description As it would have been */
      draft: number;
      rung: components['schemas']['EscalationLevel'];
    };
    RefusedCountShown: {
      /** @description The command */
      type: string;
      labels: components['schemas']['LabelsShown'];
      code: string;
      message: string;
      messageZh: string;
      cases: number;
      /** @description In how many of these the case closed by it */
      closings: number;
    };
    AskedCompared: {
      /** @description As it was */
      real: number;
      /** @description As it would have been */
      draft: number;
      role: components['schemas']['Role'];
    };
    DifferenceShown: {
      /** @description The command */
      type: string;
      labels: components['schemas']['LabelsShown'];
      code: string;
      message: string;
      messageZh: string;
      /** Format: date-time */
      at: string;
      /** @description The case really closed by it */
      closes: boolean;
    };
    UnitAskedCompared: {
      /** @description As it was */
      real: number;
      /** @description As it would have been */
      draft: number;
      role: components['schemas']['Role'];
      /** Format: uuid */
      unitId: string | null;
    };
    DifferingCaseShown: {
      /** Format: uuid */
      caseId: string;
      number: string;
      /**
       * Format: date
       * @description The last due day it had
       */
      dueOn: string | null;
      /**
       * Format: date
       * @description The last due day it would have had
       */
      draftDueOn: string | null;
      /** @description Due days missed */
      late: components['schemas']['ComparedShown'];
      /** @description Rungs climbed, in order, joined by commas */
      rungs: string;
      draftRungs: string;
      /** @description Steps that would be refused or lead elsewhere; after one that moves the case nobody can know more */
      differences: components['schemas']['DifferenceShown'][];
      /** @description Who would be asked more or less often */
      asked: components['schemas']['UnitAskedCompared'][];
    };
    SimulationShown: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      /** @description Cases of the workflow that were open in that time */
      of: number;
      /** @description How many were played; fewer than `of` where there are too many for one answer */
      played: number;
      /** @description Cases whose history is archived */
      unread: number;
      /** @description Cases compared by the present calendar, which was changed since */
      recounted: number;
      /** @description Cases on which the draft itself fails */
      failed: components['schemas']['FailedCaseShown'][];
      differing: number;
      /** @description Due days missed */
      late: components['schemas']['ComparedShown'];
      rungs: components['schemas']['RungCompared'][];
      closingsRefused: number;
      refused: components['schemas']['RefusedCountShown'][];
      /** @description Orders and reminders by whom they go to */
      asked: components['schemas']['AskedCompared'][];
      cases: components['schemas']['DifferingCaseShown'][];
    };
    MigrationOrder: {
      /** @description The version the cases are on */
      from: number;
      /** @description The version they go to, which says how */
      to: number;
      /** @description True: says what would happen, and writes nothing */
      dryRun?: boolean;
      /**
       * Format: uuid
       * @description `next` of the call before, to go on after it
       */
      after?: string;
    };
    MovedShown: {
      from: string;
      fromLabels: components['schemas']['LabelsShown'];
      to: string;
      toLabels: components['schemas']['LabelsShown'];
      cases: number;
    };
    StayingShown: {
      /** Format: uuid */
      caseId: string;
      number: string;
      /** @description The state it is in */
      state: string;
      stateLabels: components['schemas']['LabelsShown'];
      code: string;
      message: string;
      messageZh: string;
    };
    CaseFaultShown: {
      number: string;
      fault: string;
      message: string;
      messageZh: string;
    };
    MigrationShown: {
      /** @description Open cases this call looked at */
      looked: number;
      /** @description How many went, or would go, from which state to which */
      moved: components['schemas']['MovedShown'][];
      /** @description Cases that stay, each with the reason */
      staying: components['schemas']['StayingShown'][];
      /** @description What does not hold of the cases that were moved: timers, columns, history; none where all is right */
      faults: components['schemas']['CaseFaultShown'][];
      /**
       * Format: uuid
       * @description Where cases are left: call again with it as `after`
       */
      next: string | null;
    };
    Withdrawn: {
      /** @description Why new cases shall not get it; kept with the version */
      reason: string;
    };
    OwnVersion: {
      /** @description The version whose numbers are changed */
      base: number;
      /** @description The whole policy as it is to be */
      policy: {
        [key: string]: unknown;
      };
      /** @description Why; kept with the version */
      note: string;
    };
    WallRate: {
      numerator: number;
      denominator: number;
      /** @description Fraction of four decimals; null over 0 */
      rate: number | null;
    };
    WallLight: {
      /** @description null: none burns */
      light: components['schemas']['Light'] | null;
      count: number;
    };
    WallCell: {
      stage: components['schemas']['Stage'];
      /** @description Open cases in this stage; struck off (resolved or unverified) for `closed` */
      count: number;
      /** @description The worst first; empty for `closed` */
      lights: components['schemas']['WallLight'][];
    };
    WallRow: {
      /**
       * Format: uuid
       * @description Lead unit; null: not yet assigned
       */
      unitId: string | null;
      name: string;
      /** @description One for each stage, in their order */
      cells: components['schemas']['WallCell'][];
      /** @description Late now, as the closure report counts them */
      overdue: number;
      closureRate: components['schemas']['WallRate'];
    };
    /** @enum {string} */
    WallMeasure: 'collected' | 'resolved' | 'unverified' | 'overdue' | 'returned' | 'extended' | 'parked' | 'reopened';
    WallMoved: {
      measure: components['schemas']['WallMeasure'];
      /** @description Cases that came to count under it today */
      came: number;
      /** @description Cases that ceased to */
      went: number;
    };
    WallChange: {
      measure: components['schemas']['WallMeasure'];
      /** Format: uuid */
      caseId: string;
      number: string;
      title: string;
      /** Format: uuid */
      unitId: string | null;
    };
    Wall: {
      /**
       * Format: date
       * @description The day of the office the figures are for
       */
      day: string;
      /**
       * Format: date-time
       * @description When they were read
       */
      at: string;
      closureRate: components['schemas']['WallRate'];
      dueAndClosedRate: components['schemas']['WallRate'];
      /** @description Late now, as the closure report counts them */
      overdue: number;
      rows: components['schemas']['WallRow'][];
      /** @description All rows together */
      total: components['schemas']['WallRow'];
      /** @description What moved today; measures that did not are left out */
      today: components['schemas']['WallMoved'][];
      /** @description The newest changes of today */
      changes: components['schemas']['WallChange'][];
    };
    NoticeShown: {
      /** @example ZG-2026-000123 */
      number: string;
      category: components['schemas']['LabelsShown'] | null;
      /** @description Name of the unit that led it */
      unit: string | null;
      /** Format: date */
      raisedOn: string;
      /**
       * Format: date
       * @description When the fix passed its check
       */
      checkedOn: string | null;
      /**
       * Format: date
       * @description Last day on which somebody may object
       */
      until: string;
      /** @description What became of it, as whoever checked the fix released it without names; null where nothing was */
      text: string | null;
    };
    NoticesShown: {
      /** @description The body whose notice it is */
      office: string;
      items: components['schemas']['NoticeShown'][];
      /** @description Cases in their notice; the first 500 are answered */
      total: number;
    };
    /** @enum {string} */
    ReceiptStepKey: 'raised' | 'assigned' | 'fixed' | 'checked' | 'visited' | 'closed';
    ReceiptStep: {
      key: components['schemas']['ReceiptStepKey'];
      /**
       * Format: date
       * @description Null: not yet
       */
      on: string | null;
      labels: components['schemas']['LabelsShown'];
    };
    ReceiptNext: {
      /**
       * Format: date
       * @description By when it may be expected
       */
      by: string | null;
      /** @description Where it stands, and what comes next */
      labels: components['schemas']['LabelsShown'];
    };
    ReceiptAnswer: {
      /** @description As the office released it */
      text: string;
    };
    ReceiptPhoto: {
      /** Format: uuid */
      id: string;
    };
    RatingShown: {
      overall: components['schemas']['Satisfaction'];
      aspects: {
        [key: string]: number;
      };
      note: string | null;
      /** Format: date */
      on: string;
      /**
       * Format: date
       * @description Last day on which it may be changed
       */
      until: string;
    };
    /** @enum {string} */
    RaiserWordKind: 'unsolved' | 'question';
    WordShown: {
      kind: components['schemas']['RaiserWordKind'];
      /** Format: date */
      on: string;
      text: string;
      /** @description What the office or the supervisors said to it */
      answer: string | null;
      /** Format: date */
      answeredOn: string | null;
      /** @description The case was reopened since */
      reopened: boolean;
    };
    ReceiptShown: {
      /** @example ZG-2026-000123 */
      number: string;
      /** @description The number it had before it was merged into this one */
      mergedFrom: string | null;
      category: components['schemas']['LabelsShown'] | null;
      /** @description What this raiser said, where the office released it */
      said: string | null;
      /** @description Stage of the case */
      stage: string;
      /** @description How it ended */
      outcome: string | null;
      steps: components['schemas']['ReceiptStep'][];
      next: components['schemas']['ReceiptNext'];
      answer?: components['schemas']['ReceiptAnswer'];
      /** @description Served by GET /api/receipts/:code/photos/:id */
      photos: components['schemas']['ReceiptPhoto'][];
      /** @description This raiser’s word on the present round */
      rating: components['schemas']['RatingShown'] | null;
      /** @description What this raiser said, oldest first */
      words: components['schemas']['WordShown'][];
      mayRate: boolean;
      mayObject: boolean;
      /**
       * Format: date
       * @description Last day to object or to say that it is not solved
       */
      objectUntil: string | null;
      mayAsk: boolean;
      /** @description Its records are archived: it is read, and nothing can be said here */
      isArchived: boolean;
    };
    AspectsGiven: {
      environment?: number;
      image?: number;
      attitude?: number;
      effect?: number;
      result?: number;
      speed?: number;
    };
    NewRating: {
      overall: components['schemas']['Satisfaction'];
      /** @description environment, image, attitude, effect, result, speed; each 1 to 5 */
      aspects?: components['schemas']['AspectsGiven'];
      note?: string;
    };
    ReceiptTaken: {
      /** @example ZG-2026-000123 */
      number: string;
    };
    NewObjection: {
      /** @description Read by the office and the units of the case */
      text: string;
      /** @description Number of the case, where the code belongs to several */
      number?: string;
    };
    NewQuestion: {
      /** @description Answered by the office */
      text: string;
    };
    ReceiptOfCase: {
      /** Format: uuid */
      raiserId: string;
      /** @description Place among the raisers of the case */
      position: number;
      /** @description False: withdrawn, and none issued since */
      isIssued: boolean;
      /**
       * Format: date-time
       * @description When a slip was printed last
       */
      printedAt: string | null;
      printedByName: string | null;
      /** @description What this raiser said, as it was released to them */
      said: string | null;
    };
    RatingByReceipt: {
      /** Format: uuid */
      raiserId: string;
      /** @description Place of the round of visits it is about */
      round: number;
      /** Format: date */
      on: string;
      overall: components['schemas']['Satisfaction'];
      /** @description environment, image, attitude, effect, result, speed */
      aspects: {
        [key: string]: number;
      };
      note: string | null;
      /** @description Lower than what the visit of that round wrote down */
      belowVisit: boolean;
    };
    WordByReceipt: {
      /** Format: uuid */
      raiserId: string;
      kind: components['schemas']['RaiserWordKind'];
      /** Format: date */
      on: string;
      text: string;
      answer: string | null;
      /** Format: date */
      answeredOn: string | null;
      /** @description Waits for an answer or a decision */
      isOpen: boolean;
    };
    ReceiptsOfCase: {
      receipts: components['schemas']['ReceiptOfCase'][];
      /** @description What was done, as released */
      text: string | null;
      /** @description Files that were released */
      photos: string[];
      /** @description Raisers’ own words, beside the visits */
      ratings: components['schemas']['RatingByReceipt'][];
      words: components['schemas']['WordByReceipt'][];
      /** @description This person may print, withdraw and issue receipts of the case */
      mayPrint: boolean;
    };
    PrintInput: {
      /**
       * Format: uuid
       * @description One raiser of the case; all where it is left out
       */
      raiserId?: string;
    };
    Slip: {
      /** Format: uuid */
      raiserId: string;
      /** @example ZG-2026-000123 */
      number: string;
      /** @description For the raiser: with it they see where it stands, rate the result and say that it is not solved */
      receiptCode: string;
      /** @description Address of the raiser’s page */
      url: string;
      /** @description The address as a QR code, SVG */
      qr: string;
      /**
       * Format: date
       * @description When it was raised
       */
      raisedOn: string;
      /** @description Who spoke at the meeting; for the desk, not for the slip */
      participantId: string | null;
    };
    Slips: {
      /** @description The body that issues them */
      office: string;
      /** @description Address under which a code is typed */
      address: string;
      slips: components['schemas']['Slip'][];
    };
    ReceiptReason: {
      /** @description Why, in words; it stands in the access log */
      reason: string;
    };
    FeedShown: {
      /**
       * Format: date-time
       * @description When one’s address was made; null where there is none
       */
      madeAt: string | null;
    };
    FeedMade: {
      /**
       * @description Path of the private address, told this once; whoever has it reads one’s deadlines
       * @example /api/feeds/3q2-7wAAAA…/deadlines.ics
       */
      path: string;
    };
    Open311Endpoint: {
      /** @example http://wiki.open311.org/GeoReport_v2 */
      specification: string;
      /** @example https://zhenggai.example.gov.cn/api/open311/v2 */
      url: string;
      /** @example 2026-11-30T00:00:00+08:00 */
      changeset: string;
      /** @enum {string} */
      type: 'production';
      /**
       * @example [
       *       "application/json",
       *       "text/xml"
       *     ]
       */
      formats: string[];
    };
    Open311Discovery: {
      /** @example 2026-11-30T00:00:00+08:00 */
      changeset: string;
      /**
       * @description The body that answers
       * @example 某某公安局
       */
      contact: string;
      /** @description How an app comes by its key */
      key_service: string;
      endpoints: components['schemas']['Open311Endpoint'][];
    };
    Open311ServiceShown: {
      /** @example publicOrder */
      service_code: string;
      /** @example 治安秩序 */
      service_name: string;
      /** @example 治安秩序 */
      description: string;
      /**
       * @description No service asks for more than the fields of a request
       * @example false
       */
      metadata: boolean;
      /**
       * @description The number of a request is told at once
       * @enum {string}
       */
      type: 'realtime';
      /** @description Separated by commas; the names in both languages */
      keywords: string;
      /** @description The category above; empty where there is none */
      group: string;
    };
    Open311Definition: {
      /** @example publicOrder */
      service_code: string;
      /**
       * @description Always empty
       * @example []
       */
      attributes: string[];
    };
    Open311Submission: {
      /** @description Token of a clerk; or as bearer in the header Authorization */
      api_key?: string;
      /** @example publicOrder */
      service_code: string;
      description: string;
      address_string?: string;
      /** @description Of an address register; the office sees it */
      address_id?: string;
      /** @example 31.2304 */
      lat?: string;
      /** @example 121.4737 */
      long?: string;
      /** @description Encrypted, as are all below it */
      first_name?: string;
      last_name?: string;
      email?: string;
      phone?: string;
      /** @description Kept as text, never fetched */
      media_url?: string;
    };
    Open311Filed: {
      /** @example ZG-2026-000123 */
      service_request_id: string;
      /**
       * @description For whoever raised it and nobody else: the address of their page
       * @example 办理进度 https://zhenggai.example.gov.cn/r/… / Follow it at https://zhenggai.example.gov.cn/r/…
       */
      service_notice: string;
      /**
       * @description Always null: no accounts are kept
       * @example null
       */
      account_id: string | null;
    };
    Open311Token: {
      /** @example ZG-2026-000123 */
      service_request_id: string;
      /** @example ZG-2026-000123 */
      token: string;
    };
    Open311Request: {
      /** @example ZG-2026-000123 */
      service_request_id: string;
      /** @enum {string} */
      status: 'open' | 'closed';
      /** @description Once closed, what was released for the public notice */
      status_notes: string | null;
      /** @example 治安秩序 */
      service_name: string | null;
      /** @example publicOrder */
      service_code: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      description: string | null;
      /**
       * @description The unit that works on it
       * @example 城东派出所
       */
      agency_responsible: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      service_notice: string | null;
      /** Format: date-time */
      requested_datetime: string;
      /** Format: date-time */
      updated_datetime: string;
      /**
       * Format: date-time
       * @description End of the due day, while open
       */
      expected_datetime: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      address: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      address_id: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      zipcode: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      lat: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      long: string | null;
      /**
       * @description Always null: not told to everybody
       * @example null
       */
      media_url: string | null;
    };
    HotlineCaller: {
      name?: string;
      /** @description Telephone or address; encrypted at rest */
      contact?: string;
      anonymous?: boolean;
    };
    HotlineReport: {
      /**
       * @description The platform’s number: the same again is the same case
       * @example RX20260302000123
       */
      number: string;
      /** @description Without it the beginning of the text */
      title?: string;
      text: string;
      /** @description Taken where it is the name of a category of ours, else shown */
      category?: string;
      /**
       * @description When it was said, as the platform writes it
       * @example 2026-03-02 09:12:00
       */
      raisedAt?: string;
      /**
       * Format: date
       * @description Shown to the office, which gives the case its day when it assigns it
       */
      dueOn?: string;
      /** @description Left out: anonymous */
      caller?: components['schemas']['HotlineCaller'];
      /** @description Whom the platform thinks responsible; shown to the office */
      unit?: string;
    };
    HotlineReceived: {
      /** @example RX20260302000123 */
      number: string;
      /**
       * @description Our number of the case
       * @example ZG-2026-000123
       */
      ourNumber: string;
      /** @description Where the caller sees where it stands; null once withdrawn */
      receipt: string | null;
      /** @description It was received before; nothing was done again */
      repeated: boolean;
    };
    /** @enum {string} */
    HotlineAnswerKind: 'interim' | 'final';
    HotlineOwedShown: {
      /** Format: uuid */
      caseId: string;
      caseNumber: string;
      platform: string;
      number: string;
      kind: components['schemas']['HotlineAnswerKind'];
      /**
       * Format: date
       * @description By when the office should answer
       */
      by: string;
    };
    HotlineOwedList: {
      /** @description The earliest day first */
      items: components['schemas']['HotlineOwedShown'][];
    };
    /**
     * @description How it went out
     * @enum {string}
     */
    DeliveryState: 'queued' | 'sent' | 'dropped' | 'dead';
    HotlineAnswerShown: {
      /** Format: uuid */
      id: string;
      kind: components['schemas']['HotlineAnswerKind'];
      text: string;
      /** Format: date-time */
      at: string;
      byName: string;
      /** @description How it went out */
      state: components['schemas']['DeliveryState'] | null;
    };
    HotlineOfCase: {
      platform: string;
      number: string;
      category: string | null;
      unit: string | null;
      /** @description As the platform wrote it */
      raisedAt: string | null;
      /**
       * Format: date
       * @description The day the platform asks for; not the due day of the case
       */
      dueOn: string | null;
      /** Format: date-time */
      receivedAt: string;
      /** @description There is a way for answers to go */
      canAnswer: boolean;
      /** @description Which answer could be given now */
      next: components['schemas']['HotlineAnswerKind'] | null;
      /** @description The first one first */
      answers: components['schemas']['HotlineAnswerShown'][];
    };
    HotlineOfCaseOrNone: {
      /** @description Null: the case came from no platform */
      hotline: components['schemas']['HotlineOfCase'] | null;
    };
    NewHotlineAnswer: {
      /**
       * Format: uuid
       * @description Made by the client, so that a retry answers nothing twice
       */
      id?: string;
      kind: components['schemas']['HotlineAnswerKind'];
      /** @description Without the name or contact of anybody who raised it */
      text: string;
    };
    HotlineMapping: {
      /** @example order.orderNo */
      number?: string;
      title?: string;
      /** @example order.content */
      text?: string;
      category?: string;
      raisedAt?: string;
      dueOn?: string;
      unit?: string;
      callerName?: string;
      callerContact?: string;
      callerAnonymous?: string;
    };
    PlatformView: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * Format: uuid
       * @description The office whose clerks have in triage what comes
       */
      officeUnitId: string;
      /**
       * Format: uuid
       * @description Of a call whose own category is none of ours
       */
      categoryId: string;
      /**
       * Format: uuid
       * @description The webhook by which answers go; it has to hear of hotline.answer
       */
      webhookId: string | null;
      /** @description Dot paths in the platform’s body, by our field; without one our own */
      mapping: components['schemas']['HotlineMapping'];
      /** @description Working days in which an interim answer is owed, and after closing the final one */
      answerDays: number;
      /** @description False: what it sends is refused */
      active: boolean;
      /** Format: uuid */
      id: string;
      /**
       * @description Its name in the address
       * @example city-12345
       */
      code: string;
      /**
       * @description Where it sends
       * @example /api/hotline/city-12345
       */
      path: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then the former secret is taken as well
       */
      formerUntil: string | null;
    };
    NewPlatformInput: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * Format: uuid
       * @description The office whose clerks have in triage what comes
       */
      officeUnitId: string;
      /**
       * Format: uuid
       * @description Of a call whose own category is none of ours
       */
      categoryId: string;
      /**
       * Format: uuid
       * @description The webhook by which answers go; it has to hear of hotline.answer
       */
      webhookId: string | null;
      /** @description Dot paths in the platform’s body, by our field; without one our own */
      mapping: components['schemas']['HotlineMapping'];
      /** @description Working days in which an interim answer is owed, and after closing the final one */
      answerDays: number;
      /** @description False: what it sends is refused */
      active: boolean;
      /**
       * @description Its name in the address
       * @example city-12345
       */
      code: string;
    };
    PlatformWithSecret: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * Format: uuid
       * @description The office whose clerks have in triage what comes
       */
      officeUnitId: string;
      /**
       * Format: uuid
       * @description Of a call whose own category is none of ours
       */
      categoryId: string;
      /**
       * Format: uuid
       * @description The webhook by which answers go; it has to hear of hotline.answer
       */
      webhookId: string | null;
      /** @description Dot paths in the platform’s body, by our field; without one our own */
      mapping: components['schemas']['HotlineMapping'];
      /** @description Working days in which an interim answer is owed, and after closing the final one */
      answerDays: number;
      /** @description False: what it sends is refused */
      active: boolean;
      /** Format: uuid */
      id: string;
      /**
       * @description Its name in the address
       * @example city-12345
       */
      code: string;
      /**
       * @description Where it sends
       * @example /api/hotline/city-12345
       */
      path: string;
      /** Format: date-time */
      createdAt: string;
      /**
       * Format: date-time
       * @description Until then the former secret is taken as well
       */
      formerUntil: string | null;
      /**
       * @description Shown this once
       * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
       */
      secret: string;
    };
    PlatformInput: {
      /** @example 市 12345 平台 */
      name: string;
      /**
       * Format: uuid
       * @description The office whose clerks have in triage what comes
       */
      officeUnitId: string;
      /**
       * Format: uuid
       * @description Of a call whose own category is none of ours
       */
      categoryId: string;
      /**
       * Format: uuid
       * @description The webhook by which answers go; it has to hear of hotline.answer
       */
      webhookId: string | null;
      /** @description Dot paths in the platform’s body, by our field; without one our own */
      mapping: components['schemas']['HotlineMapping'];
      /** @description Working days in which an interim answer is owed, and after closing the final one */
      answerDays: number;
      /** @description False: what it sends is refused */
      active: boolean;
    };
    Health: {
      /** @enum {string} */
      status: 'ok';
      /**
       * @description The release that runs
       * @example 0.1.0
       */
      version: string;
    };
    GeoReportError: {
      /**
       * @description The status of the answer
       * @example 404
       */
      code: number;
      /**
       * @description 中文 / English
       * @example 找不到服务 / No such service
       */
      description: string;
    };
  };
  responses: {
    /** @description Malformed */
    Malformed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "request.malformed",
         *       "message": "The request is malformed: title",
         *       "messageZh": "请求格式有误：title",
         *       "details": {
         *         "fields": [
         *           {
         *             "field": "title",
         *             "problem": "must be a text of 1 to 200 characters on one line"
         *           }
         *         ]
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Malformed */
    GeoReportMalformed: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 400,
         *         "description": "请求格式有误：title / The request is malformed: title"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Not signed in, the session is over, or somebody else is signed in by now */
    NotSignedIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "access.signInFirst",
         *       "message": "Sign in first",
         *       "messageZh": "请先登录"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Not signed in, the session is over, or somebody else is signed in by now */
    GeoReportNotSignedIn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 401,
         *         "description": "请先登录 / Sign in first"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Not for this person, or sent by the page of another site, or a start password is to be changed first */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "access.roleMissing",
         *       "message": "Your roles do not allow this",
         *       "messageZh": "您的角色不能进行此操作"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Not for this person, or sent by the page of another site, or a start password is to be changed first */
    GeoReportForbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 403,
         *         "description": "您的角色不能进行此操作 / Your roles do not allow this"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Not there, or not to be known to this person */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "case.notFound",
         *       "message": "No such case",
         *       "messageZh": "找不到事项"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Not there, or not to be known to this person */
    GeoReportNotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 404,
         *         "description": "找不到事项 / No such case"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Something came in between: the version that was seen is an old one, or the id is that of something else */
    CameInBetween: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "case.stale",
         *       "message": "The case has changed since you read it",
         *       "messageZh": "事项已被他人更新，请刷新后再办",
         *       "details": {
         *         "version": 7
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Something came in between: the version that was seen is an old one, or the id is that of something else */
    GeoReportCameInBetween: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 409,
         *         "description": "事项已被他人更新，请刷新后再办 / The case has changed since you read it"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Another version of the protocol */
    OtherProtocol: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "upload.protocol",
         *       "message": "The header Tus-Resumable must be 1.0.0",
         *       "messageZh": "请求头 Tus-Resumable 应为 1.0.0"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Another version of the protocol */
    GeoReportOtherProtocol: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 412,
         *         "description": "请求头 Tus-Resumable 应为 1.0.0 / The header Tus-Resumable must be 1.0.0"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Too large */
    TooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "request.tooLarge",
         *       "message": "The request is too large",
         *       "messageZh": "请求内容过大",
         *       "details": {
         *         "mostBytes": 65536
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Too large */
    GeoReportTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 413,
         *         "description": "请求内容过大 / The request is too large"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Not a kind of content that is taken */
    UnsupportedMedia: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "request.unsupportedMedia",
         *       "message": "Unsupported content type or encoding",
         *       "messageZh": "不支持的内容类型或编码"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Not a kind of content that is taken */
    GeoReportUnsupportedMedia: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 415,
         *         "description": "不支持的内容类型或编码 / Unsupported content type or encoding"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Refused by a rule, which the code names */
    RefusedByRule: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "rule.isOutsideLeadUnit",
         *       "message": "The lead unit does not check its own fix",
         *       "messageZh": "牵头单位不能核查自己的整改"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Refused by a rule, which the code names */
    GeoReportRefusedByRule: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 422,
         *         "description": "牵头单位不能核查自己的整改 / The lead unit does not check its own fix"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Too many at once or in a row */
    TooMany: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "request.tooMany",
         *       "message": "Too many requests; try again in 20 seconds",
         *       "messageZh": "请求过于频繁，请 20 秒后再试",
         *       "details": {
         *         "retryAfterSeconds": 20
         *       }
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Too many at once or in a row */
    GeoReportTooMany: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 429,
         *         "description": "请求过于频繁，请 20 秒后再试 / Too many requests; try again in 20 seconds"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
    /** @description Cannot be answered at the moment; a command sent again with the same id tells what became of it */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example {
         *       "code": "service.unavailable",
         *       "message": "The service is not available at the moment; try again later",
         *       "messageZh": "服务暂时不可用，请稍后再试"
         *     }
         */
        'application/json': components['schemas']['ErrorBody'];
      };
    };
    /** @description Cannot be answered at the moment; a command sent again with the same id tells what became of it */
    GeoReportUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        /**
         * @example [
         *       {
         *         "code": 503,
         *         "description": "服务暂时不可用，请稍后再试 / The service is not available at the moment; try again later"
         *       }
         *     ]
         */
        'application/json': components['schemas']['GeoReportError'][];
        'text/xml': components['schemas']['GeoReportError'][];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  Results_owing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingTitle": "滨河社区警民恳谈会",
           *           "heldOn": "2026-11-27",
           *           "opinionId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "seq": 3,
           *           "caseNumber": "ZG-2026-000123",
           *           "kind": "settled",
           *           "told": "solved",
           *           "toldDay": "2026-11-27",
           *           "class": "solved",
           *           "by": "2026-11-27"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OwedList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "title": "滨河路夜间飙车扰民",
           *       "kind": "publicInput",
           *       "heldOn": "2026-11-27",
           *       "place": "滨河社区",
           *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "participants": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "standing": "npcDeputy",
           *           "hasContact": false
           *         }
           *       ],
           *       "lines": [
           *         {
           *           "seq": 3,
           *           "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "outcome": "adopted",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "opinionId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "basis": "untriaged",
           *           "factsClass": "solved",
           *           "class": "solved",
           *           "sentence": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "dueOn": "2026-11-27",
           *           "solvedOn": "2026-11-27",
           *           "unit": "城东分局",
           *           "said": "said",
           *           "wording": {
           *             "words": "words",
           *             "class": "solved",
           *             "reason": "经办回访，核对反映人电话",
           *             "plannedOn": "2026-11-27"
           *           },
           *           "missing": "triage",
           *           "isReleased": false,
           *           "owed": "settled",
           *           "answers": [
           *             {
           *               "seq": 3,
           *               "class": "solved",
           *               "factsClass": "solved",
           *               "reason": "经办回访，核对反映人电话",
           *               "sentence": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "said": "said",
           *               "solvedOn": "2026-11-27",
           *               "dueOn": "2026-11-27",
           *               "releasedAt": "2026-11-27T01:30:00.000Z",
           *               "releasedByName": "releasedByName"
           *             }
           *           ]
           *         }
           *       ],
           *       "counts": {
           *         "solved": 3,
           *         "answered": 3,
           *         "unverified": 3,
           *         "planned": 3,
           *         "notPossible": 3,
           *         "untriaged": 3,
           *         "departing": 3
           *       },
           *       "links": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "path": "/m/7K2QX…",
           *           "madeAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ResultsShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_agenda: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "title": "滨河路夜间飙车扰民",
           *       "kind": "publicInput",
           *       "heldOn": "2026-11-27",
           *       "place": "滨河社区",
           *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "earlier": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "title": "滨河路夜间飙车扰民",
           *           "heldOn": "2026-11-27",
           *           "opinions": 3,
           *           "untriaged": 3,
           *           "untold": 3,
           *           "promises": [
           *             {
           *               "seq": 3,
           *               "text": "滨河路夜间飙车扰民，居民无法休息",
           *               "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "caseNumber": "ZG-2026-000123",
           *               "said": "said",
           *               "state": "kept",
           *               "promisedOn": "2026-11-27",
           *               "solvedOn": "2026-11-27",
           *               "dueOn": "2026-11-27",
           *               "unit": "城东分局"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['AgendaShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_word: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        opinionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "said": "said",
         *       "words": "words",
         *       "class": "solved",
         *       "reason": "经办回访，核对反映人电话",
         *       "plannedOn": "2026-11-27"
         *     }
         */
        'application/json': components['schemas']['WordingInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_release: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "released": 3
           *     }
           */
          'application/json': components['schemas']['Released'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_makeLinks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['LinkInput'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_open: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_revoke: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        linkId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Results_page: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "title": "滨河路夜间飙车扰民",
           *       "kind": "publicInput",
           *       "heldOn": "2026-11-27",
           *       "host": "host",
           *       "isPublic": false,
           *       "name": "王敏",
           *       "standing": "npcDeputy",
           *       "lines": [
           *         {
           *           "seq": 3,
           *           "said": "said",
           *           "class": "solved",
           *           "sentence": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "unit": "城东分局",
           *           "solvedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "toldOn": "2026-11-27",
           *           "receipt": "/r/7K2Q-…",
           *           "earlier": [
           *             {
           *               "class": "solved",
           *               "sentence": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "toldOn": "2026-11-27"
           *             }
           *           ]
           *         }
           *       ],
           *       "others": 3
           *     }
           */
          'application/json': components['schemas']['ResultPageShown'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_list: {
    parameters: {
      query?: {
        /** @description 50 where not given */
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "title": "滨河路夜间飙车扰民",
           *           "kind": "publicInput",
           *           "heldOn": "2026-11-27",
           *           "place": "滨河社区",
           *           "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "participants": 3,
           *           "opinions": 3,
           *           "untriaged": 3
           *         }
           *       ],
           *       "nextCursor": "WyIyMDI2LTExLTIwIl0"
           *     }
           */
          'application/json': components['schemas']['MeetingsPage'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "title": "滨河路夜间飙车扰民",
         *       "kind": "publicInput",
         *       "heldOn": "2026-11-27",
         *       "place": "滨河社区",
         *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "participants": [
         *         {
         *           "name": "王敏",
         *           "standing": "npcDeputy",
         *           "contact": "13800000000"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['MeetingInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "title": "滨河路夜间飙车扰民",
           *       "kind": "publicInput",
           *       "heldOn": "2026-11-27",
           *       "place": "滨河社区",
           *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "participants": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "standing": "npcDeputy",
           *           "hasContact": false
           *         }
           *       ],
           *       "opinions": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "seq": 3,
           *           "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "outcome": "adopted",
           *           "answer": "已列入本月夜查",
           *           "triagedAt": "2026-11-27T01:30:00.000Z",
           *           "triagedByName": "王敏",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseStage": "collected",
           *           "caseLight": "green"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['MeetingShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "title": "滨河路夜间飙车扰民",
           *       "kind": "publicInput",
           *       "heldOn": "2026-11-27",
           *       "place": "滨河社区",
           *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "participants": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "standing": "npcDeputy",
           *           "hasContact": false
           *         }
           *       ],
           *       "opinions": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "seq": 3,
           *           "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "outcome": "adopted",
           *           "answer": "已列入本月夜查",
           *           "triagedAt": "2026-11-27T01:30:00.000Z",
           *           "triagedByName": "王敏",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseStage": "collected",
           *           "caseLight": "green"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['MeetingShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Corrections_meeting: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "title": "滨河路夜间飙车扰民",
         *       "kind": "publicInput",
         *       "heldOn": "2026-11-27",
         *       "place": "滨河社区",
         *       "hostUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['MeetingPatch'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_join: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "standing": "npcDeputy",
         *       "contact": "13800000000",
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['ParticipantAddition'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "name": "王敏",
           *       "standing": "npcDeputy",
           *       "hasContact": false
           *     }
           */
          'application/json': components['schemas']['ParticipantShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_joinMany: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example [
         *       {
         *         "name": "王敏",
         *         "standing": "npcDeputy",
         *         "contact": "13800000000",
         *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *       }
         *     ]
         */
        'application/json': components['schemas']['ParticipantAddition'][];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "name": "王敏",
           *         "standing": "npcDeputy",
           *         "hasContact": false
           *       }
           *     ]
           */
          'application/json': components['schemas']['ParticipantShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_log: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example [
         *       {
         *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "text": "滨河路夜间飙车扰民，居民无法休息",
         *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *       }
         *     ]
         */
        'application/json': components['schemas']['OpinionInput'][];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "similar": [
           *           {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "number": "ZG-2026-000123",
           *             "stage": "collected",
           *             "light": "green",
           *             "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "dueOn": "2026-11-27",
           *             "title": "滨河路夜间飙车扰民",
           *             "similarity": 0.62
           *           }
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['LoggedOpinion'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Meetings_similar: {
    parameters: {
      query: {
        text: string;
        /** @description 5 where not given */
        limit?: number;
        /** @description Of closed cases too; open ones alone where not given */
        closed?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "stage": "collected",
           *         "light": "green",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "dueOn": "2026-11-27",
           *         "title": "滨河路夜间飙车扰民",
           *         "similarity": 0.62
           *       }
           *     ]
           */
          'application/json': components['schemas']['SimilarCaseShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Corrections_participant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        participant: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "standing": "npcDeputy",
         *       "contact": "13800000000"
         *     }
         */
        'application/json': components['schemas']['ParticipantPatch'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Corrections_opinion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        opinion: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "text": "滨河路夜间飙车扰民，居民无法休息",
         *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['OpinionPatch'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Corrections_list: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "kind": "meeting",
           *         "aboutId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "before": {
           *           "text": "路灯不亮"
           *         },
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "by": "by"
           *       }
           *     ]
           */
          'application/json': components['schemas']['CorrectionShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Triage_many: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example [
         *       {
         *         "opinionId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "action": "adopt",
         *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "reply": "工作日 9:00 至 17:00，中午不休息",
         *         "reason": "经办回访，核对反映人电话",
         *         "title": "滨河路夜间飙车扰民",
         *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "supportingUnitIds": [
         *           "supportingUnitIds"
         *         ],
         *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "workflow": "rectification",
         *         "dueOn": "2026-11-27",
         *         "isKey": false,
         *         "milestones": [
         *           {
         *             "name": "王敏",
         *             "dueOn": "2026-11-27"
         *           }
         *         ]
         *       }
         *     ]
         */
        'application/json': components['schemas']['TriageLineInput'][];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "opinionId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "ok": true,
           *         "answer": {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "seq": 3,
           *           "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "outcome": "adopted",
           *           "answer": "已列入本月夜查",
           *           "triagedAt": "2026-11-27T01:30:00.000Z",
           *           "triagedByName": "王敏",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseStage": "collected",
           *           "receiptCode": ""
           *         }
           *       }
           *     ]
           */
          'application/json': components['schemas']['TriageResult'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Triage_adopt: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "title": "滨河路夜间飙车扰民",
         *       "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "supportingUnitIds": [
         *         "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *       ],
         *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "workflow": "rectification",
         *       "dueOn": "2026-11-27",
         *       "isKey": false,
         *       "milestones": [
         *         {
         *           "name": "王敏",
         *           "dueOn": "2026-11-27"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['AdoptInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "seq": 3,
           *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "outcome": "adopted",
           *       "answer": "已列入本月夜查",
           *       "triagedAt": "2026-11-27T01:30:00.000Z",
           *       "triagedByName": "王敏",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseNumber": "ZG-2026-000123",
           *       "caseStage": "collected",
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['TriageShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Triage_merge: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['MergeInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "seq": 3,
           *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "outcome": "adopted",
           *       "answer": "已列入本月夜查",
           *       "triagedAt": "2026-11-27T01:30:00.000Z",
           *       "triagedByName": "王敏",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseNumber": "ZG-2026-000123",
           *       "caseStage": "collected",
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['TriageShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Triage_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "reply": "工作日 9:00 至 17:00，中午不休息"
         *     }
         */
        'application/json': components['schemas']['AnswerInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "seq": 3,
           *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "outcome": "adopted",
           *       "answer": "已列入本月夜查",
           *       "triagedAt": "2026-11-27T01:30:00.000Z",
           *       "triagedByName": "王敏",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseNumber": "ZG-2026-000123",
           *       "caseStage": "collected",
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['TriageShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Triage_decline: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "reason": "经办回访，核对反映人电话"
         *     }
         */
        'application/json': components['schemas']['DeclineInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "seq": 3,
           *       "participantId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "outcome": "adopted",
           *       "answer": "已列入本月夜查",
           *       "triagedAt": "2026-11-27T01:30:00.000Z",
           *       "triagedByName": "王敏",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseNumber": "ZG-2026-000123",
           *       "caseStage": "collected",
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['TriageShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Alike_of: {
    parameters: {
      query?: {
        /** @description The unit whose cases are asked for, with those below it; the lead unit if none */
        unitId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "closedOn": "2026-11-27",
           *         "title": "滨河路夜间飙车扰民",
           *         "similarity": 0.62,
           *         "lastingMeasure": "lastingMeasure",
           *         "noLastingMeasureReason": "noLastingMeasureReason"
           *       }
           *     ]
           */
          'application/json': components['schemas']['AlikeShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  CaseList_list: {
    parameters: {
      query?: {
        stage?: components['schemas']['Stage'];
        light?: components['schemas']['Light'];
        /** @description Lead unit, with everything below it */
        unitId?: string;
        /** @description Exactly this lead unit; none: not assigned */
        leadUnitId?: string;
        /** @description Category, with its children */
        categoryId?: string;
        /** @description Exactly this category; none: without one */
        exactCategoryId?: string;
        source?: components['schemas']['Source'];
        /** @description Meeting; none: not from a meeting */
        meetingId?: string;
        planId?: string;
        overdue?: boolean;
        outcome?: components['schemas']['Outcome'];
        track?: components['schemas']['Track'];
        /** @description Words that must all occur, in any order: in title or description, or as the last digits of the number, the number in another system, a word of the meeting’s title, or, for the office, the exact name of who raised it */
        q?: string;
        /** @description The cases behind this figure of the closure report */
        measure?: components['schemas']['ListMeasure'];
        /** @description With measure: the day of the report; today by default */
        asOf?: string;
        /** @description With measure: only cases that came to count under it on this day or later */
        since?: string;
        /** @description First day of collection */
        from?: string;
        /** @description Last day of collection */
        to?: string;
        /** @description First due day */
        dueFrom?: string;
        /** @description Last due day */
        dueTo?: string;
        /** @description First day of closing; closed cases only */
        closedFrom?: string;
        /** @description Last day of closing; closed cases only */
        closedTo?: string;
        /** @description A person who is leader or liaison of the lead unit, or has worked on the case for a unit */
        personId?: string;
        takenOver?: 'include' | 'exclude';
        /** @description dueOn and urgency: most urgent first, closed cases last; collectedOn (default), number and closedOn: newest first; title, unit, category, source and stage: for lists of at most 10,000 cases */
        sort?: components['schemas']['CaseSort'];
        /** @description Where not given, as said for each sort: urgency from the most urgent is desc, dueOn from the earliest asc */
        order?: components['schemas']['SortDirection'];
        /** @description 50 by default */
        limit?: number;
        /** @description nextCursor of the page before, with the same filters and sort */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "version": 3,
           *           "stage": "collected",
           *           "stateLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "light": "green",
           *           "source": "meeting",
           *           "track": "standard",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "isKey": false,
           *           "collectedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "clock": {
           *             "state": "notStarted",
           *             "day": "2026-11-27",
           *             "days": 3,
           *             "provisional": false,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "outcome": "resolved",
           *           "closedOn": "2026-11-27",
           *           "title": "滨河路夜间飙车扰民",
           *           "leadUnit": {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "name": "王敏"
           *           },
           *           "category": {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "provisional": false,
           *           "remaining": 3,
           *           "workingDaysLate": 3
           *         }
           *       ],
           *       "nextCursor": "WyIyMDI2LTExLTIwIl0",
           *       "total": 3,
           *       "totalIsEstimate": false,
           *       "wordsTooCommon": false
           *     }
           */
          'application/json': components['schemas']['CaseList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Cases_collect: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "title": "滨河路夜间飙车扰民",
         *       "description": "滨河路夜间常有改装车飙车，居民无法休息",
         *       "source": "meeting",
         *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "isKey": false,
         *       "workflow": "rectification",
         *       "externalNumber": "externalNumber",
         *       "raiser": {
         *         "name": "王敏",
         *         "contact": "13800000000",
         *         "anonymous": false,
         *         "confidential": false
         *       }
         *     }
         */
        'application/json': components['schemas']['CollectInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "case": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "version": 3,
           *         "stage": "collected",
           *         "state": "rectifying",
           *         "stateLabels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "stateValue": {},
           *         "workflow": {
           *           "name": "王敏",
           *           "version": 3,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "isNewer": false
           *         },
           *         "light": "green",
           *         "source": "meeting",
           *         "track": "standard",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "supportingUnitIds": [
           *           "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         ],
           *         "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "isKey": false,
           *         "raisedOutside": false,
           *         "takenOver": false,
           *         "collectedOn": "2026-11-27",
           *         "collectedAt": "2026-11-27T01:30:00.000Z",
           *         "assignedAt": "2026-11-27T01:30:00.000Z",
           *         "acceptedAt": "2026-11-27T01:30:00.000Z",
           *         "dueOn": "2026-11-27",
           *         "dueProvisional": false,
           *         "clock": {
           *           "state": "notStarted",
           *           "day": "2026-11-27",
           *           "days": 3,
           *           "provisional": false,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         },
           *         "account": {
           *           "budget": 3,
           *           "startedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "dueProvisional": false,
           *           "used": 3,
           *           "remaining": 3,
           *           "paused": [
           *             {
           *               "from": "2026-11-27",
           *               "to": "2026-11-27",
           *               "reason": "经办回访，核对反映人电话",
           *               "remaining": 3
           *             }
           *           ],
           *           "pausedDays": 3,
           *           "extensions": [
           *             {
           *               "days": 3,
           *               "reason": "经办回访，核对反映人电话",
           *               "askedOn": "2026-11-27",
           *               "askedBy": "askedBy",
           *               "grantedOn": "2026-11-27",
           *               "grantedBy": "grantedBy",
           *               "from": "2026-11-27",
           *               "to": "2026-11-27"
           *             }
           *           ],
           *           "extendedDays": 3,
           *           "workingDaysLate": 3,
           *           "breaches": [
           *             {
           *               "period": 3,
           *               "dueOn": "2026-11-27",
           *               "until": "2026-11-27",
           *               "days": 3
           *             }
           *           ],
           *           "workingDaysLateInAll": 3
           *         },
           *         "milestones": [
           *           {
           *             "name": "王敏",
           *             "dueOn": "2026-11-27",
           *             "doneOn": "2026-11-27"
           *           }
           *         ],
           *         "extension": {
           *           "days": 3,
           *           "reason": "经办回访，核对反映人电话",
           *           "askedOn": "2026-11-27",
           *           "askedBy": "askedBy",
           *           "grantedOn": "2026-11-27",
           *           "grantedBy": "grantedBy",
           *           "from": "2026-11-27",
           *           "to": "2026-11-27"
           *         },
           *         "reviewOn": "2026-11-27",
           *         "visitDueOn": "2026-11-27",
           *         "attempts": [
           *           "2026-11-27"
           *         ],
           *         "declines": 3,
           *         "returns": 3,
           *         "relapses": 3,
           *         "outcome": "resolved",
           *         "closedOn": "2026-11-27",
           *         "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *       },
           *       "events": [
           *         {
           *           "seq": 3,
           *           "type": "ACCEPT",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "actor": {
           *             "userId": "userId",
           *             "name": "王敏",
           *             "unitId": "unitId",
           *             "via": "web"
           *           },
           *           "commandId": "commandId",
           *           "payload": {},
           *           "before": {},
           *           "after": {},
           *           "effects": [
           *             {}
           *           ],
           *           "inNameOf": {
           *             "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "name": "王敏"
           *           }
           *         }
           *       ],
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['CollectAnswer'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Cases_one: {
    parameters: {
      query?: {
        /** @description What may be done in the name of this person, who is absent, and in no other */
        absentId?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "number": "ZG-2026-000123",
           *       "version": 3,
           *       "stage": "collected",
           *       "state": "rectifying",
           *       "stateLabels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "stateValue": {},
           *       "workflow": {
           *         "name": "王敏",
           *         "version": 3,
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "isNewer": false
           *       },
           *       "light": "green",
           *       "source": "meeting",
           *       "track": "standard",
           *       "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "supportingUnitIds": [
           *         "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *       ],
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "isKey": false,
           *       "raisedOutside": false,
           *       "takenOver": false,
           *       "collectedOn": "2026-11-27",
           *       "collectedAt": "2026-11-27T01:30:00.000Z",
           *       "assignedAt": "2026-11-27T01:30:00.000Z",
           *       "acceptedAt": "2026-11-27T01:30:00.000Z",
           *       "dueOn": "2026-11-27",
           *       "dueProvisional": false,
           *       "clock": {
           *         "state": "notStarted",
           *         "day": "2026-11-27",
           *         "days": 3,
           *         "provisional": false,
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         }
           *       },
           *       "account": {
           *         "budget": 3,
           *         "startedOn": "2026-11-27",
           *         "dueOn": "2026-11-27",
           *         "dueProvisional": false,
           *         "used": 3,
           *         "remaining": 3,
           *         "paused": [
           *           {
           *             "from": "2026-11-27",
           *             "to": "2026-11-27",
           *             "reason": "经办回访，核对反映人电话",
           *             "remaining": 3
           *           }
           *         ],
           *         "pausedDays": 3,
           *         "extensions": [
           *           {
           *             "days": 3,
           *             "reason": "经办回访，核对反映人电话",
           *             "askedOn": "2026-11-27",
           *             "askedBy": "askedBy",
           *             "grantedOn": "2026-11-27",
           *             "grantedBy": "grantedBy",
           *             "from": "2026-11-27",
           *             "to": "2026-11-27"
           *           }
           *         ],
           *         "extendedDays": 3,
           *         "workingDaysLate": 3,
           *         "breaches": [
           *           {
           *             "period": 3,
           *             "dueOn": "2026-11-27",
           *             "until": "2026-11-27",
           *             "days": 3
           *           }
           *         ],
           *         "workingDaysLateInAll": 3
           *       },
           *       "milestones": [
           *         {
           *           "name": "王敏",
           *           "dueOn": "2026-11-27",
           *           "doneOn": "2026-11-27"
           *         }
           *       ],
           *       "extension": {
           *         "days": 3,
           *         "reason": "经办回访，核对反映人电话",
           *         "askedOn": "2026-11-27",
           *         "askedBy": "askedBy",
           *         "grantedOn": "2026-11-27",
           *         "grantedBy": "grantedBy",
           *         "from": "2026-11-27",
           *         "to": "2026-11-27"
           *       },
           *       "reviewOn": "2026-11-27",
           *       "visitDueOn": "2026-11-27",
           *       "attempts": [
           *         "2026-11-27"
           *       ],
           *       "declines": 3,
           *       "returns": 3,
           *       "relapses": 3,
           *       "outcome": "resolved",
           *       "closedOn": "2026-11-27",
           *       "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "title": "滨河路夜间飙车扰民",
           *       "description": "滨河路夜间常有改装车飙车，居民无法休息",
           *       "nextDate": {
           *         "kind": "promise",
           *         "day": "2026-11-27",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "is": "left",
           *         "days": 3,
           *         "rung": "blue",
           *         "promisedOn": "2026-11-27",
           *         "roles": [
           *           "unitLeader"
           *         ],
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "labels": {
           *           "zh-CN": "承诺期满，11月30日发橙单",
           *           "en": "Promise over: orange order on 30 Nov"
           *         }
           *       },
           *       "orders": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "period": 3,
           *           "rung": "blue",
           *           "status": "issued",
           *           "issuedAt": "2026-11-27T01:30:00.000Z",
           *           "replyDueOn": "2026-11-27",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "toRole": "clerk",
           *           "copyRole": "clerk",
           *           "acts": [
           *             {
           *               "act": "replied",
           *               "at": "2026-11-27T01:30:00.000Z",
           *               "byName": "王敏",
           *               "text": "滨河路夜间飙车扰民，居民无法休息",
           *               "cause": "cause",
           *               "promise": {
           *                 "promisedOn": "2026-11-27",
           *                 "isFinal": false,
           *                 "keptOn": "2026-11-27",
           *                 "is": "kept"
           *               },
           *               "reviewOn": "2026-11-27"
           *             }
           *           ]
           *         }
           *       ],
           *       "visits": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "round": 3,
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "method": "phone",
           *           "outcome": "fixed",
           *           "satisfaction": "satisfied",
           *           "ratings": {},
           *           "durationSeconds": 3,
           *           "note": "张女士表示满意",
           *           "nextAttemptOn": "2026-11-27",
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ],
           *       "raisers": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "position": 3,
           *           "attempts": [
           *             "2026-11-27"
           *           ],
           *           "answeredOn": "2026-11-27",
           *           "outcome": "fixed",
           *           "satisfaction": "satisfied"
           *         }
           *       ],
           *       "objectors": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "takenDownBy": "takenDownBy"
           *         }
           *       ],
           *       "attachments": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "mediaType": "image/jpeg",
           *           "size": 3,
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏"
           *         }
           *       ],
           *       "opinions": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingTitle": "滨河社区警民恳谈会",
           *           "standing": "npcDeputy",
           *           "outcome": "adopted"
           *         }
           *       ],
           *       "course": {
           *         "heldBy": [
           *           {
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "from": "2026-11-27",
           *             "to": "2026-11-27",
           *             "until": "2026-11-27",
           *             "used": 3,
           *             "pausedDays": 3,
           *             "lateDays": 3,
           *             "charged": [
           *               "2026-11-27"
           *             ]
           *           }
           *         ],
           *         "departure": {
           *           "kind": "reject",
           *           "reason": "经办回访，核对反映人电话",
           *           "askedOn": "2026-11-27",
           *           "askedByName": "askedByName",
           *           "isOwn": false,
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseTitle": "滨河路夜间飙车扰民",
           *           "byLeader": false,
           *           "whoLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         },
           *         "departed": {
           *           "kind": "reject",
           *           "on": "2026-11-27",
           *           "isLate": false,
           *           "unitIds": [
           *             "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           ]
           *         },
           *         "needed": [
           *           {
           *             "what": "verifiers",
           *             "done": false,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           }
           *         ],
           *         "talks": [
           *           {
           *             "period": 3,
           *             "heldOn": "2026-11-27",
           *             "recordedOn": "2026-11-27",
           *             "pledgeOn": "2026-11-27",
           *             "seq": 3
           *           }
           *         ],
           *         "lookAskedOn": "2026-11-27",
           *         "noticeUntil": "2026-11-27",
           *         "objections": [
           *           "2026-11-27"
           *         ],
           *         "unsatisfiedRounds": 3,
           *         "disputableAfter": 3,
           *         "isForSupervisors": false,
           *         "links": [
           *           {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "number": "ZG-2026-000123",
           *             "stateLabels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             },
           *             "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "outcome": "resolved",
           *             "title": "滨河路夜间飙车扰民",
           *             "relation": "splitFrom"
           *           }
           *         ]
           *       },
           *       "archive": {
           *         "archivedAt": "2026-11-27T01:30:00.000Z",
           *         "lines": 3,
           *         "file": "history-2025-0001.jsonl.gz"
           *       },
           *       "allowed": [
           *         {
           *           "type": "ACCEPT",
           *           "label": "签收",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "schema": {
           *             "type": "object",
           *             "properties": {
           *               "note": {
           *                 "type": "string",
           *                 "minLength": 1,
           *                 "maxLength": 4000,
           *                 "x-kind": "prose",
           *                 "x-labels": {
           *                   "zh-CN": "说明",
           *                   "en": "Note"
           *                 }
           *               }
           *             },
           *             "required": [],
           *             "additionalProperties": false
           *           },
           *           "inNameOf": "inNameOf",
           *           "until": "2026-11-27T01:30:00.000Z",
           *           "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ],
           *       "standsInFor": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "untilOn": "2026-11-27"
           *         }
           *       ],
           *       "next": "next"
           *     }
           */
          'application/json': components['schemas']['CaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Cases_command: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "type": "ACCEPT",
         *       "expectedVersion": 3,
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['CommandInput'] & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "case": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "version": 3,
           *         "stage": "collected",
           *         "state": "rectifying",
           *         "stateLabels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "stateValue": {},
           *         "workflow": {
           *           "name": "王敏",
           *           "version": 3,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "isNewer": false
           *         },
           *         "light": "green",
           *         "source": "meeting",
           *         "track": "standard",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "supportingUnitIds": [
           *           "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         ],
           *         "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "isKey": false,
           *         "raisedOutside": false,
           *         "takenOver": false,
           *         "collectedOn": "2026-11-27",
           *         "collectedAt": "2026-11-27T01:30:00.000Z",
           *         "assignedAt": "2026-11-27T01:30:00.000Z",
           *         "acceptedAt": "2026-11-27T01:30:00.000Z",
           *         "dueOn": "2026-11-27",
           *         "dueProvisional": false,
           *         "clock": {
           *           "state": "notStarted",
           *           "day": "2026-11-27",
           *           "days": 3,
           *           "provisional": false,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         },
           *         "account": {
           *           "budget": 3,
           *           "startedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "dueProvisional": false,
           *           "used": 3,
           *           "remaining": 3,
           *           "paused": [
           *             {
           *               "from": "2026-11-27",
           *               "to": "2026-11-27",
           *               "reason": "经办回访，核对反映人电话",
           *               "remaining": 3
           *             }
           *           ],
           *           "pausedDays": 3,
           *           "extensions": [
           *             {
           *               "days": 3,
           *               "reason": "经办回访，核对反映人电话",
           *               "askedOn": "2026-11-27",
           *               "askedBy": "askedBy",
           *               "grantedOn": "2026-11-27",
           *               "grantedBy": "grantedBy",
           *               "from": "2026-11-27",
           *               "to": "2026-11-27"
           *             }
           *           ],
           *           "extendedDays": 3,
           *           "workingDaysLate": 3,
           *           "breaches": [
           *             {
           *               "period": 3,
           *               "dueOn": "2026-11-27",
           *               "until": "2026-11-27",
           *               "days": 3
           *             }
           *           ],
           *           "workingDaysLateInAll": 3
           *         },
           *         "milestones": [
           *           {
           *             "name": "王敏",
           *             "dueOn": "2026-11-27",
           *             "doneOn": "2026-11-27"
           *           }
           *         ],
           *         "extension": {
           *           "days": 3,
           *           "reason": "经办回访，核对反映人电话",
           *           "askedOn": "2026-11-27",
           *           "askedBy": "askedBy",
           *           "grantedOn": "2026-11-27",
           *           "grantedBy": "grantedBy",
           *           "from": "2026-11-27",
           *           "to": "2026-11-27"
           *         },
           *         "reviewOn": "2026-11-27",
           *         "visitDueOn": "2026-11-27",
           *         "attempts": [
           *           "2026-11-27"
           *         ],
           *         "declines": 3,
           *         "returns": 3,
           *         "relapses": 3,
           *         "outcome": "resolved",
           *         "closedOn": "2026-11-27",
           *         "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *       },
           *       "events": [
           *         {
           *           "seq": 3,
           *           "type": "ACCEPT",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "actor": {
           *             "userId": "userId",
           *             "name": "王敏",
           *             "unitId": "unitId",
           *             "via": "web"
           *           },
           *           "commandId": "commandId",
           *           "payload": {},
           *           "before": {},
           *           "after": {},
           *           "effects": [
           *             {}
           *           ],
           *           "inNameOf": {
           *             "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "name": "王敏"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CommandAnswer'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Cases_commands: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example [
         *       {
         *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "type": "ACCEPT",
         *         "expectedVersion": 3,
         *         "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *       }
         *     ]
         */
        'application/json': (components['schemas']['BatchCommandInput'] & {
          [key: string]: unknown;
        })[];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "ok": true,
           *         "answer": {
           *           "case": {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "number": "ZG-2026-000123",
           *             "version": 3,
           *             "stage": "collected",
           *             "state": "rectifying",
           *             "stateLabels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             },
           *             "stateValue": {},
           *             "workflow": {
           *               "name": "王敏",
           *               "version": 3,
           *               "labels": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "isNewer": false
           *             },
           *             "light": "green",
           *             "source": "meeting",
           *             "track": "standard",
           *             "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "supportingUnitIds": [
           *               "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *             ],
           *             "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "isKey": false,
           *             "raisedOutside": false,
           *             "takenOver": false,
           *             "collectedOn": "2026-11-27",
           *             "collectedAt": "2026-11-27T01:30:00.000Z",
           *             "assignedAt": "2026-11-27T01:30:00.000Z",
           *             "acceptedAt": "2026-11-27T01:30:00.000Z",
           *             "dueOn": "2026-11-27",
           *             "dueProvisional": false,
           *             "clock": {
           *               "state": "notStarted",
           *               "day": "2026-11-27",
           *               "days": 3,
           *               "provisional": false,
           *               "labels": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               }
           *             },
           *             "account": {
           *               "budget": 3,
           *               "startedOn": "2026-11-27",
           *               "dueOn": "2026-11-27",
           *               "dueProvisional": false,
           *               "used": 3,
           *               "remaining": 3,
           *               "paused": [
           *                 {
           *                   "from": "2026-11-27",
           *                   "to": "2026-11-27",
           *                   "reason": "经办回访，核对反映人电话",
           *                   "remaining": 3
           *                 }
           *               ],
           *               "pausedDays": 3,
           *               "extensions": [
           *                 {
           *                   "days": 3,
           *                   "reason": "经办回访，核对反映人电话",
           *                   "askedOn": "2026-11-27",
           *                   "askedBy": "askedBy",
           *                   "grantedOn": "2026-11-27",
           *                   "grantedBy": "grantedBy",
           *                   "from": "2026-11-27",
           *                   "to": "2026-11-27"
           *                 }
           *               ],
           *               "extendedDays": 3,
           *               "workingDaysLate": 3,
           *               "breaches": [
           *                 {
           *                   "period": 3,
           *                   "dueOn": "2026-11-27",
           *                   "until": "2026-11-27",
           *                   "days": 3
           *                 }
           *               ],
           *               "workingDaysLateInAll": 3
           *             },
           *             "milestones": [
           *               {
           *                 "name": "王敏",
           *                 "dueOn": "2026-11-27",
           *                 "doneOn": "2026-11-27"
           *               }
           *             ],
           *             "extension": {
           *               "days": 3,
           *               "reason": "经办回访，核对反映人电话",
           *               "askedOn": "2026-11-27",
           *               "askedBy": "askedBy",
           *               "grantedOn": "2026-11-27",
           *               "grantedBy": "grantedBy",
           *               "from": "2026-11-27",
           *               "to": "2026-11-27"
           *             },
           *             "reviewOn": "2026-11-27",
           *             "visitDueOn": "2026-11-27",
           *             "attempts": [
           *               "2026-11-27"
           *             ],
           *             "declines": 3,
           *             "returns": 3,
           *             "relapses": 3,
           *             "outcome": "resolved",
           *             "closedOn": "2026-11-27",
           *             "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           },
           *           "events": [
           *             {
           *               "seq": 3,
           *               "type": "ACCEPT",
           *               "labels": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "at": "2026-11-27T01:30:00.000Z",
           *               "actor": {
           *                 "userId": "userId",
           *                 "name": "王敏",
           *                 "unitId": "unitId",
           *                 "via": "web"
           *               },
           *               "commandId": "commandId",
           *               "payload": {},
           *               "before": {},
           *               "after": {},
           *               "effects": [
           *                 {}
           *               ],
           *               "inNameOf": {
           *                 "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *                 "name": "王敏"
           *               }
           *             }
           *           ]
           *         }
           *       }
           *     ]
           */
          'application/json': components['schemas']['BatchResult'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Cases_history: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "seq": 3,
           *         "type": "ACCEPT",
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "actor": {
           *           "userId": "userId",
           *           "name": "王敏",
           *           "unitId": "unitId",
           *           "via": "web"
           *         },
           *         "commandId": "commandId",
           *         "payload": {},
           *         "before": {},
           *         "after": {},
           *         "effects": [
           *           {}
           *         ],
           *         "inNameOf": {
           *           "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏"
           *         },
           *         "said": [
           *           {
           *             "field": "note",
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             },
           *             "text": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             },
           *             "prose": false,
           *             "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ],
           *         "recordedAt": "2026-11-27T01:30:00.000Z",
           *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
           *       }
           *     ]
           */
          'application/json': components['schemas']['HistoryEventShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  DueDay_ofAssignment: {
    parameters: {
      query: {
        categoryId: string;
        /** @description Name of a workflow; rectification where none is given */
        workflow?: string;
        /** @description Day of the assignment; today where none is given */
        from?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "dueOn": "2026-11-27",
           *       "provisional": false,
           *       "days": 3
           *     }
           */
          'application/json': components['schemas']['DueDayShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  DueDay_after: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "type": "ASSIGN"
         *     }
         */
        'application/json': components['schemas']['DueAfterInput'] & {
          [key: string]: unknown;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "dueOn": "2026-11-27",
           *       "after": "2026-11-27",
           *       "provisional": false,
           *       "days": 3,
           *       "refused": {
           *         "code": "publicOrder",
           *         "message": "The lead unit does not check its own fix",
           *         "messageZh": "牵头单位不能核查自己的整改",
           *         "details": {}
           *       }
           *     }
           */
          'application/json': components['schemas']['DueAfterShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Raiser_look: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "purpose": "visit",
         *       "reason": "经办回访，核对反映人电话",
         *       "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['LookAtRaiserInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "anonymous": false,
           *       "confidential": false,
           *       "name": "王敏",
           *       "contact": "13800000000",
           *       "speakers": [
           *         {
           *           "opinionId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "contact": "13800000000",
           *           "standing": "npcDeputy"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RaiserShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Raiser_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "contact": "13800000000",
         *       "anonymous": false,
         *       "confidential": false,
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['AddRaiserInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "case": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "version": 3,
           *         "stage": "collected",
           *         "state": "rectifying",
           *         "stateLabels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "stateValue": {},
           *         "workflow": {
           *           "name": "王敏",
           *           "version": 3,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "isNewer": false
           *         },
           *         "light": "green",
           *         "source": "meeting",
           *         "track": "standard",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "supportingUnitIds": [
           *           "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         ],
           *         "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "isKey": false,
           *         "raisedOutside": false,
           *         "takenOver": false,
           *         "collectedOn": "2026-11-27",
           *         "collectedAt": "2026-11-27T01:30:00.000Z",
           *         "assignedAt": "2026-11-27T01:30:00.000Z",
           *         "acceptedAt": "2026-11-27T01:30:00.000Z",
           *         "dueOn": "2026-11-27",
           *         "dueProvisional": false,
           *         "clock": {
           *           "state": "notStarted",
           *           "day": "2026-11-27",
           *           "days": 3,
           *           "provisional": false,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         },
           *         "account": {
           *           "budget": 3,
           *           "startedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "dueProvisional": false,
           *           "used": 3,
           *           "remaining": 3,
           *           "paused": [
           *             {
           *               "from": "2026-11-27",
           *               "to": "2026-11-27",
           *               "reason": "经办回访，核对反映人电话",
           *               "remaining": 3
           *             }
           *           ],
           *           "pausedDays": 3,
           *           "extensions": [
           *             {
           *               "days": 3,
           *               "reason": "经办回访，核对反映人电话",
           *               "askedOn": "2026-11-27",
           *               "askedBy": "askedBy",
           *               "grantedOn": "2026-11-27",
           *               "grantedBy": "grantedBy",
           *               "from": "2026-11-27",
           *               "to": "2026-11-27"
           *             }
           *           ],
           *           "extendedDays": 3,
           *           "workingDaysLate": 3,
           *           "breaches": [
           *             {
           *               "period": 3,
           *               "dueOn": "2026-11-27",
           *               "until": "2026-11-27",
           *               "days": 3
           *             }
           *           ],
           *           "workingDaysLateInAll": 3
           *         },
           *         "milestones": [
           *           {
           *             "name": "王敏",
           *             "dueOn": "2026-11-27",
           *             "doneOn": "2026-11-27"
           *           }
           *         ],
           *         "extension": {
           *           "days": 3,
           *           "reason": "经办回访，核对反映人电话",
           *           "askedOn": "2026-11-27",
           *           "askedBy": "askedBy",
           *           "grantedOn": "2026-11-27",
           *           "grantedBy": "grantedBy",
           *           "from": "2026-11-27",
           *           "to": "2026-11-27"
           *         },
           *         "reviewOn": "2026-11-27",
           *         "visitDueOn": "2026-11-27",
           *         "attempts": [
           *           "2026-11-27"
           *         ],
           *         "declines": 3,
           *         "returns": 3,
           *         "relapses": 3,
           *         "outcome": "resolved",
           *         "closedOn": "2026-11-27",
           *         "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *       },
           *       "events": [
           *         {
           *           "seq": 3,
           *           "type": "ACCEPT",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "actor": {
           *             "userId": "userId",
           *             "name": "王敏",
           *             "unitId": "unitId",
           *             "via": "web"
           *           },
           *           "commandId": "commandId",
           *           "payload": {},
           *           "before": {},
           *           "after": {},
           *           "effects": [
           *             {}
           *           ],
           *           "inNameOf": {
           *             "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "name": "王敏"
           *           }
           *         }
           *       ],
           *       "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "receiptCode": ""
           *     }
           */
          'application/json': components['schemas']['RaiserAdded'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Raiser_object: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "text": "滨河路夜间飙车扰民，居民无法休息",
         *       "person": {
         *         "name": "王敏",
         *         "contact": "13800000000",
         *         "anonymous": false,
         *         "confidential": false
         *       }
         *     }
         */
        'application/json': components['schemas']['RecordObjectionInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "case": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "number": "ZG-2026-000123",
           *         "version": 3,
           *         "stage": "collected",
           *         "state": "rectifying",
           *         "stateLabels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "stateValue": {},
           *         "workflow": {
           *           "name": "王敏",
           *           "version": 3,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "isNewer": false
           *         },
           *         "light": "green",
           *         "source": "meeting",
           *         "track": "standard",
           *         "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "supportingUnitIds": [
           *           "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         ],
           *         "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "isKey": false,
           *         "raisedOutside": false,
           *         "takenOver": false,
           *         "collectedOn": "2026-11-27",
           *         "collectedAt": "2026-11-27T01:30:00.000Z",
           *         "assignedAt": "2026-11-27T01:30:00.000Z",
           *         "acceptedAt": "2026-11-27T01:30:00.000Z",
           *         "dueOn": "2026-11-27",
           *         "dueProvisional": false,
           *         "clock": {
           *           "state": "notStarted",
           *           "day": "2026-11-27",
           *           "days": 3,
           *           "provisional": false,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         },
           *         "account": {
           *           "budget": 3,
           *           "startedOn": "2026-11-27",
           *           "dueOn": "2026-11-27",
           *           "dueProvisional": false,
           *           "used": 3,
           *           "remaining": 3,
           *           "paused": [
           *             {
           *               "from": "2026-11-27",
           *               "to": "2026-11-27",
           *               "reason": "经办回访，核对反映人电话",
           *               "remaining": 3
           *             }
           *           ],
           *           "pausedDays": 3,
           *           "extensions": [
           *             {
           *               "days": 3,
           *               "reason": "经办回访，核对反映人电话",
           *               "askedOn": "2026-11-27",
           *               "askedBy": "askedBy",
           *               "grantedOn": "2026-11-27",
           *               "grantedBy": "grantedBy",
           *               "from": "2026-11-27",
           *               "to": "2026-11-27"
           *             }
           *           ],
           *           "extendedDays": 3,
           *           "workingDaysLate": 3,
           *           "breaches": [
           *             {
           *               "period": 3,
           *               "dueOn": "2026-11-27",
           *               "until": "2026-11-27",
           *               "days": 3
           *             }
           *           ],
           *           "workingDaysLateInAll": 3
           *         },
           *         "milestones": [
           *           {
           *             "name": "王敏",
           *             "dueOn": "2026-11-27",
           *             "doneOn": "2026-11-27"
           *           }
           *         ],
           *         "extension": {
           *           "days": 3,
           *           "reason": "经办回访，核对反映人电话",
           *           "askedOn": "2026-11-27",
           *           "askedBy": "askedBy",
           *           "grantedOn": "2026-11-27",
           *           "grantedBy": "grantedBy",
           *           "from": "2026-11-27",
           *           "to": "2026-11-27"
           *         },
           *         "reviewOn": "2026-11-27",
           *         "visitDueOn": "2026-11-27",
           *         "attempts": [
           *           "2026-11-27"
           *         ],
           *         "declines": 3,
           *         "returns": 3,
           *         "relapses": 3,
           *         "outcome": "resolved",
           *         "closedOn": "2026-11-27",
           *         "mergedInto": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *       },
           *       "events": [
           *         {
           *           "seq": 3,
           *           "type": "ACCEPT",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "actor": {
           *             "userId": "userId",
           *             "name": "王敏",
           *             "unitId": "unitId",
           *             "via": "web"
           *           },
           *           "commandId": "commandId",
           *           "payload": {},
           *           "before": {},
           *           "after": {},
           *           "effects": [
           *             {}
           *           ],
           *           "inNameOf": {
           *             "userId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "name": "王敏"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CommandAnswer'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  FindByTelephone_find: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "purpose": "visit",
         *       "reason": "经办回访，核对反映人电话",
         *       "telephone": "13800000000"
         *     }
         */
        'application/json': components['schemas']['FindByTelephoneInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "stateLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "collectedOn": "2026-11-27",
           *           "title": "滨河路夜间飙车扰民"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CasesOfCaller'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  SavedViews_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "name": "王敏",
           *         "asked": {
           *           "stage": "collected",
           *           "light": "green",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "leadUnitId": "none",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "exactCategoryId": "none",
           *           "source": "meeting",
           *           "meetingId": "none",
           *           "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "overdue": false,
           *           "outcome": "resolved",
           *           "track": "standard",
           *           "measure": "collected",
           *           "asOf": "2026-11-27",
           *           "since": "2026-11-27",
           *           "from": "2026-11-27",
           *           "to": "2026-11-27",
           *           "dueFrom": "2026-11-27",
           *           "dueTo": "2026-11-27",
           *           "closedFrom": "2026-11-27",
           *           "closedTo": "2026-11-27",
           *           "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "takenOver": "include",
           *           "sort": "dueOn",
           *           "order": "asc"
           *         },
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "isOwn": false,
           *         "mayRemove": false
           *       }
           *     ]
           */
          'application/json': components['schemas']['SavedViewShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  SavedViews_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "asked": {
         *         "stage": "collected",
         *         "light": "green",
         *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "leadUnitId": "none",
         *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "exactCategoryId": "none",
         *         "source": "meeting",
         *         "meetingId": "none",
         *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "overdue": false,
         *         "outcome": "resolved",
         *         "track": "standard",
         *         "measure": "collected",
         *         "asOf": "2026-11-27",
         *         "since": "2026-11-27",
         *         "from": "2026-11-27",
         *         "to": "2026-11-27",
         *         "dueFrom": "2026-11-27",
         *         "dueTo": "2026-11-27",
         *         "closedFrom": "2026-11-27",
         *         "closedTo": "2026-11-27",
         *         "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "takenOver": "include",
         *         "sort": "dueOn",
         *         "order": "asc"
         *       },
         *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['SavedViewInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "王敏",
           *       "asked": {
           *         "stage": "collected",
           *         "light": "green",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "leadUnitId": "none",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "exactCategoryId": "none",
           *         "source": "meeting",
           *         "meetingId": "none",
           *         "planId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "overdue": false,
           *         "outcome": "resolved",
           *         "track": "standard",
           *         "measure": "collected",
           *         "asOf": "2026-11-27",
           *         "since": "2026-11-27",
           *         "from": "2026-11-27",
           *         "to": "2026-11-27",
           *         "dueFrom": "2026-11-27",
           *         "dueTo": "2026-11-27",
           *         "closedFrom": "2026-11-27",
           *         "closedTo": "2026-11-27",
           *         "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "takenOver": "include",
           *         "sort": "dueOn",
           *         "order": "asc"
           *       },
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "isOwn": false,
           *       "mayRemove": false
           *     }
           */
          'application/json': components['schemas']['SavedViewShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  SavedViews_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  AccessLog_list: {
    parameters: {
      query?: {
        /** @description Who looked */
        personId?: string;
        /** @description The case that was looked at; the office has to name one */
        caseId?: string;
        from?: string;
        to?: string;
        /** @description 50 by default */
        limit?: number;
        /** @description nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "purpose": "visit",
           *           "reason": "经办回访，核对反映人电话",
           *           "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "personName": "王敏",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseTitle": "滨河路夜间飙车扰民",
           *           "meetingId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "meetingTitle": "滨河社区警民恳谈会",
           *           "raiserPosition": 3
           *         }
           *       ],
           *       "nextCursor": "WyIyMDI2LTExLTIwIl0"
           *     }
           */
          'application/json': components['schemas']['AccessLogPage'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  AccessLog_alarms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "limit": 3,
           *       "items": [
           *         {
           *           "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "personName": "王敏",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "day": "2026-11-27",
           *           "looked": 3,
           *           "refused": 3,
           *           "nearAt": "2026-11-27T01:30:00.000Z",
           *           "overAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['AccessAlarms'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Work_read: {
    parameters: {
      query?: {
        /** @description What waits for this person, who is absent and for whom one stands in */
        absentId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "version": 3,
           *           "stage": "collected",
           *           "state": "rectifying",
           *           "stateLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "light": "green",
           *           "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "dueOn": "2026-11-27",
           *           "clock": {
           *             "state": "notStarted",
           *             "day": "2026-11-27",
           *             "days": 3,
           *             "provisional": false,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "title": "滨河路夜间飙车扰民",
           *           "wait": {
           *             "kind": "triage",
           *             "by": "2026-11-27",
           *             "is": "left",
           *             "days": 3,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "next": {
           *             "type": "ACCEPT",
           *             "label": "签收",
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             },
           *             "schema": {
           *               "type": "object",
           *               "properties": {
           *                 "note": {
           *                   "type": "string",
           *                   "minLength": 1,
           *                   "maxLength": 4000,
           *                   "x-kind": "prose",
           *                   "x-labels": {
           *                     "zh-CN": "说明",
           *                     "en": "Note"
           *                   }
           *                 }
           *               },
           *               "required": [],
           *               "additionalProperties": false
           *             },
           *             "inNameOf": "inNameOf",
           *             "until": "2026-11-27T01:30:00.000Z",
           *             "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           },
           *           "returned": 3,
           *           "nextAttemptOn": "2026-11-27"
           *         }
           *       ],
           *       "more": false,
           *       "tasks": [
           *         {
           *           "kind": "deadLetteredTimers",
           *           "count": 3,
           *           "by": "2026-11-27",
           *           "is": "left",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ],
           *       "standsInFor": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "untilOn": "2026-11-27"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['WorkAnswer'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Briefing_of: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "lookedAt": "2026-11-27T01:30:00.000Z",
           *       "from": "2026-11-27",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "waiting": {
           *         "count": 3,
           *         "more": false,
           *         "late": 3,
           *         "items": [
           *           {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "number": "ZG-2026-000123",
           *             "title": "滨河路夜间飙车扰民",
           *             "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "light": "green",
           *             "wait": {
           *               "kind": "triage",
           *               "by": "2026-11-27",
           *               "is": "left",
           *               "days": 3,
           *               "labels": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               }
           *             },
           *             "next": "next",
           *             "nextLabels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           }
           *         ]
           *       },
           *       "overdue": {
           *         "count": 3,
           *         "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *       },
           *       "newlyLate": {
           *         "count": 3,
           *         "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *       },
           *       "promised": {
           *         "count": 3,
           *         "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *       },
           *       "broken": {
           *         "count": 3,
           *         "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *       },
           *       "rates": [
           *         {
           *           "measure": "closureRate",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "before": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           },
           *           "now": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           },
           *           "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *           "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *         }
           *       ],
           *       "fell": [
           *         {
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "before": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           },
           *           "now": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           }
           *         }
           *       ],
           *       "rose": [
           *         {
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "before": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           },
           *           "now": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           }
           *         }
           *       ],
           *       "ask": [
           *         {
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "points": 3,
           *           "reasons": [
           *             {
           *               "what": "talk",
           *               "count": 3,
           *               "points": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             }
           *           ]
           *         }
           *       ],
           *       "changes": [
           *         {
           *           "measure": "overdue",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "before": 3,
           *           "after": 3,
           *           "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Briefing'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Inbox_list: {
    parameters: {
      query?: {
        /** @description Only what was not read yet */
        unread?: boolean;
        topic?: components['schemas']['Topic'];
        /** @description Only of this case */
        caseId?: string;
        /** @description Default 50 */
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "topic": "order.blue",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "textEn": "textEn",
           *           "next": "next",
           *           "nextEn": "nextEn",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "caseTitle": "滨河路夜间飙车扰民",
           *           "href": "/cases/0190d6f0-0000-7000-8000-000000000000",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byHand": false,
           *           "readAt": "2026-11-27T01:30:00.000Z",
           *           "lines": [
           *             {
           *               "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "number": "ZG-2026-000123",
           *               "what": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "by": "2026-11-27"
           *             }
           *           ]
           *         }
           *       ],
           *       "unread": 3,
           *       "nextCursor": "WyIyMDI2LTExLTIwIl0"
           *     }
           */
          'application/json': components['schemas']['InboxPage'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Inbox_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "ids": [
         *         "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *       ],
         *       "all": false
         *     }
         */
        'application/json': components['schemas']['ReadEntries'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "unread": 3
           *     }
           */
          'application/json': components['schemas']['InboxCount'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Inbox_changes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  MessagesTable_table: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "groups": [
           *         {
           *           "key": "turn",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ],
           *       "topics": [
           *         {
           *           "key": "order.blue",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "group": "turn",
           *           "who": [
           *             "clerk"
           *           ],
           *           "says": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "after": [
           *             {
           *               "event": "RETURN",
           *               "says": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               }
           *             }
           *           ],
           *           "next": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "holds": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "isOrder": false,
           *           "byHand": false
           *         }
           *       ],
           *       "recipients": [
           *         {
           *           "role": "clerk",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "means": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "instead": [
           *             "clerk"
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['MessagesTable'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Since_of: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "lookedAt": "2026-11-27T01:30:00.000Z",
           *       "from": "2026-11-27",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "changes": [
           *         {
           *           "measure": "overdue",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "before": 3,
           *           "after": 3,
           *           "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SinceShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Since_looked: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "at": "2026-11-27T01:30:00.000Z"
         *     }
         */
        'application/json': components['schemas']['Looked'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Told_ofCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "topic": "order.blue",
           *           "name": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "to": "to",
           *           "readAt": "2026-11-27T01:30:00.000Z",
           *           "dropped": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ToldOfCase'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_batch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example [
         *       {
         *         "orderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "action": "reply",
         *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *         "text": "滨河路夜间飙车扰民，居民无法休息",
         *         "reason": "经办回访，核对反映人电话",
         *         "instruction": "三日内报夜查方案",
         *         "cause": "cause",
         *         "isFinal": false,
         *         "promisedOn": "2026-11-27",
         *         "reviewOn": "2026-11-27"
         *       }
         *     ]
         */
        'application/json': components['schemas']['OrderLine'][];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "orderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "ok": true,
           *         "answer": {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "period": 3,
           *           "rung": "blue",
           *           "status": "issued",
           *           "issuedAt": "2026-11-27T01:30:00.000Z",
           *           "replyDueOn": "2026-11-27",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "toRole": "clerk",
           *           "copyRole": "clerk",
           *           "acts": [
           *             {
           *               "act": "replied",
           *               "at": "2026-11-27T01:30:00.000Z",
           *               "byName": "王敏",
           *               "text": "滨河路夜间飙车扰民，居民无法休息",
           *               "cause": "cause",
           *               "promise": {
           *                 "promisedOn": "2026-11-27",
           *                 "isFinal": false,
           *                 "keptOn": "2026-11-27",
           *                 "is": "kept"
           *               },
           *               "reviewOn": "2026-11-27"
           *             }
           *           ],
           *           "caseNumber": "ZG-2026-000123",
           *           "caseTitle": "滨河路夜间飙车扰民",
           *           "caseStage": "collected"
           *         }
           *       }
           *     ]
           */
          'application/json': components['schemas']['OrderResult'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "period": 3,
           *       "rung": "blue",
           *       "status": "issued",
           *       "issuedAt": "2026-11-27T01:30:00.000Z",
           *       "replyDueOn": "2026-11-27",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "toRole": "clerk",
           *       "copyRole": "clerk",
           *       "acts": [
           *         {
           *           "act": "replied",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "cause": "cause",
           *           "promise": {
           *             "promisedOn": "2026-11-27",
           *             "isFinal": false,
           *             "keptOn": "2026-11-27",
           *             "is": "kept"
           *           },
           *           "reviewOn": "2026-11-27"
           *         }
           *       ],
           *       "caseNumber": "ZG-2026-000123",
           *       "caseTitle": "滨河路夜间飙车扰民",
           *       "caseStage": "collected"
           *     }
           */
          'application/json': components['schemas']['OrderOfCaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_reply: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "text": "滨河路夜间飙车扰民，居民无法休息",
         *       "cause": "cause",
         *       "isFinal": false,
         *       "promisedOn": "2026-11-27"
         *     }
         */
        'application/json': components['schemas']['ReplyInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "period": 3,
           *       "rung": "blue",
           *       "status": "issued",
           *       "issuedAt": "2026-11-27T01:30:00.000Z",
           *       "replyDueOn": "2026-11-27",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "toRole": "clerk",
           *       "copyRole": "clerk",
           *       "acts": [
           *         {
           *           "act": "replied",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "cause": "cause",
           *           "promise": {
           *             "promisedOn": "2026-11-27",
           *             "isFinal": false,
           *             "keptOn": "2026-11-27",
           *             "is": "kept"
           *           },
           *           "reviewOn": "2026-11-27"
           *         }
           *       ],
           *       "caseNumber": "ZG-2026-000123",
           *       "caseTitle": "滨河路夜间飙车扰民",
           *       "caseStage": "collected"
           *     }
           */
          'application/json': components['schemas']['OrderOfCaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_sign: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "text": "滨河路夜间飙车扰民，居民无法休息"
         *     }
         */
        'application/json': components['schemas']['SignInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "period": 3,
           *       "rung": "blue",
           *       "status": "issued",
           *       "issuedAt": "2026-11-27T01:30:00.000Z",
           *       "replyDueOn": "2026-11-27",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "toRole": "clerk",
           *       "copyRole": "clerk",
           *       "acts": [
           *         {
           *           "act": "replied",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "cause": "cause",
           *           "promise": {
           *             "promisedOn": "2026-11-27",
           *             "isFinal": false,
           *             "keptOn": "2026-11-27",
           *             "is": "kept"
           *           },
           *           "reviewOn": "2026-11-27"
           *         }
           *       ],
           *       "caseNumber": "ZG-2026-000123",
           *       "caseTitle": "滨河路夜间飙车扰民",
           *       "caseStage": "collected"
           *     }
           */
          'application/json': components['schemas']['OrderOfCaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_waive: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "reason": "经办回访，核对反映人电话",
         *       "reviewOn": "2026-11-27"
         *     }
         */
        'application/json': components['schemas']['WaiveInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "period": 3,
           *       "rung": "blue",
           *       "status": "issued",
           *       "issuedAt": "2026-11-27T01:30:00.000Z",
           *       "replyDueOn": "2026-11-27",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "toRole": "clerk",
           *       "copyRole": "clerk",
           *       "acts": [
           *         {
           *           "act": "replied",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "cause": "cause",
           *           "promise": {
           *             "promisedOn": "2026-11-27",
           *             "isFinal": false,
           *             "keptOn": "2026-11-27",
           *             "is": "kept"
           *           },
           *           "reviewOn": "2026-11-27"
           *         }
           *       ],
           *       "caseNumber": "ZG-2026-000123",
           *       "caseTitle": "滨河路夜间飙车扰民",
           *       "caseStage": "collected"
           *     }
           */
          'application/json': components['schemas']['OrderOfCaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Orders_instruct: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "instruction": "三日内报夜查方案"
         *     }
         */
        'application/json': components['schemas']['InstructInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "period": 3,
           *       "rung": "blue",
           *       "status": "issued",
           *       "issuedAt": "2026-11-27T01:30:00.000Z",
           *       "replyDueOn": "2026-11-27",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "toRole": "clerk",
           *       "copyRole": "clerk",
           *       "acts": [
           *         {
           *           "act": "replied",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "byName": "王敏",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "cause": "cause",
           *           "promise": {
           *             "promisedOn": "2026-11-27",
           *             "isFinal": false,
           *             "keptOn": "2026-11-27",
           *             "is": "kept"
           *           },
           *           "reviewOn": "2026-11-27"
           *         }
           *       ],
           *       "caseNumber": "ZG-2026-000123",
           *       "caseTitle": "滨河路夜间飙车扰民",
           *       "caseStage": "collected"
           *     }
           */
          'application/json': components['schemas']['OrderOfCaseShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Overdue_page: {
    parameters: {
      query?: {
        /** @description Cases led by this unit or one below it */
        unitId?: string;
        /** @description Cases that stand on this level at the moment of reading */
        rung?: components['schemas']['EscalationLevel'];
        /** @description 50 where not given */
        limit?: number;
        /** @description `nextCursor` of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "stage": "collected",
           *           "state": "rectifying",
           *           "light": "green",
           *           "leadUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "isKey": false,
           *           "dueOn": "2026-11-27",
           *           "clock": {
           *             "state": "notStarted",
           *             "day": "2026-11-27",
           *             "days": 3,
           *             "provisional": false,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "title": "滨河路夜间飙车扰民",
           *           "workingDaysLate": 3,
           *           "wait": {
           *             "kind": "triage",
           *             "by": "2026-11-27",
           *             "is": "left",
           *             "days": 3,
           *             "labels": {
           *               "zh-CN": "整改中",
           *               "en": "Being rectified"
           *             }
           *           },
           *           "nextDate": {
           *             "kind": "promise",
           *             "day": "2026-11-27",
           *             "at": "2026-11-27T01:30:00.000Z",
           *             "is": "left",
           *             "days": 3,
           *             "rung": "blue",
           *             "promisedOn": "2026-11-27",
           *             "roles": [
           *               "unitLeader"
           *             ],
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "labels": {
           *               "zh-CN": "承诺期满，11月30日发橙单",
           *               "en": "Promise over: orange order on 30 Nov"
           *             }
           *           },
           *           "waiveUntil": "2026-11-27",
           *           "awaitingSignature": false,
           *           "orders": [
           *             {
           *               "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "period": 3,
           *               "rung": "blue",
           *               "status": "issued",
           *               "issuedAt": "2026-11-27T01:30:00.000Z",
           *               "replyDueOn": "2026-11-27",
           *               "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "toRole": "clerk",
           *               "copyRole": "clerk",
           *               "acts": [
           *                 {
           *                   "act": "replied",
           *                   "at": "2026-11-27T01:30:00.000Z",
           *                   "byName": "王敏",
           *                   "text": "滨河路夜间飙车扰民，居民无法休息",
           *                   "cause": "cause",
           *                   "promise": {
           *                     "promisedOn": "2026-11-27",
           *                     "isFinal": false,
           *                     "keptOn": "2026-11-27",
           *                     "is": "kept"
           *                   },
           *                   "reviewOn": "2026-11-27"
           *                 }
           *               ]
           *             }
           *           ]
           *         }
           *       ],
           *       "nextCursor": "WyIyMDI2LTExLTIwIl0"
           *     }
           */
          'application/json': components['schemas']['OverduePage'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  StandardTexts_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "kind": "reply",
           *         "name": "王敏",
           *         "text": "滨河路夜间飙车扰民，居民无法休息",
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "mayChange": false
           *       }
           *     ]
           */
          'application/json': components['schemas']['StandardTextShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  StandardTexts_put: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "kind": "reply",
         *       "name": "王敏",
         *       "text": "滨河路夜间飙车扰民，居民无法休息"
         *     }
         */
        'application/json': components['schemas']['StandardTextInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "kind": "reply",
           *       "name": "王敏",
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "mayChange": false
           *     }
           */
          'application/json': components['schemas']['StandardTextShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  StandardTexts_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Session_signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "wangmin",
         *       "password": "a password of ten and more"
         *     }
         */
        'application/json': components['schemas']['SignIn'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "user": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "username": "wangmin",
           *         "name": "王敏",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "roles": [
           *           {
           *             "role": "clerk",
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ]
           *       },
           *       "officeZone": "Asia/Shanghai",
           *       "passwordDue": false,
           *       "draftKey": "q83vEjRWeJA="
           *     }
           */
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Session_signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Session_me: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "user": {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "username": "wangmin",
           *         "name": "王敏",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "roles": [
           *           {
           *             "role": "clerk",
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ]
           *       },
           *       "officeZone": "Asia/Shanghai",
           *       "passwordDue": false,
           *       "draftKey": "q83vEjRWeJA="
           *     }
           */
          'application/json': components['schemas']['Me'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Session_changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "currentPassword": "a start for everybody",
         *       "newPassword": "a password of ten and more"
         *     }
         */
        'application/json': components['schemas']['NewPassword'];
      };
    };
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_sessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "device": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
           *         "since": "2026-11-27T01:30:00.000Z",
           *         "lastUsedAt": "2026-11-27T01:30:00.000Z",
           *         "current": false
           *       }
           *     ]
           */
          'application/json': components['schemas']['SessionView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_endOthers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_tokens: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "name": "王敏",
           *         "expiresOn": "2026-11-27",
           *         "createdAt": "2026-11-27T01:30:00.000Z"
           *       }
           *     ]
           */
          'application/json': components['schemas']['TokenView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_issueToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "expiresOn": "2026-11-27"
         *     }
         */
        'application/json': components['schemas']['NewToken'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "token": "xh_2f8Yk0Q7"
           *     }
           */
          'application/json': components['schemas']['IssuedToken'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Account_revokeToken: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  SignInAlarms_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "username": "wangmin",
           *         "personName": "王敏",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "day": "2026-11-27",
           *         "refused": 3,
           *         "firstAt": "2026-11-27T01:30:00.000Z",
           *         "lastAt": "2026-11-27T01:30:00.000Z"
           *       }
           *     ]
           */
          'application/json': components['schemas']['SignInAlarmShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_units: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "name": "王敏",
           *         "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "leaderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "liaisonId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "sort": 3,
           *         "depth": 3
           *       }
           *     ]
           */
          'application/json': components['schemas']['UnitView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_addUnit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "leaderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "liaisonId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "sort": 3
         *     }
         */
        'application/json': components['schemas']['NewUnit'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "name": "王敏",
           *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "leaderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "liaisonId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "sort": 3,
           *       "depth": 3
           *     }
           */
          'application/json': components['schemas']['UnitView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_changeUnit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "leaderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "liaisonId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "sort": 3
         *     }
         */
        'application/json': components['schemas']['UnitPatch'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "name": "王敏",
           *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "leaderId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "liaisonId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "sort": 3,
           *       "depth": 3
           *     }
           */
          'application/json': components['schemas']['UnitView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_categories: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "code": "publicOrder",
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "sort": 3,
           *         "days": [
           *           {
           *             "track": "standard",
           *             "own": 3,
           *             "days": 3,
           *             "source": "category",
           *             "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['CategoryView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_addCategory: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "publicOrder",
         *       "labels": {
         *         "zh-CN": "整改中",
         *         "en": "Being rectified"
         *       },
         *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "sort": 3,
         *       "workingDays": {
         *         "standard": 3,
         *         "immediate": 3
         *       }
         *     }
         */
        'application/json': components['schemas']['NewCategory'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "code": "publicOrder",
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "sort": 3,
           *       "days": [
           *         {
           *           "track": "standard",
           *           "own": 3,
           *           "days": 3,
           *           "source": "category",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CategoryView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_changeCategory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "labels": {
         *         "zh-CN": "整改中",
         *         "en": "Being rectified"
         *       },
         *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "sort": 3,
         *       "workingDays": {
         *         "standard": 3,
         *         "immediate": 3
         *       }
         *     }
         */
        'application/json': components['schemas']['CategoryPatch'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "code": "publicOrder",
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "parentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "sort": 3,
           *       "days": [
           *         {
           *           "track": "standard",
           *           "own": 3,
           *           "days": 3,
           *           "source": "category",
           *           "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CategoryView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  ReferenceData_daysSet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "track": "standard",
           *         "days": 3,
           *         "since": "2026-11-27T01:30:00.000Z",
           *         "byName": "王敏"
           *       }
           *     ]
           */
          'application/json': components['schemas']['DaysSetView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  People_list: {
    parameters: {
      query?: {
        /** @description People of this unit and everything below it */
        unitId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "username": "wangmin",
           *         "name": "王敏",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "active": false,
           *         "startPassword": false,
           *         "roles": [
           *           {
           *             "role": "clerk",
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['PersonView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  People_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "username": "wangmin",
         *       "name": "王敏",
         *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "password": "a password of ten and more",
         *       "roles": [
         *         {
         *           "role": "clerk",
         *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['NewPerson'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "username": "wangmin",
           *       "name": "王敏",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "active": false,
           *       "startPassword": false,
           *       "roles": [
           *         {
           *           "role": "clerk",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PersonView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  People_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "王敏",
         *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "active": false,
         *       "password": "a password of ten and more",
         *       "roles": [
         *         {
         *           "role": "clerk",
         *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['PersonPatch'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "username": "wangmin",
           *       "name": "王敏",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "active": false,
           *       "startPassword": false,
           *       "roles": [
           *         {
           *           "role": "clerk",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PersonView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_own: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "own": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentName": "absentName",
           *           "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "deputyName": "deputyName",
           *           "fromOn": "2026-11-27",
           *           "untilOn": "2026-11-27",
           *           "reason": "出差",
           *           "state": "asked",
           *           "askedByName": "askedByName",
           *           "grantedByName": "grantedByName",
           *           "endedByName": "endedByName",
           *           "mayGrant": false,
           *           "mayEnd": false
           *         }
           *       ],
           *       "standingIn": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentName": "absentName",
           *           "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "deputyName": "deputyName",
           *           "fromOn": "2026-11-27",
           *           "untilOn": "2026-11-27",
           *           "reason": "出差",
           *           "state": "asked",
           *           "askedByName": "askedByName",
           *           "grantedByName": "grantedByName",
           *           "endedByName": "endedByName",
           *           "mayGrant": false,
           *           "mayEnd": false
           *         }
           *       ],
           *       "asked": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "absentName": "absentName",
           *           "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "deputyName": "deputyName",
           *           "fromOn": "2026-11-27",
           *           "untilOn": "2026-11-27",
           *           "reason": "出差",
           *           "state": "asked",
           *           "askedByName": "askedByName",
           *           "grantedByName": "grantedByName",
           *           "endedByName": "endedByName",
           *           "mayGrant": false,
           *           "mayEnd": false
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OwnDeputies'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_addOwn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "fromOn": "2026-11-27",
         *       "untilOn": "2026-11-27",
         *       "reason": "出差"
         *     }
         */
        'application/json': components['schemas']['NewDeputy'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentName": "absentName",
           *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "deputyName": "deputyName",
           *       "fromOn": "2026-11-27",
           *       "untilOn": "2026-11-27",
           *       "reason": "出差",
           *       "state": "asked",
           *       "askedByName": "askedByName",
           *       "grantedByName": "grantedByName",
           *       "endedByName": "endedByName",
           *       "mayGrant": false,
           *       "mayEnd": false
           *     }
           */
          'application/json': components['schemas']['DeputyShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "absentName": "absentName",
           *         "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "deputyName": "deputyName",
           *         "fromOn": "2026-11-27",
           *         "untilOn": "2026-11-27",
           *         "reason": "出差",
           *         "state": "asked",
           *         "askedByName": "askedByName",
           *         "grantedByName": "grantedByName",
           *         "endedByName": "endedByName",
           *         "mayGrant": false,
           *         "mayEnd": false
           *       }
           *     ]
           */
          'application/json': components['schemas']['DeputyShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "fromOn": "2026-11-27",
         *       "untilOn": "2026-11-27",
         *       "reason": "出差",
         *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['NewDeputyOf'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentName": "absentName",
           *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "deputyName": "deputyName",
           *       "fromOn": "2026-11-27",
           *       "untilOn": "2026-11-27",
           *       "reason": "出差",
           *       "state": "asked",
           *       "askedByName": "askedByName",
           *       "grantedByName": "grantedByName",
           *       "endedByName": "endedByName",
           *       "mayGrant": false,
           *       "mayEnd": false
           *     }
           */
          'application/json': components['schemas']['DeputyShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_candidates: {
    parameters: {
      query?: {
        /** @description Who may stand in for this person; one’s own deputies where it is left out */
        absentId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "name": "王敏",
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "duties": [
           *           {
           *             "role": "clerk",
           *             "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *           }
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['DeputyCandidate'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_grant: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentName": "absentName",
           *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "deputyName": "deputyName",
           *       "fromOn": "2026-11-27",
           *       "untilOn": "2026-11-27",
           *       "reason": "出差",
           *       "state": "asked",
           *       "askedByName": "askedByName",
           *       "grantedByName": "grantedByName",
           *       "endedByName": "endedByName",
           *       "mayGrant": false,
           *       "mayEnd": false
           *     }
           */
          'application/json': components['schemas']['DeputyShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_end: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "absentName": "absentName",
           *       "deputyId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "deputyName": "deputyName",
           *       "fromOn": "2026-11-27",
           *       "untilOn": "2026-11-27",
           *       "reason": "出差",
           *       "state": "asked",
           *       "askedByName": "askedByName",
           *       "grantedByName": "grantedByName",
           *       "endedByName": "endedByName",
           *       "mayGrant": false,
           *       "mayEnd": false
           *     }
           */
          'application/json': components['schemas']['DeputyShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Deputies_steps: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "steps": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "title": "滨河路夜间飙车扰民",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "at": "2026-11-27T01:30:00.000Z"
           *         }
           *       ],
           *       "more": false
           *     }
           */
          'application/json': components['schemas']['StepsInName'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Calendar_year: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: number;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "year": 3,
           *       "announced": false,
           *       "provisional": false,
           *       "workingDays": 3,
           *       "offDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "workDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "origin": "holiday-cn",
           *       "loadedAt": "2026-11-27T01:30:00.000Z",
           *       "loadedBy": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *     }
           */
          'application/json': components['schemas']['CalendarYearView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Calendar_load: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: number;
      };
      cookie?: never;
    };
    /** @description A year as published by holiday-cn */
    requestBody: {
      content: {
        /**
         * @example {
         *       "year": 2027,
         *       "papers": [
         *         "papers"
         *       ],
         *       "days": [
         *         {
         *           "name": "元旦",
         *           "date": "2026-11-27",
         *           "isOffDay": false
         *         }
         *       ]
         *     }
         */
        'application/json': {
          /** @example 2027 */
          year: number;
          papers?: string[];
          days: {
            /** @example 元旦 */
            name: string;
            /** Format: date */
            date: string;
            isOffDay: boolean;
          }[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "year": 3,
           *       "announced": false,
           *       "provisional": false,
           *       "workingDays": 3,
           *       "offDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "workDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "origin": "holiday-cn",
           *       "loadedAt": "2026-11-27T01:30:00.000Z",
           *       "loadedBy": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "recomputed": 3
           *     }
           */
          'application/json': components['schemas']['LoadedYear'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Calendar_edit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        year: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "days": [
         *         {
         *           "day": "2026-11-27",
         *           "kind": "off",
         *           "name": "王敏"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['DayEdits'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "year": 3,
           *       "announced": false,
           *       "provisional": false,
           *       "workingDays": 3,
           *       "offDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "workDays": [
           *         {
           *           "day": "2026-11-27",
           *           "name": "王敏"
           *         }
           *       ],
           *       "origin": "holiday-cn",
           *       "loadedAt": "2026-11-27T01:30:00.000Z",
           *       "loadedBy": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "recomputed": 3
           *     }
           */
          'application/json': components['schemas']['LoadedYear'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Reports_closure: {
    parameters: {
      query?: {
        /** @description First day of collection */
        from?: string;
        /** @description Last day of collection */
        to?: string;
        /** @description Figures as they stood at the end of this day; today by default */
        asOf?: string;
        /** @description unit by default */
        by?: components['schemas']['ReportSplit'];
        /** @description Lead unit, with everything below it */
        unitId?: string;
        /** @description Whether cases imported as closed from old ledgers count; exclude by default */
        takenOver?: 'include' | 'exclude';
        /** @description none: the total alone; all by default */
        rows?: 'all' | 'none';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "asOf": "2026-11-27",
           *       "from": "2026-11-27",
           *       "to": "2026-11-27",
           *       "by": "unit",
           *       "rows": [
           *         {
           *           "key": "publicOrder",
           *           "label": "签收",
           *           "measures": {
           *             "closureRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "dueAndClosedRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "strictClosureRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "strictOnTimeRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "signedInTimeRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "promiseKeptRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "resolvedRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "satisfaction": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "ownSatisfaction": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "contactRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "reopenedRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "returnedRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "extendedRate": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "parkedShare": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             },
           *             "unverifiedShare": {
           *               "numerator": 3,
           *               "denominator": 3,
           *               "rate": 0.9616,
           *               "numeratorCases": 3,
           *               "denominatorCases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *               "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *             }
           *           },
           *           "counts": {
           *             "collected": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "adopted": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "rejected": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "merged": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "withdrawn": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "resolved": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "disputed": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "unverified": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "parked": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "overdue": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "departedLate": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             }
           *           },
           *           "workingDays": {
           *             "median": 3,
           *             "p90": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "firstResponse": {
           *             "hours": 3.5,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "signs": {
           *             "closedWithinHour": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "closedWithoutEvidence": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "extendedOnLastDay": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "shortPhoneVisits": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "extendedLate": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "everParked": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "parkedBeforeDue": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "resumedSameDay": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "freshAfterDue": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "closedAfterReopening": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "declinedAgain": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "dueFarAhead": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "departedLate": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "transferredLate": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "ratedBelowVisit": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "leftUnsigned": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "promiseBroken": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "leaderWaived": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "waivedAgain": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "easedByCorrection": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "disputed": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "splitOff": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "takenOverClosed": {
           *               "count": 3,
           *               "cases": 3,
           *               "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *             },
           *             "neverNegativeUnits": [
           *               {
           *                 "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *                 "name": "王敏",
           *                 "visits": 3
           *               }
           *             ]
           *           }
           *         }
           *       ],
           *       "total": {
           *         "key": "publicOrder",
           *         "label": "签收",
           *         "measures": {
           *           "closureRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "dueAndClosedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "strictClosureRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "strictOnTimeRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "signedInTimeRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "promiseKeptRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "resolvedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "satisfaction": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "ownSatisfaction": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "contactRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "reopenedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "returnedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "extendedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "parkedShare": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           },
           *           "unverifiedShare": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616,
           *             "numeratorCases": 3,
           *             "denominatorCases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27",
           *             "denominatorHref": "/api/cases?measure=adopted&asOf=2026-11-27"
           *           }
           *         },
           *         "counts": {
           *           "collected": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "adopted": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "rejected": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "merged": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "withdrawn": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "resolved": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "disputed": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "unverified": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "parked": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "overdue": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "departedLate": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           }
           *         },
           *         "workingDays": {
           *           "median": 3,
           *           "p90": 3,
           *           "cases": 3,
           *           "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *         },
           *         "firstResponse": {
           *           "hours": 3.5,
           *           "cases": 3,
           *           "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *         },
           *         "signs": {
           *           "closedWithinHour": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "closedWithoutEvidence": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "extendedOnLastDay": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "shortPhoneVisits": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "extendedLate": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "everParked": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "parkedBeforeDue": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "resumedSameDay": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "freshAfterDue": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "closedAfterReopening": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "declinedAgain": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "dueFarAhead": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "departedLate": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "transferredLate": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "ratedBelowVisit": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "leftUnsigned": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "promiseBroken": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "leaderWaived": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "waivedAgain": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "easedByCorrection": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "disputed": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "splitOff": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "takenOverClosed": {
           *             "count": 3,
           *             "cases": 3,
           *             "casesHref": "/api/cases?measure=resolved&asOf=2026-11-27"
           *           },
           *           "neverNegativeUnits": [
           *             {
           *               "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *               "name": "王敏",
           *               "visits": 3
           *             }
           *           ]
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['ClosureReport'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Reports_trend: {
    parameters: {
      query?: {
        /** @description First day of collection */
        from?: string;
        /** @description Last day of collection */
        to?: string;
        /** @description Figures as they stood at the end of this day; today by default */
        asOf?: string;
        /** @description Lead unit, with everything below it */
        unitId?: string;
        /** @description Whether cases imported as closed from old ledgers count; exclude by default */
        takenOver?: 'include' | 'exclude';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "points": [
           *         {
           *           "asOf": "2026-11-27",
           *           "closureRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           },
           *           "dueAndClosedRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ClosureTrend'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Reports_export: {
    parameters: {
      query?: {
        /** @description First day of collection */
        from?: string;
        /** @description Last day of collection */
        to?: string;
        /** @description Figures as they stood at the end of this day; today by default */
        asOf?: string;
        /** @description unit by default */
        by?: components['schemas']['ReportSplit'];
        /** @description Lead unit, with everything below it */
        unitId?: string;
        /** @description Whether cases imported as closed from old ledgers count; exclude by default */
        takenOver?: 'include' | 'exclude';
        /** @description xlsx by default */
        format?: 'xlsx' | 'csv';
        /** @description zh-CN by default */
        language?: components['schemas']['Language'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Ledger_import: {
    parameters: {
      query?: {
        /** @description The same as in the form */
        dryRun?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
          /** @description JSON: see docs/ledger.md */
          mapping?: string;
          dryRun?: boolean;
          createUnits?: boolean;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "importId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "dryRun": false,
           *       "rows": 3,
           *       "imported": 3,
           *       "merged": 3,
           *       "refused": [
           *         {
           *           "line": 3,
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         }
           *       ],
           *       "joined": [
           *         {
           *           "line": 3,
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改",
           *           "into": 3,
           *           "number": "ZG-2026-000123"
           *         }
           *       ],
           *       "became": {
           *         "closed": 3,
           *         "dropped": 3,
           *         "assigned": 3,
           *         "collected": 3
           *       },
           *       "late": 3,
           *       "provisional": 3,
           *       "additions": 3,
           *       "units": {
           *         "created": [
           *           "created"
           *         ],
           *         "matched": [
           *           {
           *             "name": "王敏",
           *             "unit": "城东分局"
           *           }
           *         ],
           *         "unknown": [
           *           "unknown"
           *         ]
           *       },
           *       "unknownCategories": [
           *         "unknownCategories"
           *       ],
           *       "columns": [
           *         {
           *           "letter": "C",
           *           "header": "问题描述",
           *           "field": "serial",
           *           "example": "example"
           *         }
           *       ],
           *       "file": {
           *         "name": "王敏",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "kind": "csv",
           *         "encoding": "gb18030",
           *         "sheet": "台账",
           *         "unreadSheets": [
           *           "unreadSheets"
           *         ],
           *         "headerLine": 3,
           *         "columns": {},
           *         "unknownHeaders": [
           *           "unknownHeaders"
           *         ]
           *       }
           *     }
           */
          'application/json': components['schemas']['ImportReport'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Ledger_export: {
    parameters: {
      query?: {
        /** @description xlsx by default */
        format?: 'xlsx' | 'csv';
        /** @description A sheet for each lead unit, of at most 5,000 cases; xlsx only */
        byUnit?: boolean;
        stage?: components['schemas']['Stage'];
        light?: components['schemas']['Light'];
        unitId?: string;
        leadUnitId?: string;
        categoryId?: string;
        exactCategoryId?: string;
        source?: components['schemas']['Source'];
        meetingId?: string;
        planId?: string;
        overdue?: boolean;
        outcome?: components['schemas']['Outcome'];
        track?: components['schemas']['Track'];
        q?: string;
        measure?: components['schemas']['ListMeasure'];
        asOf?: string;
        since?: string;
        from?: string;
        to?: string;
        takenOver?: 'include' | 'exclude';
        dueFrom?: string;
        dueTo?: string;
        closedFrom?: string;
        closedTo?: string;
        personId?: string;
        sort?: components['schemas']['CaseSort'];
        order?: components['schemas']['SortDirection'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "fileName": "fileName",
           *           "createdAt": "2026-11-27T01:30:00.000Z",
           *           "expiresAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DraftList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_keep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "expiresAt": "2026-11-27T01:30:00.000Z",
           *       "importId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "reading": {
           *         "kind": "csv",
           *         "sheets": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "hidden": false
           *           }
           *         ],
           *         "sheet": "台账",
           *         "headerLines": [
           *           3
           *         ],
           *         "columns": [
           *           {
           *             "column": 3,
           *             "letter": "C",
           *             "header": "问题描述",
           *             "field": "serial",
           *             "sure": "sure",
           *             "why": {
           *               "code": "ledger.row.undated",
           *               "message": "The lead unit does not check its own fix",
           *               "messageZh": "牵头单位不能核查自己的整改"
           *             },
           *             "example": "example"
           *           }
           *         ],
           *         "year": 1900,
           *         "yearWhy": {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         },
           *         "identity": {
           *           "kind": "own",
           *           "sure": "sure",
           *           "why": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           }
           *         },
           *         "layout": "layout"
           *       },
           *       "refusal": {
           *         "code": "ledger.row.undated",
           *         "message": "The lead unit does not check its own fix",
           *         "messageZh": "牵头单位不能核查自己的整改",
           *         "details": {}
           *       },
           *       "counts": {
           *         "rows": 3,
           *         "new": 3,
           *         "joined": 3,
           *         "changed": 3,
           *         "asked": 3,
           *         "left": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "open": 3,
           *         "dropped": 3,
           *         "late": 3,
           *         "sealed": 3
           *       },
           *       "doubts": [
           *         {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改",
           *           "key": "publicOrder",
           *           "field": "serial",
           *           "shown": "shown",
           *           "options": [
           *             {
           *               "value": "value",
           *               "label": "签收",
           *               "labelZh": "labelZh"
           *             }
           *           ],
           *           "free": "day",
           *           "suggested": "suggested",
           *           "rows": 3,
           *           "lines": [
           *             3
           *           ],
           *           "answer": "已列入本月夜查"
           *         }
           *       ],
           *       "units": {
           *         "unknown": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "key": "publicOrder"
           *           }
           *         ],
           *         "made": [
           *           "made"
           *         ],
           *         "matched": [
           *           {
           *             "name": "王敏",
           *             "unit": "城东分局",
           *             "exact": false
           *           }
           *         ],
           *         "mayMake": false
           *       },
           *       "unknownCategories": [
           *         "unknownCategories"
           *       ],
           *       "choices": {},
           *       "seen": "seen"
           *     }
           */
          'application/json': components['schemas']['LedgerDraftShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_get: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "expiresAt": "2026-11-27T01:30:00.000Z",
           *       "importId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "reading": {
           *         "kind": "csv",
           *         "sheets": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "hidden": false
           *           }
           *         ],
           *         "sheet": "台账",
           *         "headerLines": [
           *           3
           *         ],
           *         "columns": [
           *           {
           *             "column": 3,
           *             "letter": "C",
           *             "header": "问题描述",
           *             "field": "serial",
           *             "sure": "sure",
           *             "why": {
           *               "code": "ledger.row.undated",
           *               "message": "The lead unit does not check its own fix",
           *               "messageZh": "牵头单位不能核查自己的整改"
           *             },
           *             "example": "example"
           *           }
           *         ],
           *         "year": 1900,
           *         "yearWhy": {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         },
           *         "identity": {
           *           "kind": "own",
           *           "sure": "sure",
           *           "why": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           }
           *         },
           *         "layout": "layout"
           *       },
           *       "refusal": {
           *         "code": "ledger.row.undated",
           *         "message": "The lead unit does not check its own fix",
           *         "messageZh": "牵头单位不能核查自己的整改",
           *         "details": {}
           *       },
           *       "counts": {
           *         "rows": 3,
           *         "new": 3,
           *         "joined": 3,
           *         "changed": 3,
           *         "asked": 3,
           *         "left": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "open": 3,
           *         "dropped": 3,
           *         "late": 3,
           *         "sealed": 3
           *       },
           *       "doubts": [
           *         {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改",
           *           "key": "publicOrder",
           *           "field": "serial",
           *           "shown": "shown",
           *           "options": [
           *             {
           *               "value": "value",
           *               "label": "签收",
           *               "labelZh": "labelZh"
           *             }
           *           ],
           *           "free": "day",
           *           "suggested": "suggested",
           *           "rows": 3,
           *           "lines": [
           *             3
           *           ],
           *           "answer": "已列入本月夜查"
           *         }
           *       ],
           *       "units": {
           *         "unknown": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "key": "publicOrder"
           *           }
           *         ],
           *         "made": [
           *           "made"
           *         ],
           *         "matched": [
           *           {
           *             "name": "王敏",
           *             "unit": "城东分局",
           *             "exact": false
           *           }
           *         ],
           *         "mayMake": false
           *       },
           *       "unknownCategories": [
           *         "unknownCategories"
           *       ],
           *       "choices": {},
           *       "seen": "seen"
           *     }
           */
          'application/json': components['schemas']['LedgerDraftShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_forget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "choices": {
         *         "answers": {
         *           "unit:城东派出所": "make"
         *         }
         *       }
         *     }
         */
        'application/json': components['schemas']['DraftAnswer'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "expiresAt": "2026-11-27T01:30:00.000Z",
           *       "importId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "reading": {
           *         "kind": "csv",
           *         "sheets": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "hidden": false
           *           }
           *         ],
           *         "sheet": "台账",
           *         "headerLines": [
           *           3
           *         ],
           *         "columns": [
           *           {
           *             "column": 3,
           *             "letter": "C",
           *             "header": "问题描述",
           *             "field": "serial",
           *             "sure": "sure",
           *             "why": {
           *               "code": "ledger.row.undated",
           *               "message": "The lead unit does not check its own fix",
           *               "messageZh": "牵头单位不能核查自己的整改"
           *             },
           *             "example": "example"
           *           }
           *         ],
           *         "year": 1900,
           *         "yearWhy": {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         },
           *         "identity": {
           *           "kind": "own",
           *           "sure": "sure",
           *           "why": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           }
           *         },
           *         "layout": "layout"
           *       },
           *       "refusal": {
           *         "code": "ledger.row.undated",
           *         "message": "The lead unit does not check its own fix",
           *         "messageZh": "牵头单位不能核查自己的整改",
           *         "details": {}
           *       },
           *       "counts": {
           *         "rows": 3,
           *         "new": 3,
           *         "joined": 3,
           *         "changed": 3,
           *         "asked": 3,
           *         "left": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "open": 3,
           *         "dropped": 3,
           *         "late": 3,
           *         "sealed": 3
           *       },
           *       "doubts": [
           *         {
           *           "code": "ledger.row.undated",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改",
           *           "key": "publicOrder",
           *           "field": "serial",
           *           "shown": "shown",
           *           "options": [
           *             {
           *               "value": "value",
           *               "label": "签收",
           *               "labelZh": "labelZh"
           *             }
           *           ],
           *           "free": "day",
           *           "suggested": "suggested",
           *           "rows": 3,
           *           "lines": [
           *             3
           *           ],
           *           "answer": "已列入本月夜查"
           *         }
           *       ],
           *       "units": {
           *         "unknown": [
           *           {
           *             "name": "王敏",
           *             "rows": 3,
           *             "key": "publicOrder"
           *           }
           *         ],
           *         "made": [
           *           "made"
           *         ],
           *         "matched": [
           *           {
           *             "name": "王敏",
           *             "unit": "城东分局",
           *             "exact": false
           *           }
           *         ],
           *         "mayMake": false
           *       },
           *       "unknownCategories": [
           *         "unknownCategories"
           *       ],
           *       "choices": {},
           *       "seen": "seen"
           *     }
           */
          'application/json': components['schemas']['LedgerDraftShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_rows: {
    parameters: {
      query?: {
        /** @description Rows of the filtered list to pass over; default 0 */
        from?: number;
        /** @description Default 100 */
        limit?: number;
        becomes?: components['schemas']['LedgerRowBecomes'];
        /** @description Only rows that share this doubt, by its key */
        doubt?: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 3,
           *       "items": [
           *         {
           *           "line": 3,
           *           "kind": "issue",
           *           "sure": "sure",
           *           "section": "section",
           *           "cells": [
           *             {
           *               "column": 3,
           *               "shown": "shown",
           *               "meaning": "meaning",
           *               "sure": "sure",
           *               "why": {
           *                 "code": "ledger.row.undated",
           *                 "message": "The lead unit does not check its own fix",
           *                 "messageZh": "牵头单位不能核查自己的整改"
           *               }
           *             }
           *           ],
           *           "becomes": "new",
           *           "caseNumber": "ZG-2026-000123",
           *           "joinsLine": 3,
           *           "changes": [
           *             {
           *               "field": "title",
           *               "from": "from",
           *               "to": "to",
           *               "command": "TRANSFER",
           *               "why": {
           *                 "code": "ledger.row.undated",
           *                 "message": "The lead unit does not check its own fix",
           *                 "messageZh": "牵头单位不能核查自己的整改"
           *               },
           *               "conflict": {
           *                 "code": "ledger.row.undated",
           *                 "message": "The lead unit does not check its own fix",
           *                 "messageZh": "牵头单位不能核查自己的整改"
           *               }
           *             }
           *           ],
           *           "title": "滨河路夜间飙车扰民",
           *           "unit": "城东分局",
           *           "supporting": [
           *             "supporting"
           *           ],
           *           "dueOn": "2026-11-27",
           *           "dueWhy": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           },
           *           "state": "open",
           *           "stateWhy": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           },
           *           "track": "standard",
           *           "raiserSealed": false,
           *           "measures": 3,
           *           "doubts": [
           *             {
           *               "code": "ledger.row.undated",
           *               "message": "The lead unit does not check its own fix",
           *               "messageZh": "牵头单位不能核查自己的整改",
           *               "key": "publicOrder",
           *               "field": "serial",
           *               "shown": "shown",
           *               "options": [
           *                 {
           *                   "value": "value",
           *                   "label": "签收",
           *                   "labelZh": "labelZh"
           *                 }
           *               ],
           *               "free": "day",
           *               "suggested": "suggested"
           *             }
           *           ],
           *           "why": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DraftRows'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_confirm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "mode": "all",
         *       "seen": "seen"
         *     }
         */
        'application/json': components['schemas']['DraftConfirm'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "state": "running",
           *       "total": 3,
           *       "done": 3,
           *       "counts": {
           *         "imported": 3,
           *         "merged": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "dropped": 3,
           *         "assigned": 3,
           *         "collected": 3,
           *         "late": 3,
           *         "additions": 3
           *       },
           *       "undoUntil": "2026-11-27T01:30:00.000Z",
           *       "undoneAt": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['ImportProgress'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_known: {
    parameters: {
      query?: {
        /** @description `layout` of a reading; empty or absent: for every ledger */
        layout?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "layout": "layout",
           *       "words": {
           *         "status": {
           *           "挂账": "open"
           *         },
           *         "headers": {
           *           "整改完成时限": "dueOn"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['LedgerWordsShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_setWords: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "layout": "layout",
         *       "words": {
         *         "status": {
         *           "挂账": "open"
         *         },
         *         "headers": {
         *           "整改完成时限": "dueOn"
         *         }
         *       },
         *       "knownAs": "knownAs"
         *     }
         */
        'application/json': components['schemas']['LedgerWordsInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "layout": "layout",
           *       "words": {
           *         "status": {
           *           "挂账": "open"
           *         },
           *         "headers": {
           *           "整改完成时限": "dueOn"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['LedgerWordsShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Draft_layouts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "layout": "layout",
           *           "knownAs": "knownAs",
           *           "words": {},
           *           "changedAt": "2026-11-27T01:30:00.000Z",
           *           "changedBy": "changedBy"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['LedgerWordsList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Import_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "fileName": "fileName",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "state": "running",
           *           "total": 3,
           *           "done": 3,
           *           "counts": {
           *             "imported": 3,
           *             "merged": 3,
           *             "refused": 3,
           *             "closed": 3,
           *             "dropped": 3,
           *             "assigned": 3,
           *             "collected": 3,
           *             "late": 3,
           *             "additions": 3
           *           },
           *           "undoUntil": "2026-11-27T01:30:00.000Z",
           *           "undoneAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ImportList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Import_progress: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "state": "running",
           *       "total": 3,
           *       "done": 3,
           *       "counts": {
           *         "imported": 3,
           *         "merged": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "dropped": 3,
           *         "assigned": 3,
           *         "collected": 3,
           *         "late": 3,
           *         "additions": 3
           *       },
           *       "undoUntil": "2026-11-27T01:30:00.000Z",
           *       "undoneAt": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['ImportProgress'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Import_cancel: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "fileName": "fileName",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "state": "running",
           *       "total": 3,
           *       "done": 3,
           *       "counts": {
           *         "imported": 3,
           *         "merged": 3,
           *         "refused": 3,
           *         "closed": 3,
           *         "dropped": 3,
           *         "assigned": 3,
           *         "collected": 3,
           *         "late": 3,
           *         "additions": 3
           *       },
           *       "undoUntil": "2026-11-27T01:30:00.000Z",
           *       "undoneAt": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['ImportProgress'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Import_undo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "withdrawn": 3,
           *       "kept": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "why": {
           *             "code": "ledger.row.undated",
           *             "message": "The lead unit does not check its own fix",
           *             "messageZh": "牵头单位不能核查自己的整改"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ImportUndone'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Import_protocol: {
    parameters: {
      query?: {
        /** @description xlsx by default */
        format?: 'xlsx' | 'csv';
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Attachments_add: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          files: string[];
        };
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "sha256": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "name": "王敏",
           *         "mediaType": "image/jpeg",
           *         "size": 3,
           *         "at": "2026-11-27T01:30:00.000Z"
           *       }
           *     ]
           */
          'application/json': components['schemas']['AttachmentShown'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Attachments_one: {
    parameters: {
      query?: {
        /** @description thumb: a small JPEG of a picture */
        size?: 'thumb';
      };
      header: {
        'if-none-match': string;
        range: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bytes */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description The part that `Range` asked for */
      206: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          '*/*': string;
        };
      };
      /** @description The bytes are those whose ETag was sent */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Uploads_policy: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "longestSide": 3,
           *       "quality": 3,
           *       "mostBytes": 3,
           *       "mostFiles": 3,
           *       "mostOfCase": 3,
           *       "mostPieceBytes": 3,
           *       "extensions": [
           *         "jpg"
           *       ]
           *     }
           */
          'application/json': components['schemas']['UploadPolicy'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Uploads_begin: {
    parameters: {
      query?: {
        /** @description In whose name it is done, where what the file is for is sent by a deputy */
        absentId?: string;
      };
      header?: {
        /** @description `filename` and, if wished, `key` (a UUID), each in base64 */
        'Upload-Metadata'?: string;
        /** @description Bytes */
        'Upload-Length'?: string;
        /** @description 1.0.0 */
        'Tus-Resumable'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Also headers Location, Upload-Offset, Upload-Expires */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "size": 3,
           *       "taken": 3,
           *       "attachmentId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *     }
           */
          'application/json': components['schemas']['UploadShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      412: components['responses']['OtherProtocol'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Uploads_forget: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      412: components['responses']['OtherProtocol'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Uploads_state: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Headers Upload-Offset, Upload-Length, and Upload-Attachment once it is evidence */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      412: components['responses']['OtherProtocol'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Uploads_append: {
    parameters: {
      query?: never;
      header?: {
        /** @description Where the piece begins */
        'Upload-Offset'?: string;
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/offset+octet-stream': string;
      };
    };
    responses: {
      /** @description Headers Upload-Offset, and Upload-Attachment once it is evidence */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      412: components['responses']['OtherProtocol'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Timers_state: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "backlog": 3,
           *       "lagSeconds": 3,
           *       "deadLettered": 3,
           *       "items": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "timerId": "xstate.after.untilLate.rectification.clock.dueSoon",
           *           "dueAt": "2026-11-27T01:30:00.000Z",
           *           "deadLetteredAt": "2026-11-27T01:30:00.000Z",
           *           "error": "delay untilLate: no due day"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['TimersView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Timers_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        caseId: string;
        timerId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "backlog": 3,
           *       "lagSeconds": 3,
           *       "deadLettered": 3,
           *       "items": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "timerId": "xstate.after.untilLate.rectification.clock.dueSoon",
           *           "dueAt": "2026-11-27T01:30:00.000Z",
           *           "deadLetteredAt": "2026-11-27T01:30:00.000Z",
           *           "error": "delay untilLate: no due day"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['TimersView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Gaps_gaps: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "stranded": 3,
           *       "cases": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "kind": "triage",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "roles": [
           *             "clerk"
           *           ],
           *           "barred": false
           *         }
           *       ],
           *       "withoutDate": [
           *         {
           *           "workflow": "rectification",
           *           "version": 3,
           *           "failed": false,
           *           "cases": 3
           *         }
           *       ],
           *       "silent": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "workflow": "rectification",
           *           "version": 3,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ],
           *       "partial": false,
           *       "units": [
           *         {
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "cases": 3
           *         }
           *       ],
           *       "roles": [
           *         {
           *           "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "role": "clerk",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['GapsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Gaps_reach: {
    parameters: {
      query: {
        role: components['schemas']['Role'];
        unitId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "role": "clerk",
           *       "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "sees": 3,
           *       "acts": 3,
           *       "can": false,
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       }
           *     }
           */
          'application/json': components['schemas']['ReachView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_overview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "done": false,
           *       "steps": [
           *         {
           *           "step": "name",
           *           "done": false,
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SetupView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_sheet: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          /** Format: binary */
          file: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "rows": [
           *         [
           *           "rows"
           *         ]
           *       ]
           *     }
           */
          'application/json': components['schemas']['SheetCells'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_checkUnits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "rows": [
         *         {
         *           "despite": false,
         *           "seen": "new",
         *           "name": "王敏",
         *           "parent": "parent"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['UnitList'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "rows": [
           *         {
           *           "kind": "new",
           *           "reason": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "username": "wangmin"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RowsSaid'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_writeUnits: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "rows": [
         *         {
         *           "despite": false,
         *           "seen": "new",
         *           "name": "王敏",
         *           "parent": "parent"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['UnitList'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "added": 3
           *     }
           */
          'application/json': components['schemas']['ListWritten'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_checkPeople: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "rows": [
         *         {
         *           "despite": false,
         *           "seen": "new",
         *           "name": "王敏",
         *           "username": "wangmin",
         *           "unit": "城东分局",
         *           "roles": "roles"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['PeopleList'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "rows": [
           *         {
           *           "kind": "new",
           *           "reason": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "username": "wangmin"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['RowsSaid'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Setup_writePeople: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "rows": [
         *         {
         *           "despite": false,
         *           "seen": "new",
         *           "name": "王敏",
         *           "username": "wangmin",
         *           "unit": "城东分局",
         *           "roles": "roles",
         *           "password": "a password of ten and more"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['PeopleListWithPasswords'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "added": 3
           *     }
           */
          'application/json': components['schemas']['ListWritten'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_mine: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "channels": [
           *         {
           *           "name": "email",
           *           "enabled": false,
           *           "on": false,
           *           "address": "wangmin@example.gov.cn",
           *           "verified": false,
           *           "isDefault": false
           *         }
           *       ],
           *       "ordersReach": false
           *     }
           */
          'application/json': components['schemas']['OwnChannels'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_choose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "channels": [
         *         {
         *           "name": "email",
         *           "on": false,
         *           "address": "wangmin@example.gov.cn"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['OwnChannelsInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "channels": [
           *         {
           *           "name": "email",
           *           "enabled": false,
           *           "on": false,
           *           "address": "wangmin@example.gov.cn",
           *           "verified": false,
           *           "isDefault": false
           *         }
           *       ],
           *       "ordersReach": false
           *     }
           */
          'application/json': components['schemas']['OwnChannels'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_sendCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['schemas']['Channel'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "sent": false,
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "request": "request"
           *     }
           */
          'application/json': components['schemas']['TestResult'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_verify: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['schemas']['Channel'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "code": "281905"
         *     }
         */
        'application/json': components['schemas']['CodeInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "channels": [
           *         {
           *           "name": "email",
           *           "enabled": false,
           *           "on": false,
           *           "address": "wangmin@example.gov.cn",
           *           "verified": false,
           *           "isDefault": false
           *         }
           *       ],
           *       "ordersReach": false
           *     }
           */
          'application/json': components['schemas']['OwnChannels'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_push: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "publicKey": "publicKey",
           *       "subscriptions": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "device": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
           *           "createdAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OwnPush'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_subscribe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "endpoint": "https://fcm.googleapis.com/fcm/send/abc",
         *       "expirationTime": "2026-11-27T01:30:00.000Z",
         *       "keys": {
         *         "p256dh": "p256dh",
         *         "auth": "auth"
         *       }
         *     }
         */
        'application/json': components['schemas']['PushSubscriptionInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "device": "Mozilla/5.0 (Windows NT 10.0; Win64; x64)",
           *       "createdAt": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PushSubscriptionView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_unsubscribe: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['schemas']['Channel'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "sent": false,
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "request": "request"
           *     }
           */
          'application/json': components['schemas']['TestResult'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_reached: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "channels": [
           *         {
           *           "name": "email",
           *           "masked": "wa***@example.gov.cn",
           *           "verified": false,
           *           "on": false
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PersonReached'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  OwnChannels_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "addresses": [
         *         {
         *           "name": "email",
         *           "address": "wangmin@example.gov.cn"
         *         }
         *       ]
         *     }
         */
        'application/json': components['schemas']['GivenAddresses'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "personId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "channels": [
           *         {
           *           "name": "email",
           *           "masked": "wa***@example.gov.cn",
           *           "verified": false,
           *           "on": false
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['PersonReached'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_overview: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "publicUrl": "publicUrl",
           *       "queueReady": false,
           *       "unreached": 3,
           *       "channels": [
           *         {
           *           "name": "email",
           *           "enabled": false,
           *           "isDefault": false,
           *           "changedAt": "2026-11-27T01:30:00.000Z",
           *           "people": 3,
           *           "waiting": 3,
           *           "waitingSeconds": 3,
           *           "dead": 3
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['ChannelsView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_email: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "host": "mail.example.gov.cn",
           *         "port": 465,
           *         "security": "tls",
           *         "username": "wangmin",
           *         "from": "zhenggai@example.gov.cn",
           *         "fromName": "整改办",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['EmailChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_setEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false,
         *       "isDefault": false,
         *       "host": "mail.example.gov.cn",
         *       "port": 465,
         *       "security": "tls",
         *       "username": "wangmin",
         *       "from": "zhenggai@example.gov.cn",
         *       "fromName": "整改办",
         *       "password": "a password of ten and more"
         *     }
         */
        'application/json': components['schemas']['EmailInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "host": "mail.example.gov.cn",
           *         "port": 465,
           *         "security": "tls",
           *         "username": "wangmin",
           *         "from": "zhenggai@example.gov.cn",
           *         "fromName": "整改办",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['EmailChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_wecom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "corpId": "ww0123456789abcdef",
           *         "agentId": 3,
           *         "baseUrl": "https://qyapi.weixin.qq.com",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['WecomChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_setWecom: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false,
         *       "isDefault": false,
         *       "corpId": "ww0123456789abcdef",
         *       "agentId": 3,
         *       "baseUrl": "https://qyapi.weixin.qq.com",
         *       "appSecret": "appSecret"
         *     }
         */
        'application/json': components['schemas']['WecomInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "corpId": "ww0123456789abcdef",
           *         "agentId": 3,
           *         "baseUrl": "https://qyapi.weixin.qq.com",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['WecomChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_dingtalk: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "appKey": "appKey",
           *         "agentId": 3,
           *         "baseUrl": "https://oapi.dingtalk.com",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['DingtalkChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_setDingtalk: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false,
         *       "isDefault": false,
         *       "appKey": "appKey",
         *       "agentId": 3,
         *       "baseUrl": "https://oapi.dingtalk.com",
         *       "appSecret": "appSecret"
         *     }
         */
        'application/json': components['schemas']['DingtalkInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "appKey": "appKey",
           *         "agentId": 3,
           *         "baseUrl": "https://oapi.dingtalk.com",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['DingtalkChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_sms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "url": "https://sms.example.gov.cn/send",
           *         "method": "POST",
           *         "headers": [
           *           {
           *             "header": "Content-Type",
           *             "value": "application/json"
           *           }
           *         ],
           *         "body": "{\"to\":\"{{mobile}}\",\"content\":\"{{text}}\",\"key\":\"{{secret}}\"}",
           *         "success": "\"code\":0",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['SmsChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_setSms: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false,
         *       "isDefault": false,
         *       "url": "https://sms.example.gov.cn/send",
         *       "method": "POST",
         *       "headers": [
         *         {
         *           "header": "Content-Type",
         *           "value": "application/json"
         *         }
         *       ],
         *       "body": "{\"to\":\"{{mobile}}\",\"content\":\"{{text}}\",\"key\":\"{{secret}}\"}",
         *       "success": "\"code\":0",
         *       "secret": "secret"
         *     }
         */
        'application/json': components['schemas']['SmsInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "url": "https://sms.example.gov.cn/send",
           *         "method": "POST",
           *         "headers": [
           *           {
           *             "header": "Content-Type",
           *             "value": "application/json"
           *           }
           *         ],
           *         "body": "{\"to\":\"{{mobile}}\",\"content\":\"{{text}}\",\"key\":\"{{secret}}\"}",
           *         "success": "\"code\":0",
           *         "hasSecret": false
           *       }
           *     }
           */
          'application/json': components['schemas']['SmsChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_push: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "contact": "mailto:zhenggai@example.gov.cn",
           *         "services": [
           *           "services"
           *         ],
           *         "publicKey": "publicKey"
           *       }
           *     }
           */
          'application/json': components['schemas']['PushChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Channels_setPush: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "enabled": false,
         *       "isDefault": false,
         *       "contact": "mailto:zhenggai@example.gov.cn",
         *       "services": [
         *         "services"
         *       ]
         *     }
         */
        'application/json': components['schemas']['PushInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "settings": {
           *         "enabled": false,
           *         "isDefault": false,
           *         "contact": "mailto:zhenggai@example.gov.cn",
           *         "services": [
           *           "services"
           *         ],
           *         "publicKey": "publicKey"
           *       }
           *     }
           */
          'application/json': components['schemas']['PushChannel'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "name": "市 12345 平台",
           *         "topics": [
           *           "order.blue"
           *         ],
           *         "active": false,
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "kind": "standard",
           *         "url": "url",
           *         "createdAt": "2026-11-27T01:30:00.000Z",
           *         "formerUntil": "2026-11-27T01:30:00.000Z",
           *         "waiting": 3,
           *         "dead": 3
           *       }
           *     ]
           */
          'application/json': components['schemas']['WebhookView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "市 12345 平台",
         *       "topics": [
         *         "order.blue"
         *       ],
         *       "active": false,
         *       "kind": "standard",
         *       "url": "https://hotline.example.gov.cn/hooks/xiaohao",
         *       "robotSecret": "robotSecret"
         *     }
         */
        'application/json': components['schemas']['NewWebhook'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "topics": [
           *         "order.blue"
           *       ],
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "kind": "standard",
           *       "url": "url",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z",
           *       "waiting": 3,
           *       "dead": 3,
           *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *     }
           */
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "市 12345 平台",
         *       "topics": [
         *         "order.blue"
         *       ],
         *       "active": false,
         *       "url": "https://hotline.example.gov.cn/hooks/xiaohao",
         *       "robotSecret": "robotSecret"
         *     }
         */
        'application/json': components['schemas']['WebhookInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "topics": [
           *         "order.blue"
           *       ],
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "kind": "standard",
           *       "url": "url",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z",
           *       "waiting": 3,
           *       "dead": 3
           *     }
           */
          'application/json': components['schemas']['WebhookView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_remove: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_rotate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "topics": [
           *         "order.blue"
           *       ],
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "kind": "standard",
           *       "url": "url",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z",
           *       "waiting": 3,
           *       "dead": 3,
           *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *     }
           */
          'application/json': components['schemas']['WebhookWithSecret'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Webhooks_test: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "sent": false,
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "request": "request"
           *     }
           */
          'application/json': components['schemas']['TestResult'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  DeadLetters_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 3,
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "channel": "email",
           *           "name": "王敏",
           *           "topics": [
           *             "order.blue"
           *           ],
           *           "messages": 3,
           *           "attempts": 3,
           *           "lastError": "lastError",
           *           "queuedAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DeadLetters'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  DeadLetters_retryAll: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "channel": "email"
         *     }
         */
        'application/json': components['schemas']['RetryInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 3,
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "channel": "email",
           *           "name": "王敏",
           *           "topics": [
           *             "order.blue"
           *           ],
           *           "messages": 3,
           *           "attempts": 3,
           *           "lastError": "lastError",
           *           "queuedAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DeadLetters'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  DeadLetters_retry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "total": 3,
           *       "items": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "channel": "email",
           *           "name": "王敏",
           *           "topics": [
           *             "order.blue"
           *           ],
           *           "messages": 3,
           *           "attempts": 3,
           *           "lastError": "lastError",
           *           "queuedAt": "2026-11-27T01:30:00.000Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['DeadLetters'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "name": "王敏",
           *         "version": 3,
           *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         },
           *         "track": "standard",
           *         "newest": false,
           *         "saved": {
           *           "byName": "王敏",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "note": "张女士表示满意"
           *         },
           *         "withdrawn": {
           *           "byName": "王敏",
           *           "at": "2026-11-27T01:30:00.000Z",
           *           "reason": "经办回访，核对反映人电话"
           *         },
           *         "takesOver": [
           *           3
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['WorkflowLine'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "王敏",
           *       "version": 3,
           *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "track": "standard",
           *       "newest": false,
           *       "saved": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "note": "张女士表示满意"
           *       },
           *       "withdrawn": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "reason": "经办回访，核对反映人电话"
           *       },
           *       "takesOver": [
           *         3
           *       ],
           *       "policy": {},
           *       "machine": {}
           *     }
           */
          'application/json': components['schemas']['WorkflowView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_simulate: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "file": {},
         *       "from": "2026-11-27",
         *       "to": "2026-11-27"
         *     }
         */
        'application/json': components['schemas']['SimulationOrder'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "from": "2026-11-27",
           *       "to": "2026-11-27",
           *       "of": 3,
           *       "played": 3,
           *       "unread": 3,
           *       "recounted": 3,
           *       "failed": [
           *         {
           *           "number": "ZG-2026-000123",
           *           "error": "delay untilLate: no due day"
           *         }
           *       ],
           *       "differing": 3,
           *       "late": {
           *         "real": 3,
           *         "draft": 3
           *       },
           *       "rungs": [
           *         {
           *           "real": 3,
           *           "draft": 3,
           *           "rung": "blue"
           *         }
           *       ],
           *       "closingsRefused": 3,
           *       "refused": [
           *         {
           *           "type": "ACCEPT",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "code": "publicOrder",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改",
           *           "cases": 3,
           *           "closings": 3
           *         }
           *       ],
           *       "asked": [
           *         {
           *           "real": 3,
           *           "draft": 3,
           *           "role": "clerk"
           *         }
           *       ],
           *       "cases": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "dueOn": "2026-11-27",
           *           "draftDueOn": "2026-11-27",
           *           "late": {
           *             "real": 3,
           *             "draft": 3
           *           },
           *           "rungs": "rungs",
           *           "draftRungs": "draftRungs",
           *           "differences": [
           *             {
           *               "type": "ACCEPT",
           *               "labels": {
           *                 "zh-CN": "整改中",
           *                 "en": "Being rectified"
           *               },
           *               "code": "publicOrder",
           *               "message": "The lead unit does not check its own fix",
           *               "messageZh": "牵头单位不能核查自己的整改",
           *               "at": "2026-11-27T01:30:00.000Z",
           *               "closes": false
           *             }
           *           ],
           *           "asked": [
           *             {
           *               "real": 3,
           *               "draft": 3,
           *               "role": "clerk",
           *               "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *             }
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['SimulationShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_migrate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "from": 3,
         *       "to": 3,
         *       "dryRun": false,
         *       "after": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['MigrationOrder'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "looked": 3,
           *       "moved": [
           *         {
           *           "from": "from",
           *           "fromLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "to": "to",
           *           "toLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "cases": 3
           *         }
           *       ],
           *       "staying": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "state": "rectifying",
           *           "stateLabels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "code": "publicOrder",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         }
           *       ],
           *       "faults": [
           *         {
           *           "number": "ZG-2026-000123",
           *           "fault": "fault",
           *           "message": "The lead unit does not check its own fix",
           *           "messageZh": "牵头单位不能核查自己的整改"
           *         }
           *       ],
           *       "next": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *     }
           */
          'application/json': components['schemas']['MigrationShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        version: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "经办回访，核对反映人电话"
         *     }
         */
        'application/json': components['schemas']['Withdrawn'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "王敏",
           *       "version": 3,
           *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "track": "standard",
           *       "newest": false,
           *       "saved": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "note": "张女士表示满意"
           *       },
           *       "withdrawn": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "reason": "经办回访，核对反映人电话"
           *       },
           *       "takesOver": [
           *         3
           *       ]
           *     }
           */
          'application/json': components['schemas']['WorkflowLine'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Workflows_save: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "base": 3,
         *       "policy": {},
         *       "note": "张女士表示满意"
         *     }
         */
        'application/json': components['schemas']['OwnVersion'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "王敏",
           *       "version": 3,
           *       "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           *       "labels": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "track": "standard",
           *       "newest": false,
           *       "saved": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "note": "张女士表示满意"
           *       },
           *       "withdrawn": {
           *         "byName": "王敏",
           *         "at": "2026-11-27T01:30:00.000Z",
           *         "reason": "经办回访，核对反映人电话"
           *       },
           *       "takesOver": [
           *         3
           *       ]
           *     }
           */
          'application/json': components['schemas']['WorkflowLine'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Wall_wall: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "day": "2026-11-27",
           *       "at": "2026-11-27T01:30:00.000Z",
           *       "closureRate": {
           *         "numerator": 3,
           *         "denominator": 3,
           *         "rate": 0.9616
           *       },
           *       "dueAndClosedRate": {
           *         "numerator": 3,
           *         "denominator": 3,
           *         "rate": 0.9616
           *       },
           *       "overdue": 3,
           *       "rows": [
           *         {
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "name": "王敏",
           *           "cells": [
           *             {
           *               "stage": "collected",
           *               "count": 3,
           *               "lights": [
           *                 {
           *                   "light": "green",
           *                   "count": 3
           *                 }
           *               ]
           *             },
           *             {
           *               "stage": "assigned",
           *               "count": 3,
           *               "lights": [
           *                 {
           *                   "light": "green",
           *                   "count": 3
           *                 }
           *               ]
           *             },
           *             {
           *               "stage": "deadline",
           *               "count": 3,
           *               "lights": [
           *                 {
           *                   "light": "green",
           *                   "count": 3
           *                 }
           *               ]
           *             },
           *             {
           *               "stage": "followUpVisit",
           *               "count": 3,
           *               "lights": [
           *                 {
           *                   "light": "green",
           *                   "count": 3
           *                 }
           *               ]
           *             },
           *             {
           *               "stage": "closed",
           *               "count": 3,
           *               "lights": [
           *                 {
           *                   "light": "green",
           *                   "count": 3
           *                 }
           *               ]
           *             }
           *           ],
           *           "overdue": 3,
           *           "closureRate": {
           *             "numerator": 3,
           *             "denominator": 3,
           *             "rate": 0.9616
           *           }
           *         }
           *       ],
           *       "total": {
           *         "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "name": "王敏",
           *         "cells": [
           *           {
           *             "stage": "collected",
           *             "count": 3,
           *             "lights": [
           *               {
           *                 "light": "green",
           *                 "count": 3
           *               }
           *             ]
           *           },
           *           {
           *             "stage": "assigned",
           *             "count": 3,
           *             "lights": [
           *               {
           *                 "light": "green",
           *                 "count": 3
           *               }
           *             ]
           *           },
           *           {
           *             "stage": "deadline",
           *             "count": 3,
           *             "lights": [
           *               {
           *                 "light": "green",
           *                 "count": 3
           *               }
           *             ]
           *           },
           *           {
           *             "stage": "followUpVisit",
           *             "count": 3,
           *             "lights": [
           *               {
           *                 "light": "green",
           *                 "count": 3
           *               }
           *             ]
           *           },
           *           {
           *             "stage": "closed",
           *             "count": 3,
           *             "lights": [
           *               {
           *                 "light": "green",
           *                 "count": 3
           *               }
           *             ]
           *           }
           *         ],
           *         "overdue": 3,
           *         "closureRate": {
           *           "numerator": 3,
           *           "denominator": 3,
           *           "rate": 0.9616
           *         }
           *       },
           *       "today": [
           *         {
           *           "measure": "collected",
           *           "came": 3,
           *           "went": 3
           *         }
           *       ],
           *       "changes": [
           *         {
           *           "measure": "collected",
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "title": "滨河路夜间飙车扰民",
           *           "unitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Wall'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Wall_unit: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "stage": "collected",
           *         "count": 3,
           *         "lights": [
           *           {
           *             "light": "green",
           *             "count": 3
           *           }
           *         ]
           *       }
           *     ]
           */
          'application/json': components['schemas']['WallCell'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Wall_changes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Notices_shown: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "items": [
           *         {
           *           "number": "ZG-2026-000123",
           *           "category": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           },
           *           "unit": "城东分局",
           *           "raisedOn": "2026-11-27",
           *           "checkedOn": "2026-11-27",
           *           "until": "2026-11-27",
           *           "text": "滨河路夜间飙车扰民，居民无法休息"
           *         }
           *       ],
           *       "total": 3
           *     }
           */
          'application/json': components['schemas']['NoticesShown'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Receipts_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "ZG-2026-000123",
           *       "mergedFrom": "mergedFrom",
           *       "category": {
           *         "zh-CN": "整改中",
           *         "en": "Being rectified"
           *       },
           *       "said": "said",
           *       "stage": "stage",
           *       "outcome": "outcome",
           *       "steps": [
           *         {
           *           "key": "raised",
           *           "on": "2026-11-27",
           *           "labels": {
           *             "zh-CN": "整改中",
           *             "en": "Being rectified"
           *           }
           *         }
           *       ],
           *       "next": {
           *         "by": "2026-11-27",
           *         "labels": {
           *           "zh-CN": "整改中",
           *           "en": "Being rectified"
           *         }
           *       },
           *       "answer": {
           *         "text": "滨河路夜间飙车扰民，居民无法休息"
           *       },
           *       "photos": [
           *         {
           *           "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
           *         }
           *       ],
           *       "rating": {
           *         "overall": "satisfied",
           *         "aspects": {},
           *         "note": "张女士表示满意",
           *         "on": "2026-11-27",
           *         "until": "2026-11-27"
           *       },
           *       "words": [
           *         {
           *           "kind": "unsolved",
           *           "on": "2026-11-27",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "answer": "已列入本月夜查",
           *           "answeredOn": "2026-11-27",
           *           "reopened": false
           *         }
           *       ],
           *       "mayRate": false,
           *       "mayObject": false,
           *       "objectUntil": "2026-11-27",
           *       "mayAsk": false,
           *       "isArchived": false
           *     }
           */
          'application/json': components['schemas']['ReceiptShown'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Receipts_photo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/*': string;
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Receipts_rate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "overall": "satisfied",
         *       "aspects": {
         *         "environment": 3,
         *         "image": 3,
         *         "attitude": 3,
         *         "effect": 3,
         *         "result": 3,
         *         "speed": 3
         *       },
         *       "note": "张女士表示满意"
         *     }
         */
        'application/json': components['schemas']['NewRating'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "ZG-2026-000123"
           *     }
           */
          'application/json': components['schemas']['ReceiptTaken'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Receipts_object: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "滨河路夜间飙车扰民，居民无法休息",
         *       "number": "ZG-2026-000123"
         *     }
         */
        'application/json': components['schemas']['NewObjection'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "ZG-2026-000123"
           *     }
           */
          'application/json': components['schemas']['ReceiptTaken'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Receipts_ask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "text": "滨河路夜间飙车扰民，居民无法休息"
         *     }
         */
        'application/json': components['schemas']['NewQuestion'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "ZG-2026-000123"
           *     }
           */
          'application/json': components['schemas']['ReceiptTaken'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Slips_ofCase: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "receipts": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "position": 3,
           *           "isIssued": false,
           *           "printedAt": "2026-11-27T01:30:00.000Z",
           *           "printedByName": "printedByName",
           *           "said": "said"
           *         }
           *       ],
           *       "text": "滨河路夜间飙车扰民，居民无法休息",
           *       "photos": [
           *         "photos"
           *       ],
           *       "ratings": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "round": 3,
           *           "on": "2026-11-27",
           *           "overall": "satisfied",
           *           "aspects": {},
           *           "note": "张女士表示满意",
           *           "belowVisit": false
           *         }
           *       ],
           *       "words": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "kind": "unsolved",
           *           "on": "2026-11-27",
           *           "text": "滨河路夜间飙车扰民，居民无法休息",
           *           "answer": "已列入本月夜查",
           *           "answeredOn": "2026-11-27",
           *           "isOpen": false
           *         }
           *       ],
           *       "mayPrint": false
           *     }
           */
          'application/json': components['schemas']['ReceiptsOfCase'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Slips_print: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01"
         *     }
         */
        'application/json': components['schemas']['PrintInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "address": "address",
           *       "slips": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "receiptCode": "",
           *           "url": "url",
           *           "qr": "qr",
           *           "raisedOn": "2026-11-27",
           *           "participantId": "participantId"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Slips'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Slips_renew: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        raiserId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "经办回访，核对反映人电话"
         *     }
         */
        'application/json': components['schemas']['ReceiptReason'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "address": "address",
           *       "slips": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "receiptCode": "",
           *           "url": "url",
           *           "qr": "qr",
           *           "raisedOn": "2026-11-27",
           *           "participantId": "participantId"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Slips'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Slips_withdraw: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        raiserId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "reason": "经办回访，核对反映人电话"
         *     }
         */
        'application/json': components['schemas']['ReceiptReason'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "address": "address",
           *       "slips": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "receiptCode": "",
           *           "url": "url",
           *           "qr": "qr",
           *           "raisedOn": "2026-11-27",
           *           "participantId": "participantId"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Slips'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Slips_ofMeeting: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "office": "office",
           *       "address": "address",
           *       "slips": [
           *         {
           *           "raiserId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "number": "ZG-2026-000123",
           *           "receiptCode": "",
           *           "url": "url",
           *           "qr": "qr",
           *           "raisedOn": "2026-11-27",
           *           "participantId": "participantId"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Slips'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Feeds_of: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "madeAt": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['FeedShown'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Feeds_make: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "path": "/api/feeds/3q2-7wAAAA…/deadlines.ics"
           *     }
           */
          'application/json': components['schemas']['FeedMade'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Feeds_end: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Feeds_read: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      /** @description The same as the caller has */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Open311_discovery: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "changeset": "2026-11-30T00:00:00+08:00",
           *       "contact": "某某公安局",
           *       "key_service": "key_service",
           *       "endpoints": [
           *         {
           *           "specification": "http://wiki.open311.org/GeoReport_v2",
           *           "url": "https://zhenggai.example.gov.cn/api/open311/v2",
           *           "changeset": "2026-11-30T00:00:00+08:00",
           *           "type": "production",
           *           "formats": [
           *             "application/json",
           *             "text/xml"
           *           ]
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['Open311Discovery'];
          'text/xml': components['schemas']['Open311Discovery'];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_services: {
    parameters: {
      query?: {
        /** @description en or zh-CN; else by Accept-Language */
        lang?: unknown;
      };
      header?: never;
      path: {
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "service_code": "publicOrder",
           *         "service_name": "治安秩序",
           *         "description": "治安秩序",
           *         "metadata": false,
           *         "type": "realtime",
           *         "keywords": "keywords",
           *         "group": "group"
           *       }
           *     ]
           */
          'application/json': components['schemas']['Open311ServiceShown'][];
          'text/xml': components['schemas']['Open311ServiceShown'][];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_definition: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "service_code": "publicOrder",
           *       "attributes": []
           *     }
           */
          'application/json': components['schemas']['Open311Definition'];
          'text/xml': components['schemas']['Open311Definition'];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_list: {
    parameters: {
      query?: {
        /** @description en or zh-CN; else by Accept-Language */
        lang?: unknown;
        /** @description open, closed, or both separated by a comma */
        status?: string;
        /** @description With offset */
        end_date?: string;
        /** @description With offset; at most 90 days before end_date */
        start_date?: string;
        /** @description Codes, separated by commas */
        service_code?: string;
        /** @description Numbers, separated by commas; nothing else counts then */
        service_request_id?: string;
      };
      header?: never;
      path: {
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "service_request_id": "ZG-2026-000123",
           *         "status": "open",
           *         "status_notes": "status_notes",
           *         "service_name": "治安秩序",
           *         "service_code": "publicOrder",
           *         "description": null,
           *         "agency_responsible": "城东派出所",
           *         "service_notice": null,
           *         "requested_datetime": "2026-11-27T01:30:00.000Z",
           *         "updated_datetime": "2026-11-27T01:30:00.000Z",
           *         "expected_datetime": "2026-11-27T01:30:00.000Z",
           *         "address": null,
           *         "address_id": null,
           *         "zipcode": null,
           *         "lat": null,
           *         "long": null,
           *         "media_url": null
           *       }
           *     ]
           */
          'application/json': components['schemas']['Open311Request'][];
          'text/xml': components['schemas']['Open311Request'][];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_file: {
    parameters: {
      query?: never;
      header?: {
        /** @description Up to 200 visible characters */
        'Idempotency-Key'?: string;
      };
      path: {
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['Open311Submission'];
        'multipart/form-data': components['schemas']['Open311Submission'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "service_request_id": "ZG-2026-000123",
           *         "service_notice": "办理进度 https://zhenggai.example.gov.cn/r/… / Follow it at https://zhenggai.example.gov.cn/r/…",
           *         "account_id": null
           *       }
           *     ]
           */
          'application/json': components['schemas']['Open311Filed'][];
          'text/xml': components['schemas']['Open311Filed'][];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      409: components['responses']['GeoReportCameInBetween'];
      413: components['responses']['GeoReportTooLarge'];
      415: components['responses']['GeoReportUnsupportedMedia'];
      422: components['responses']['GeoReportRefusedByRule'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_token: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        token: string;
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "service_request_id": "ZG-2026-000123",
           *         "token": "ZG-2026-000123"
           *       }
           *     ]
           */
          'application/json': components['schemas']['Open311Token'][];
          'text/xml': components['schemas']['Open311Token'][];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Open311_one: {
    parameters: {
      query?: {
        /** @description en or zh-CN; else by Accept-Language */
        lang?: unknown;
      };
      header?: never;
      path: {
        number: string;
        format: 'json' | 'xml';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "service_request_id": "ZG-2026-000123",
           *         "status": "open",
           *         "status_notes": "status_notes",
           *         "service_name": "治安秩序",
           *         "service_code": "publicOrder",
           *         "description": null,
           *         "agency_responsible": "城东派出所",
           *         "service_notice": null,
           *         "requested_datetime": "2026-11-27T01:30:00.000Z",
           *         "updated_datetime": "2026-11-27T01:30:00.000Z",
           *         "expected_datetime": "2026-11-27T01:30:00.000Z",
           *         "address": null,
           *         "address_id": null,
           *         "zipcode": null,
           *         "lat": null,
           *         "long": null,
           *         "media_url": null
           *       }
           *     ]
           */
          'application/json': components['schemas']['Open311Request'][];
          'text/xml': components['schemas']['Open311Request'][];
        };
      };
      400: components['responses']['GeoReportMalformed'];
      403: components['responses']['GeoReportForbidden'];
      404: components['responses']['GeoReportNotFound'];
      429: components['responses']['GeoReportTooMany'];
      503: components['responses']['GeoReportUnavailable'];
    };
  };
  Hotline_receive: {
    parameters: {
      query?: never;
      header: {
        /** @description `v1,` and base64 of HMAC-SHA-256 */
        'webhook-signature': string;
        /** @description Seconds since 1970 */
        'webhook-timestamp': string;
        'webhook-id': string;
      };
      path: {
        platform: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "number": "RX20260302000123",
         *       "title": "滨河路夜间飙车扰民",
         *       "text": "滨河路夜间飙车扰民，居民无法休息",
         *       "category": "category",
         *       "raisedAt": "2026-03-02 09:12:00",
         *       "dueOn": "2026-11-27",
         *       "caller": {
         *         "name": "王敏",
         *         "contact": "13800000000",
         *         "anonymous": false
         *       },
         *       "unit": "城东分局"
         *     }
         */
        'application/json': components['schemas']['HotlineReport'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "number": "RX20260302000123",
           *       "ourNumber": "ZG-2026-000123",
           *       "receipt": "receipt",
           *       "repeated": false
           *     }
           */
          'application/json': components['schemas']['HotlineReceived'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Hotline_owing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "items": [
           *         {
           *           "caseId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *           "caseNumber": "ZG-2026-000123",
           *           "platform": "platform",
           *           "number": "ZG-2026-000123",
           *           "kind": "interim",
           *           "by": "2026-11-27"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['HotlineOwedList'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Hotline_of: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "hotline": {
           *         "platform": "platform",
           *         "number": "ZG-2026-000123",
           *         "category": "category",
           *         "unit": "城东分局",
           *         "raisedAt": "raisedAt",
           *         "dueOn": "2026-11-27",
           *         "receivedAt": "2026-11-27T01:30:00.000Z",
           *         "canAnswer": false,
           *         "next": "interim",
           *         "answers": [
           *           {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "kind": "interim",
           *             "text": "滨河路夜间飙车扰民，居民无法休息",
           *             "at": "2026-11-27T01:30:00.000Z",
           *             "byName": "王敏",
           *             "state": "queued"
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': components['schemas']['HotlineOfCaseOrNone'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Hotline_give: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "kind": "interim",
         *       "text": "滨河路夜间飙车扰民，居民无法休息"
         *     }
         */
        'application/json': components['schemas']['NewHotlineAnswer'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "hotline": {
           *         "platform": "platform",
           *         "number": "ZG-2026-000123",
           *         "category": "category",
           *         "unit": "城东分局",
           *         "raisedAt": "raisedAt",
           *         "dueOn": "2026-11-27",
           *         "receivedAt": "2026-11-27T01:30:00.000Z",
           *         "canAnswer": false,
           *         "next": "interim",
           *         "answers": [
           *           {
           *             "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *             "kind": "interim",
           *             "text": "滨河路夜间飙车扰民，居民无法休息",
           *             "at": "2026-11-27T01:30:00.000Z",
           *             "byName": "王敏",
           *             "state": "queued"
           *           }
           *         ]
           *       }
           *     }
           */
          'application/json': components['schemas']['HotlineOfCaseOrNone'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  HotlinePlatforms_list: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example [
           *       {
           *         "name": "市 12345 平台",
           *         "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "mapping": {
           *           "number": "order.orderNo",
           *           "title": "滨河路夜间飙车扰民",
           *           "text": "order.content",
           *           "category": "category",
           *           "raisedAt": "raisedAt",
           *           "dueOn": "dueOn",
           *           "unit": "城东分局",
           *           "callerName": "callerName",
           *           "callerContact": "callerContact",
           *           "callerAnonymous": "callerAnonymous"
           *         },
           *         "answerDays": 3,
           *         "active": false,
           *         "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *         "code": "city-12345",
           *         "path": "/api/hotline/city-12345",
           *         "createdAt": "2026-11-27T01:30:00.000Z",
           *         "formerUntil": "2026-11-27T01:30:00.000Z"
           *       }
           *     ]
           */
          'application/json': components['schemas']['PlatformView'][];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  HotlinePlatforms_add: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "市 12345 平台",
         *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "mapping": {
         *         "number": "order.orderNo",
         *         "title": "滨河路夜间飙车扰民",
         *         "text": "order.content",
         *         "category": "category",
         *         "raisedAt": "raisedAt",
         *         "dueOn": "dueOn",
         *         "unit": "城东分局",
         *         "callerName": "callerName",
         *         "callerContact": "callerContact",
         *         "callerAnonymous": "callerAnonymous"
         *       },
         *       "answerDays": 3,
         *       "active": false,
         *       "code": "city-12345"
         *     }
         */
        'application/json': components['schemas']['NewPlatformInput'];
      };
    };
    responses: {
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "mapping": {
           *         "number": "order.orderNo",
           *         "title": "滨河路夜间飙车扰民",
           *         "text": "order.content",
           *         "category": "category",
           *         "raisedAt": "raisedAt",
           *         "dueOn": "dueOn",
           *         "unit": "城东分局",
           *         "callerName": "callerName",
           *         "callerContact": "callerContact",
           *         "callerAnonymous": "callerAnonymous"
           *       },
           *       "answerDays": 3,
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "code": "city-12345",
           *       "path": "/api/hotline/city-12345",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z",
           *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *     }
           */
          'application/json': components['schemas']['PlatformWithSecret'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['CameInBetween'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  HotlinePlatforms_change: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        /**
         * @example {
         *       "name": "市 12345 平台",
         *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
         *       "mapping": {
         *         "number": "order.orderNo",
         *         "title": "滨河路夜间飙车扰民",
         *         "text": "order.content",
         *         "category": "category",
         *         "raisedAt": "raisedAt",
         *         "dueOn": "dueOn",
         *         "unit": "城东分局",
         *         "callerName": "callerName",
         *         "callerContact": "callerContact",
         *         "callerAnonymous": "callerAnonymous"
         *       },
         *       "answerDays": 3,
         *       "active": false
         *     }
         */
        'application/json': components['schemas']['PlatformInput'];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "mapping": {
           *         "number": "order.orderNo",
           *         "title": "滨河路夜间飙车扰民",
           *         "text": "order.content",
           *         "category": "category",
           *         "raisedAt": "raisedAt",
           *         "dueOn": "dueOn",
           *         "unit": "城东分局",
           *         "callerName": "callerName",
           *         "callerContact": "callerContact",
           *         "callerAnonymous": "callerAnonymous"
           *       },
           *       "answerDays": 3,
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "code": "city-12345",
           *       "path": "/api/hotline/city-12345",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['PlatformView'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      422: components['responses']['RefusedByRule'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  HotlinePlatforms_rotate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "name": "市 12345 平台",
           *       "officeUnitId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "categoryId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "webhookId": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "mapping": {
           *         "number": "order.orderNo",
           *         "title": "滨河路夜间飙车扰民",
           *         "text": "order.content",
           *         "category": "category",
           *         "raisedAt": "raisedAt",
           *         "dueOn": "dueOn",
           *         "unit": "城东分局",
           *         "callerName": "callerName",
           *         "callerContact": "callerContact",
           *         "callerAnonymous": "callerAnonymous"
           *       },
           *       "answerDays": 3,
           *       "active": false,
           *       "id": "0193f5a2-7c1e-7b60-9d2c-5a1e8f3b6c01",
           *       "code": "city-12345",
           *       "path": "/api/hotline/city-12345",
           *       "createdAt": "2026-11-27T01:30:00.000Z",
           *       "formerUntil": "2026-11-27T01:30:00.000Z",
           *       "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
           *     }
           */
          'application/json': components['schemas']['PlatformWithSecret'];
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['TooLarge'];
      415: components['responses']['UnsupportedMedia'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Health_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "version": "0.1.0"
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Health_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "version": "0.1.0"
           *     }
           */
          'application/json': components['schemas']['Health'];
        };
      };
      400: components['responses']['Malformed'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
  Health_read: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/plain': string;
        };
      };
      400: components['responses']['Malformed'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooMany'];
      503: components['responses']['Unavailable'];
    };
  };
}
