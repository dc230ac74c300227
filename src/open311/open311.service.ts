/** What citizens' apps may do: see which services there are, file a request, and follow what came in that way. */
import { Inject, Injectable } from '@nestjs/common';
import { v5 as derived, v7 as uuid } from 'uuid';
import { CasesService } from '../cases/cases.service.js';
import { Clock } from '../clock.js';
import { CONFIG, type Config } from '../config.js';
import type { Actor } from '../domain/command.js';
import { notFound, Refused } from '../domain/errors.js';
import { titleOf } from '../domain/title-of.js';
import type { Language } from '../domain/vocabulary/word.js';
import { Authenticator, type Credential } from '../http/authenticator.js';
import { GEO_REPORT } from '../http/geo-report-error.js';
import { Open311Store, OPEN311_KEY, type Open311Question, type Open311Row } from '../store/lists/open311.store.js';
import { CategoryStore, type CategoryRow } from '../store/reference-data/reference-categories.store.js';
import { ReferenceDataStore } from '../store/reference-data/reference-data.store.js';
import type {
  Open311Definition,
  Open311Discovery,
  Open311Filed,
  Open311Request,
  Open311ServiceShown,
  Open311Token,
} from './open311.dto.js';
import { filterOf } from './request-query.js';
import { submissionOf, type Sent } from './submission.js';

/** When the answers here last changed their shape: what the standard calls a changeset. */
const CHANGESET = '2026-11-30T00:00:00+08:00';
/** The standard's. */
const MOST_REQUESTS = 1_000;
/** Ids of cases whose sender gave a key for the repeat, derived from person and key. */
const REPEATS = '5d1b9d1c-6f0c-4a53-9d55-0a4f3f2c8e61';

