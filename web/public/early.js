/* Puts the remembered theme and language on the page before it is painted, so that nothing flashes. */
(function () {
  var remembered = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  };
  var theme = remembered('xiaohao.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
  var language = remembered('xiaohao.language') || (/^en\b/i.test(navigator.language) ? 'en' : 'zh-CN');
  document.documentElement.lang = language;
})();
