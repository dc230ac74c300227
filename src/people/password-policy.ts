/** Which passwords are taken: long enough, and not among those that are tried first. The same wherever one is set. */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { Refused } from '../domain/errors.js';

/** Shortest and longest password; the longest keeps a hash from becoming work without end. */
export const PASSWORD_LENGTH = { min: 10, max: 200 } as const;

/** Of zxcvbn's five: at least 10^8 guesses, which slowed guessing (guessing.service.ts) does not come to. */
const LEAST_SCORE = 3;
/** Estimating costs more than linear work, so only the beginning is looked at: what begins well is good enough. */
const LOOKED_AT = 32;
/** What anybody would try here. */
const OUR_WORDS = ['销号', 'xiaohao', '整改', 'zhenggai', '整改办', 'gongan', 'jingcha', 'police', 'admin', '管理员'];

let estimator: ZxcvbnFactory | undefined;

/** Throws 422, saying why in both languages, for a password that is too short, too common, too regular, or made of the person's own
 *  words: username, name, names of units. */
export function requireGoodPassword(password: string, words: readonly string[]): void {
  if ([...password].length < PASSWORD_LENGTH.min) {
    throw new Refused(
      422,
      'password.tooShort',
      `密码至少 ${PASSWORD_LENGTH.min} 个字符`,
      `A password has at least ${PASSWORD_LENGTH.min} characters`,
    );
  }
  // Made when first needed: the lists take a moment and some memory.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = [...words.flatMap(parts), ...OUR_WORDS];
  const { score, feedback } = estimator.check(password.slice(0, LOOKED_AT), own);
  if (score >= LEAST_SCORE) return;
  const small = password.toLowerCase();
  if (feedback.warning === 'userInputs' || own.some((word) => small.includes(word.toLowerCase()))) {
    throw new Refused(
      422,
      'password.ownWords',
      '密码由用户名、姓名、单位名称或本系统的常用词组成，容易被猜到，请换一个',
      'The password is made of the username, the name, the unit or words of this system: choose another',
    );
  }
  if (['topTen', 'topHundred', 'common', 'similarToCommon'].includes(feedback.warning ?? '')) {
    throw new Refused(
      422,
      'password.common',
      '这个密码太常见，容易被猜到，请换一个',
      'This password is too common: choose another',
    );
  }
  throw new Refused(
    422,
    'password.regular',
    '密码太有规律（重复、连续字符、日期或键盘顺序），容易被猜到，请换一个，例如几个不相干的词连在一起',
    'The password is too regular (repeats, sequences, dates, rows of keys): choose another, such as several unrelated words',
  );
}

/** A word with its parts: `east-handler` is also `east` and `handler`. */
const parts = (word: string): string[] => [word, ...word.split(/[\s._-]+/)].filter((part) => part.length > 1);
