/** Says what kind of browser a session is in, from the user agent it sent: enough to recognise one's own. */

const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/i, '微信 WeChat'],
  [/DingTalk/i, '钉钉 DingTalk'],
  [/QQBrowser/i, 'QQ'],
  [/360SE|360EE|QihooBrowser/i, '360'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|UOS|Kylin/i, 'Linux'],
];

const first = (table: readonly [RegExp, string][], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** `Chrome · Windows`; the beginning of the user agent where it is none we know; empty where it is empty. */
export function deviceOf(userAgent: string): string {
  const known = [first(BROWSERS, userAgent), first(SYSTEMS, userAgent)].filter((part) => part !== undefined);
  return known.length > 0 ? known.join(' · ') : userAgent.slice(0, 60);
}
