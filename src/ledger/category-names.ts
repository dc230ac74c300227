/** Which category a ledger means by a word. */

export interface NamedCategory {
  id: string;
  code: string;
  nameZh: string;
  nameEn: string;
}

/** Code under which issues of no known category are kept. */
export const OTHER = 'other';

export class CategoryNames {
  private readonly byWord = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(categories: readonly NamedCategory[]) {
    for (const { id, code, nameZh, nameEn } of [...categories].reverse()) {
      this.names.set(id, nameZh);
      for (const word of [nameEn, nameZh, code]) this.byWord.set(key(word), id);
    }
  }

  /** Id of the category that bears this Chinese or English name or code (治安防范类问题 is 治安防范); undefined when none does. */
  idOf(word: string): string | undefined {
    return this.byWord.get(key(word)) ?? this.byWord.get(key(word).replace(/(类问题|问题|类)$/, ''));
  }

  /** Whether it is the id of a category. */
  has(id: string | undefined): id is string {
    return id !== undefined && this.names.has(id);
  }

  /** Chinese name of the category of this id. */
  nameOf(id: string): string | undefined {
    return this.names.get(id);
  }

  /** Id of 其他; undefined where a tenant has taken it out. */
  get other(): string | undefined {
    return this.byWord.get(OTHER);
  }
}

function key(word: string): string {
  return word.normalize('NFKC').toLowerCase().replace(/\s/g, '');
}
