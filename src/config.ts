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
  /** One schema is one bureau; undefined: the server's own search path. */
  schema: string | undefined;
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
  sealKey: Buffer | null;
  production: boolean;
  logLevel: LogLevel;
  /** Which proxies may speak for a client: addresses, subnets, or Express's names for them, e.g. `loopback`. Empty: none. */
  trustProxy: string[];
  /** Different sealed persons that somebody may look at on one day; above four fifths of it the auditor hears of it. */
  looksPerDay: number;
  /** Lets a machine elsewhere read /metrics; undefined: only this computer may. */
  metricsToken: string | undefined;
  /** Calls a minute that one address may make without being signed in; more are answered 429. */
  signedOutPerMinute: number;
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

/** The settings of an environment; unset and blank mean the default. Refuses (ConfigRefusal) with all bad values at once. */
export function readConfig(env: Environment): Config {
  const faults: Fault[] = [];
  /** The parsed value, or `fallback` where the variable is blank or bad; a bad one is noted. */
  const read = <T>(variable: string, fallback: T, zh: string, en: string, parse: (text: string) => T | null): T => {
    const text = env[variable]?.trim() ?? '';
    if (text === '') return fallback;
    const value = parse(text);
    if (value === null) faults.push({ variable, zh, en });
    return value ?? fallback;
  };
  const words = (text: string): string[] => text.split(',').map((word) => word.trim());
  const oneOf =
    <T extends string>(list: readonly T[]) =>
    (text: string): T | null =>
      list.find((word) => word === text) ?? null;

  const nodeEnv = read<string>(
    'NODE_ENV',
    'development',
    '应为 production、development 或 test',
    'must be production, development or test',
    oneOf(['production', 'development', 'test']),
  );
  const production = nodeEnv === 'production';
  const config: Config = {
    port: read('PORT', 3000, '应为 0 到 65535 的整数', 'must be a whole number from 0 to 65535', (text) =>
      /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : null,
    ),
    host: read('HOST', '127.0.0.1', '应为主机名或地址', 'must be a host name or an address', (text) =>
      /^[A-Za-z0-9.:_-]+$/.test(text) ? text : null,
    ),
    databaseUrl: read<string | undefined>(
      'DATABASE_URL',
      undefined,
      '应为 postgresql://用户:密码@主机:端口/库名',
      'must look like postgresql://user:password@host:port/name',
      (text) => (/^postgres(ql)?:\/\/\S+$/.test(text) ? text : null),
    ),
    replicaUrl: read<string | undefined>(
      'DATABASE_REPLICA_URL',
      undefined,
      '应为 postgresql://用户:密码@主机:端口/库名',
      'must look like postgresql://user:password@host:port/name',
      (text) => (/^postgres(ql)?:\/\/\S+$/.test(text) ? text : null),
    ),
    schema: read<string | undefined>(
      'DATABASE_SCHEMA',
      undefined,
      '只能用小写字母、数字和下划线，以字母开头',
      'must be lower-case letters, digits and underscores, beginning with a letter',
      (text) => (/^[a-z][a-z0-9_]{0,62}$/.test(text) ? text : null),
    ),
    dataDir: read('DATA_DIR', './data', '应为目录', 'must be a folder', (text) => text),
    archiveDir: read<string | undefined>('ARCHIVE_DIR', undefined, '应为目录', 'must be a folder', (text) => text),
    zone: read(
      'OFFICE_TZ',
      'Asia/Shanghai',
      '应为 IANA 时区，如 Asia/Shanghai',
      'must be an IANA time zone such as Asia/Shanghai',
      knownZone,
    ),
    run: read(
      'RUN',
      { http: true, jobs: true },
      '应为 http、jobs 或 http,jobs',
      'must be http, jobs or http,jobs',
      (text) => {
        const parts = words(text);
        return parts.every((part) => part === 'http' || part === 'jobs')
          ? { http: parts.includes('http'), jobs: parts.includes('jobs') }
          : null;
      },
    ),
    adminPassword: env['ADMIN_PASSWORD'] === '' ? undefined : env['ADMIN_PASSWORD'],
    demo: read('DEMO', false, '应为 1 或 0', 'must be 1 or 0', (text) =>
      text === '1' || text === 'true' ? true : text === '0' || text === 'false' ? false : null,
    ),
    clockStart: read<number | null>(
      'CLOCK_START',
      null,
      '应为带时区的 ISO 8601 时刻，如 2026-03-02T09:00:00+08:00',
      'must be an ISO 8601 instant with offset, such as 2026-03-02T09:00:00+08:00',
      instant,
    ),
    sealKey: read<Buffer | null>(
      'SEAL_KEY',
      null,
      '应为 32 字节的 base64，可用 openssl rand -base64 32 生成',
      'must be 32 bytes in base64; openssl rand -base64 32 makes one',
      (text) => {
        const key = /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
        return key.length === 32 ? key : null;
      },
    ),
    production,
    logLevel: read<LogLevel>(
      'LOG_LEVEL',
      'info',
      `应为 ${LOG_LEVELS.join('、')} 之一`,
      `must be one of ${LOG_LEVELS.join(', ')}`,
      oneOf(LOG_LEVELS),
    ),
    trustProxy: read(
      'TRUST_PROXY',
      ['loopback'],
      '应为代理地址或网段（逗号分隔）、loopback 或 none',
      'must be addresses or subnets of proxies (comma-separated), loopback or none',
      (text) => {
        if (text === 'none') return [];
        const list = words(text);
        return list.every((word) => /^(loopback|linklocal|uniquelocal|[0-9a-fA-F.:]+(\/\d{1,3})?)$/.test(word))
          ? list
          : null;
      },
    ),
    looksPerDay: read(
      'LOOKS_PER_DAY',
      30,
      '应为 1 到 10000 的整数',
      'must be a whole number from 1 to 10000',
      (text) => (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 10_000 ? Number(text) : null),
    ),
    metricsToken: read<string | undefined>(
      'METRICS_TOKEN',
      undefined,
      '应为至少 16 个可见字符',
      'must be at least 16 visible characters',
      (text) => (/^[\x21-\x7e]{16,}$/.test(text) ? text : null),
    ),
    signedOutPerMinute: read(
      'SIGNED_OUT_PER_MINUTE',
      600,
      '应为 10 到 1000000 的整数',
      'must be a whole number from 10 to 1000000',
      (text) => (/^\d{2,7}$/.test(text) && Number(text) >= 10 && Number(text) <= 1_000_000 ? Number(text) : null),
    ),
    photo: {
      longestSide: read(
        'PHOTO_LONGEST_SIDE',
        2560,
        '应为 640 到 8000 的整数（像素）',
        'must be a whole number of pixels from 640 to 8000',
        wholeFrom(640, 8000),
      ),
      quality: read(
        'PHOTO_QUALITY',
        82,
        '应为 40 到 100 的整数',
        'must be a whole number from 40 to 100',
        wholeFrom(40, 100),
      ),
    },
  };
  if (production && config.clockStart !== null) {
    faults.push({
      variable: 'CLOCK_START',
      zh: '只用于演练，NODE_ENV=production 时不允许',
      en: 'is for drills only and refused when NODE_ENV=production',
    });
  }
  if (production && config.databaseUrl !== undefined && config.sealKey === null && !faultOf(faults, 'SEAL_KEY')) {
    faults.push({
      variable: 'SEAL_KEY',
      zh: '使用 DATABASE_URL 时必须设置：每台服务器都要用同一把密钥封存反映人信息（openssl rand -base64 32）',
      en: 'is required with DATABASE_URL: every server must seal with the same key (openssl rand -base64 32)',
    });
  }
  if (faults.length > 0) throw new ConfigRefusal(faults);
  return config;
}

const wholeFrom =
  (least: number, most: number) =>
  (text: string): number | null =>
    /^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

const faultOf = (faults: readonly Fault[], variable: string): boolean =>
  faults.some((fault) => fault.variable === variable);

function knownZone(text: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

function instant(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
