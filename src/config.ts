/** The environment, parsed and checked once: everything else receives the result and never looks at process.env. */
import type { Said } from './domain/errors.js';

/** The name under which Nest provides the Config: `@Inject(CONFIG) private readonly config: Config`. */
export const CONFIG = Symbol('CONFIG');

export interface Config {
  port: number;
  host: string;
  /** A PostgreSQL to use; undefined: the embedded one in `dataDir`. */
  databaseUrl: string | undefined;
  /** A read replica of it for reports; never asked for a decision. */
  replicaUrl: string | undefined;
  /** One schema is one tenant; undefined: the server's own search path. */
  schema: string | undefined;
  /** How long a start waits for its database, seconds; how long the service waits for one that says nothing, milliseconds. */
  databaseWait: number;
  patience: { connect: number; silent: number };
  /** Milliseconds from which a statement of the database is told as slow; 0: none is. */
  slowQuery: number;
  /** Where a server without `http` in RUN answers what its health and metrics are; undefined: nowhere. */
  healthPort: number | undefined;
  dataDir: string;
  /** Where archive files lie; undefined: archived histories cannot be read here. */
  archiveDir: string | undefined;
  /** IANA zone in which days begin and end. */
  zone: string;
  run: { http: boolean; jobs: boolean };
  adminPassword: string | undefined;
  demo: boolean;
  /** Instant at which this process's clock starts, epoch milliseconds; null: the real time. */
  clockStart: number | null;
  /** 32 bytes; null: the key file in `dataDir`. */
  encryptionKey: Buffer | null;
  production: boolean;
  /** Undefined: info, and warn on a terminal, where somebody looks on who did not ask for a log. */
  logLevel: LogLevel | undefined;
  /** Which proxies may speak for a client: addresses, subnets, or Express's names for them, e.g. `loopback`. Empty: none. */
  trustProxy: string[];
  /** Different encrypted persons that somebody may look at on one day; above four fifths of it the auditor hears of it. */
  accessesPerDay: number;
  /** Where spans of requests are told by OTLP/HTTP, with what headers and as which service; undefined: nowhere. */
  traces: { url: string; headers: Record<string, string>; service: string } | undefined;
  /** Lets a machine elsewhere read /metrics; undefined: only this computer may. */
  metricsToken: string | undefined;
  /** Calls a minute that one address may make without being signed in; more are answered 429. */
  signedOutPerMinute: number;
  /** With what links in messages begin, such as `https://zhenggai.example.gov.cn`, without a slash at the end; undefined: messages carry none. */
  publicUrl: string | undefined;
  /** How photographs are made smaller on the way in: pixels of the longest side, JPEG quality 1 to 100. */
  photo: { longestSide: number; quality: number };
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

interface Fault {
  variable: string;
  zh: string;
  en: string;
}

/** Ends a start: names every variable whose value cannot be used, in both languages, and never repeats a secret. */
export class ConfigRefusal extends Error implements Said {
  readonly code = 'config.invalid';
  readonly messageZh: string;
  readonly details: { variables: string[] };

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ variable, en }) => `${variable}: ${en}`).join('\n'));
    this.name = 'ConfigRefusal';
    this.messageZh = faults.map(({ variable, zh }) => `${variable}：${zh}`).join('\n');
    this.details = { variables: faults.map(({ variable }) => variable) };
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** A variable of the environment: what it means unset, and how its text is read; null from `parse` is a fault, told in both languages. */
interface Variable<T> {
  variable: string;
  unset: T;
  zh: string;
  en: string;
  parse: (text: string) => T | null;
  /** Blanks belong to the value, as they may to a password. */
  asItIs?: boolean;
}

/** A variable whose unset meaning is one of its values. */
const set = <T>(
  variable: string,
  unset: T,
  zh: string,
  en: string,
  parse: (text: string) => T | null,
): Variable<T> => ({
  ...{ variable, unset, zh, en, parse },
});
/** A variable that may be left out: undefined. */
const optional = <T>(
  variable: string,
  zh: string,
  en: string,
  parse: (text: string) => T | null,
): Variable<T | undefined> => set<T | undefined>(variable, undefined, zh, en, parse);
const whole = (variable: string, unset: number, least: number, most: number, unit = { zh: '', en: '' }) =>
  set(
    variable,
    unset,
    `应为 ${least} 到 ${most} 的整数${unit.zh}`,
    `must be a whole number${unit.en} from ${least} to ${most}`,
    (text) => (/^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null),
  );
const fits = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : null);
const folder = (text: string): string => text;
const words = (text: string): string[] => text.split(',').map((word) => word.trim());
const oneOf =
  <T extends string>(list: readonly T[]) =>
  (text: string): T | null =>
    list.find((word) => word === text) ?? null;

