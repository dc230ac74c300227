/** The closed word lists of the product; database, API and interface use exactly these identifiers. */

export const STAGES = ['collected', 'assigned', 'deadline', 'followUpVisit', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

export const LIGHTS = ['green', 'yellow', 'blue', 'orange', 'red', 'talk'] as const;
export type Light = (typeof LIGHTS)[number];

/** The levels of the ladder from the first order to the talk, in the order in which they are climbed. */
export const ESCALATION_LEVELS = ['blue', 'orange', 'red', 'talk'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export const OUTCOMES = ['resolved', 'disputed', 'unverified', 'rejected', 'merged', 'withdrawn'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const SOURCES = [
  'meeting',
  'openDoor',
  'selfCheck',
  'inspection',
  'hotline',
  'chatGroup',
  'visit',
  'lookBack',
] as const;
export type Source = (typeof SOURCES)[number];

export const TRACKS = ['standard', 'immediate', 'staged'] as const;
export type Track = (typeof TRACKS)[number];

export const ROLES = [
  'clerk',
  'liaison',
  'handler',
  'unitLeader',
  'supervisor',
  'visitor',
  'leader',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

export const CAPACITIES = [
  'npcDeputy',
  'cppccMember',
  'business',
  'lawyer',
  'specialSupervisor',
  'resident',
  'other',
] as const;
export type Capacity = (typeof CAPACITIES)[number];

export const TRIAGES = ['adopted', 'merged', 'answered', 'declined'] as const;
export type Triage = (typeof TRIAGES)[number];

/** How a fix is checked: remotely 远程 or on site 现场. */
export const VERIFICATION_MODES = ['remote', 'onSite'] as const;
export type VerificationMode = (typeof VERIFICATION_MODES)[number];

export const VISIT_METHODS = ['phone', 'door', 'station', 'online', 'onSite'] as const;
export type VisitMethod = (typeof VISIT_METHODS)[number];

/** What a visit found: fixed 已解决, fixed with a complaint about manner 已解决但对作风有意见, not fixed 未解决, unreachable 未联系上. */
export const VISIT_OUTCOMES = ['fixed', 'mannerComplaint', 'notFixed', 'unreachable'] as const;
export type VisitOutcome = (typeof VISIT_OUTCOMES)[number];

export const SATISFACTIONS = ['satisfied', 'basicallySatisfied', 'dissatisfied'] as const;
export type Satisfaction = (typeof SATISFACTIONS)[number];

/** An order is proposed (red and talk, until a leader decides) or issued, and ends replied, signed or waived. */
export const ORDER_STATUSES = ['issued', 'proposed', 'replied', 'signed', 'waived'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** What can be done about an order: replied by the unit, signed, waived or followed by an instruction of a leader. */
export const ORDER_ACTS = ['replied', 'signed', 'waived', 'instructed'] as const;
export type OrderAct = (typeof ORDER_ACTS)[number];

/** By which way a case leaves the rate other than by closing. */
export const DEPARTURES = ['reject', 'merge', 'withdraw'] as const;
export type Departure = (typeof DEPARTURES)[number];

export const MEETING_KINDS = ['publicInput', 'policeResident', 'business', 'deputies', 'other'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** By what the rows of the closure report are told apart. */
export const SPLITS = ['unit', 'category', 'source', 'meeting', 'month'] as const;
export type Split = (typeof SPLITS)[number];

/** The ways on which a message leaves for a person: e-mail, app message of enterprise WeCom 企业微信, work notice of DingTalk 钉钉, text message, browser push. */
export const CHANNELS = ['email', 'wecom', 'dingtalk', 'sms', 'push'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Receivers that are no person: another system by Standard Webhooks, or a robot in a group chat. */
export const WEBHOOK_KINDS = ['standard', 'wecomRobot', 'dingtalkRobot'] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];

/** On what a delivery goes out: a channel to a person, another system, or a robot in a group chat. */
export const WAYS = [...CHANNELS, 'webhook', 'robot'] as const;
export type Way = (typeof WAYS)[number];

/** What became of a delivery 送达. */
export const DELIVERY_STATES = ['queued', 'sent', 'dropped', 'dead'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What a hotline platform 12345 is answered: on the way 阶段性答复, or how it ended 最终答复. */
export const HOTLINE_ANSWER_KINDS = ['interim', 'final'] as const;
export type HotlineAnswerKind = (typeof HOTLINE_ANSWER_KINDS)[number];
