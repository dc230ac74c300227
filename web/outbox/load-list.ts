/** Fetches what shows the outbox: with the first form that sends, so that it is here when the network is not. */

export const loadList = (): Promise<typeof import('./OutboxList.vue')> => import('./OutboxList.vue');
