/** Starts the desk. */
import './polyfills.js';
import 'element-plus/theme-chalk/base.css';
import 'element-plus/theme-chalk/dark/css-vars.css';
import './theme/tokens.css';
import './theme/page.css';
import './theme/print.css';
import './theme/theme.js';
import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import App from './app/App.vue';
import { queries } from './app/queries.js';
import { router } from './app/router.js';
import { i18n, loadWords } from './language/words.js';

void loadWords('shell', 'values').then(() =>
  createApp(App).use(i18n).use(router).use(VueQueryPlugin, { queryClient: queries }).mount('#desk'),
);
