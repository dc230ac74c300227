/** Whether the service has other pages by now than the one that is open. */

/** True where it has; false where it has not, or cannot be asked. */
export async function isOutdated(): Promise<boolean> {
  const mine = document.querySelector<HTMLScriptElement>('script[type="module"]')?.src;
  const now = await fetch('/', { headers: { accept: 'text/html' }, cache: 'no-cache' })
    .then((response) => (response.ok ? response.text() : ''))
    .catch(() => '');
  return mine !== undefined && now.includes('id="desk"') && !now.includes(new URL(mine).pathname);
}