@Injectable()
export class Open311Service {
  constructor(
    private readonly cases: CasesService,
    private readonly requests: Open311Store,
    private readonly categories: CategoryStore,
    private readonly referenceData: ReferenceDataStore,
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Where everything is. `asked`: the service's own address as the request has it. */
  discovery(asked: string): Open311Discovery {
    const { units } = this.referenceData.current();
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${this.config.publicUrl ?? asked}${GEO_REPORT}`,
      changeset: CHANGESET,
      type: 'production' as const,
      formats: ['application/json', 'text/xml'],
    };
    return {
      changeset: CHANGESET,
      contact: units.root?.name ?? '',
      key_service: '向整改办申请 / Ask the office',
      endpoints: [endpoint],
    };
  }

  /** The categories that have none below them. */
  async services(language: Language): Promise<Open311ServiceShown[]> {
    const all = await this.categories.list();
    const name = (of: CategoryRow): string => (language === 'en' ? of.nameEn : of.nameZh);
    return servicesAmong(all).map((one) => {
      const above = all.find(({ id }) => id === one.parentId);
      const named = above === undefined ? [one] : [one, above];
      return {
        service_code: one.code,
        service_name: name(one),
        description: named.map(name).reverse().join(' · '),
        metadata: false,
        type: 'realtime',
        keywords: [...new Set(named.flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]))].join(','),
        group: above === undefined ? '' : name(above),
      };
    });
  }

  /** 404 for a code that is no service. */
  async definition(code: string): Promise<Open311Definition> {
    return { service_code: (await this.service(code)).code, attributes: [] };
  }

  /** Files a request for the app that the key belongs to: 403 without the key of a clerk. The same `repeatKey` of the same app files once, and is
   *  answered 409 with something else. The address of the raiser's page is told this once. */
  async file(key: Credential, sent: Sent, repeatKey: string | undefined, asked: string): Promise<Open311Filed[]> {
    const actor = await this.clerkOf(key);
    const { serviceCode, description, raiser } = submissionOf(sent);
    const { id: categoryId } = await this.service(serviceCode);
    const id = repeatKey === undefined ? uuid() : derived(`${actor.userId} ${repeatKey}`, REPEATS);
    const input = { id, title: titleOf(description.split('\n', 1)[0]!), description, categoryId, raiser };
    const facts = { externalKey: `${OPEN311_KEY}${id}` };
    const answer = await this.cases.collect(actor, { ...input, source: 'hotline' }, facts);
    const url = `${this.config.publicUrl ?? asked}/r/${answer.receiptCode}`;
    const notice =
      answer.receiptCode === ''
        ? '回执已作废，请向整改办换发 / The receipt was withdrawn: ask the office for another'
        : `办理进度 ${url} / Follow it at ${url}`;
    return [{ service_request_id: answer.case.number, service_notice: notice, account_id: null }];
  }

  /** Of requests whose number is told at once the number is the token. 404 for what did not come in this way. */
  async token(token: string): Promise<Open311Token[]> {
    const [{ number }] = await this.numbered(token);
    return [{ service_request_id: number, token: number }];
  }

  /** One request. 404 for what did not come in this way, whether there is such a case or not. */
  async one(number: string, language: Language): Promise<Open311Request[]> {
    return this.shown(await this.numbered(number), language);
  }

  /** Those that fit, the latest first, at most 1,000; numbers that name nothing here are left out. 400 as the filter is refused. */
  async list(query: Readonly<Record<string, unknown>>, language: Language): Promise<Open311Request[]> {
    const { serviceCodes, ...filter } = filterOf(query, this.clock.now());
    const question: Open311Question = { ...filter, limit: MOST_REQUESTS };
    if (serviceCodes !== undefined) {
      const all = await this.categories.list();
      question.categoryIds = all.filter(({ code }) => serviceCodes.includes(code)).map(({ id }) => id);
    }
    return this.shown(await this.requests.list(question), language);
  }

  private async numbered(number: string): Promise<[Open311Row]> {
    const [found] = await this.requests.list({ numbers: [number], limit: 1 });
    if (found === undefined)
      throw new Refused(404, 'request.notFound', '没有这个诉求编号', 'There is no such service request');
    return [found];
  }

  private async service(code: string): Promise<CategoryRow> {
    const found = servicesAmong(await this.categories.list()).find((one) => one.code === code);
    if (found === undefined) throw notFound('service', '服务', code.slice(0, 60));
    return found;
  }

  private async clerkOf(key: Credential): Promise<Actor> {
    const actor = key.secret === '' ? undefined : (await this.authenticator.callerOf(key))?.actor;
    if (actor?.roles.some(({ role }) => role === 'clerk') === true) return actor;
    throw new Refused(
      403,
      'open311.key',
      '缺少 api_key，或其无效、不属于整改办人员',
      'The api_key is missing, not valid, or not that of a clerk',
    );
  }

  private async shown(rows: readonly Open311Row[], language: Language): Promise<Open311Request[]> {
    const categories = new Map((await this.categories.list()).map((one) => [one.id, one]));
    const { units, calendar } = this.referenceData.current();
    return rows.map((row) => {
      const category = categories.get(row.categoryId ?? '');
      const isOver = row.outcome !== null;
      return {
        service_request_id: row.number,
        status: isOver ? 'closed' : 'open',
        status_notes: isOver ? row.text : null,
        service_name: (language === 'en' ? category?.nameEn : category?.nameZh) ?? null,
        service_code: category?.code ?? null,
        description: null,
        agency_responsible: units.get(row.leadUnitId ?? '')?.name ?? null,
        service_notice: null,
        requested_datetime: row.requestedAt.toISOString(),
        updated_datetime: row.updatedAt.toISOString(),
        expected_datetime: isOver || row.dueOn === null ? null : new Date(calendar.at(row.dueOn, 23, 59)).toISOString(),
        address: null,
        address_id: null,
        zipcode: null,
        lat: null,
        long: null,
        media_url: null,
      };
    });
  }
}

/** Services are what has nothing below it; the others are groups. */
function servicesAmong(all: readonly CategoryRow[]): CategoryRow[] {
  const groups = new Set(all.map(({ parentId }) => parentId));
  return all.filter(({ id }) => !groups.has(id));
}
