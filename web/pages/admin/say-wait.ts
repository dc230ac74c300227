/** Says how long something has waited, with the words of the page of health. */
import { useI18n } from 'vue-i18n';

/** `40 秒`, `12 分钟` or `3 小时`, from seconds. Call in setup. */
export function useSayWait(): (seconds: number) => string {
  const { t } = useI18n();
  return (seconds) => {
    if (seconds < 120) return t('health.seconds', seconds);
    return seconds < 7200
      ? t('health.minutes', Math.round(seconds / 60))
      : t('health.hours', Math.round(seconds / 3600));
  };
}