const POSTGRES = [
  '应为 postgresql://用户:密码@主机:端口/库名',
  'must look like postgresql://user:password@host:port/name',
  fits(/^postgres(ql)?:\/\/\S+$/),
] as const;

/** Every variable, by the name of its setting. docs/operations.md lists them for people. */
export const VARIABLES = {
  nodeEnv: set<string>(
    'NODE_ENV',
    'development',
    '应为 production、development 或 test',
    'must be production, development or test',
    oneOf(['production', 'development', 'test']),
  ),
  port: whole('PORT', 3000, 0, 65_535),
  host: set('HOST', '127.0.0.1', '应为主机名或地址', 'must be a host name or an address', fits(/^[A-Za-z0-9.:_-]+$/)),
  databaseUrl: optional('DATABASE_URL', ...POSTGRES),
  replicaUrl: optional('DATABASE_REPLICA_URL', ...POSTGRES),
  schema: optional(
    'DATABASE_SCHEMA',
    '只能用小写字母、数字和下划线，以字母开头',
    'must be lower-case letters, digits and underscores, beginning with a letter',
    fits(/^[a-z][a-z0-9_]{0,62}$/),
  ),
  databaseWait: whole('DATABASE_WAIT', 60, 0, 86_400, { zh: '（秒）', en: ' of seconds' }),
  databaseConnect: whole('DATABASE_CONNECT_TIMEOUT', 3000, 100, 60_000, { zh: '（毫秒）', en: ' of milliseconds' }),
  databaseSilent: whole('DATABASE_SILENT_AFTER', 2000, 100, 60_000, { zh: '（毫秒）', en: ' of milliseconds' }),
  slowQuery: whole('SLOW_QUERY_MS', 1000, 0, 600_000, { zh: '（毫秒）', en: ' of milliseconds' }),
  healthPort: { ...whole('HEALTH_PORT', 0, 0, 65_535), unset: undefined as number | undefined },
  dataDir: set('DATA_DIR', './data', '应为目录', 'must be a folder', folder),
  archiveDir: optional('ARCHIVE_DIR', '应为目录', 'must be a folder', folder),
  zone: set(
    'OFFICE_TZ',
    'Asia/Shanghai',
    '应为 IANA 时区，如 Asia/Shanghai',
    'must be an IANA time zone such as Asia/Shanghai',
    knownZone,
  ),
  run: set('RUN', { http: true, jobs: true }, '应为 http、jobs 或 http,jobs', 'must be http, jobs or http,jobs', parts),
  adminPassword: { ...optional('ADMIN_PASSWORD', '应为密码', 'must be a password', folder), asItIs: true },
  demo: set<boolean>('DEMO', false, '应为 1 或 0', 'must be 1 or 0', (text) =>
    ['1', 'true'].includes(text) ? true : ['0', 'false'].includes(text) ? false : null,
  ),
  clockStart: set<number | null>(
    'CLOCK_START',
    null,
    '应为带时区的 ISO 8601 时刻，如 2026-03-02T09:00:00+08:00',
    'must be an ISO 8601 instant with offset, such as 2026-03-02T09:00:00+08:00',
    instant,
  ),
  encryptionKey: set<Buffer | null>(
    'SEAL_KEY',
    null,
    '应为 32 字节的 base64，可用 openssl rand -base64 32 生成',
    'must be 32 bytes in base64; openssl rand -base64 32 makes one',
    keyOf32Bytes,
  ),
  logLevel: optional<LogLevel>(
    'LOG_LEVEL',
    `应为 ${LOG_LEVELS.join('、')} 之一`,
    `must be one of ${LOG_LEVELS.join(', ')}`,
    oneOf(LOG_LEVELS),
  ),
  trustProxy: set(
    'TRUST_PROXY',
    ['loopback'],
    '应为代理地址或网段（逗号分隔）、loopback 或 none',
    'must be addresses or subnets of proxies (comma-separated), loopback or none',
    proxies,
  ),
  accessesPerDay: whole('LOOKS_PER_DAY', 30, 1, 10_000),
  metricsToken: optional(
    'METRICS_TOKEN',
    '应为至少 16 个可见字符',
    'must be at least 16 visible characters',
    fits(/^[\x21-\x7e]{16,}$/),
  ),
  otelEndpoint: optional(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    '应为 OpenTelemetry 采集器的地址，如 http://127.0.0.1:4318',
    'must be the address of a collector of OpenTelemetry, such as http://127.0.0.1:4318',
    (text) => (/^https?:\/\/[^\s?#]+$/.test(text) ? text.replace(/\/$/, '') : null),
  ),
  otelHeaders: set<Record<string, string>>(
    'OTEL_EXPORTER_OTLP_HEADERS',
    {},
    '应为 名称=值，多个用逗号分隔',
    'must be name=value, several separated by commas',
    headersOf,
  ),
  otelService: set('OTEL_SERVICE_NAME', 'xiaohao', '应为可见字符', 'must be visible characters', fits(/^\S{1,100}$/)),
  signedOutPerMinute: whole('SIGNED_OUT_PER_MINUTE', 600, 10, 1_000_000),
  publicUrl: optional(
    'PUBLIC_URL',
    '应为访问地址，如 https://zhenggai.example.gov.cn',
    'must be the address people open, such as https://zhenggai.example.gov.cn',
    (text) => (/^https?:\/\/[^\s/?#]+\/?$/.test(text) ? text.replace(/\/$/, '') : null),
  ),
  photoLongestSide: whole('PHOTO_LONGEST_SIDE', 2560, 640, 8000, { zh: '（像素）', en: ' of pixels' }),
  photoQuality: whole('PHOTO_QUALITY', 82, 40, 100),
};
type Values = { [Name in keyof typeof VARIABLES]: (typeof VARIABLES)[Name]['unset'] };

/** The settings of an environment; unset and blank mean the default. Refuses (ConfigRefusal) with all bad values at once. */
export function readConfig(env: Environment): Config {
  const faults: Fault[] = [];
  const read = ({ variable, unset, zh, en, parse, asItIs = false }: Variable<unknown>): unknown => {
    const given = env[variable] ?? '';
    const text = asItIs ? given : given.trim();
    if (text === '') return unset;
    const value = parse(text);
    if (value === null) faults.push({ variable, zh, en });
    return value ?? unset;
  };
  const values = Object.fromEntries(
    Object.entries<Variable<unknown>>(VARIABLES).map(([name, of]) => [name, read(of)]),
  ) as Values;
  const { nodeEnv, photoLongestSide, photoQuality, databaseConnect, databaseSilent, ...others } = values;
  const { otelEndpoint, otelHeaders: headers, otelService: service, ...rest } = others;
  const traces = otelEndpoint === undefined ? undefined : { url: `${otelEndpoint}/v1/traces`, headers, service };
  const patience = { connect: databaseConnect, silent: databaseSilent };
  const photo = { longestSide: photoLongestSide, quality: photoQuality };
  const config: Config = { ...rest, production: nodeEnv === 'production', photo, patience, traces };
  if (config.production) faults.push(...inProduction(config, faults));
  if (faults.length > 0) throw new ConfigRefusal(faults);
  return config;
}

/** What production does not allow, beside the faults that were found. */
function inProduction({ clockStart, databaseUrl, encryptionKey }: Config, found: readonly Fault[]): Fault[] {
  const faults: Fault[] = [];
  if (clockStart !== null) {
    faults.push({
      variable: 'CLOCK_START',
      zh: '只用于演练，NODE_ENV=production 时不允许',
      en: 'is for drills only and refused when NODE_ENV=production',
    });
  }
  if (databaseUrl !== undefined && encryptionKey === null && !found.some(({ variable }) => variable === 'SEAL_KEY')) {
    faults.push({
      variable: 'SEAL_KEY',
      zh: '使用 DATABASE_URL 时必须设置：每台服务器都要用同一把密钥封存反映人信息（openssl rand -base64 32）',
      en: 'is required with DATABASE_URL: every server must encrypt with the same key (openssl rand -base64 32)',
    });
  }
  return faults;
}

function parts(text: string): Config['run'] | null {
  const named = words(text);
  return named.every((part) => part === 'http' || part === 'jobs')
    ? { http: named.includes('http'), jobs: named.includes('jobs') }
    : null;
}

function keyOf32Bytes(text: string): Buffer | null {
  const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return key.length === 32 ? key : null;
}

/** `name=value` pairs, values percent-encoded, as W3C Baggage writes them and OpenTelemetry's specification of its exporters asks. */
function headersOf(text: string): Record<string, string> | null {
  const pairs = words(text).map((pair) => /^([\w-]+)\s*=\s*([\x21-\x7e]*)$/.exec(pair));
  if (pairs.some((pair) => pair === null || /%(?![0-9a-fA-F]{2})/.test(pair[2]!))) return null;
  return Object.fromEntries(pairs.map((pair) => [pair![1]!, decodeURIComponent(pair![2]!)]));
}

function proxies(text: string): string[] | null {
  if (text === 'none') return [];
  const list = words(text);
  return list.every((word) => /^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/.test(word)) ? list : null;
}

/** Whether this platform knows the zone. */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

function knownZone(text: string): string | null {
  return isZone(text) ? text : null;
}

function instant(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
