/* Puts the remembered theme and language on the page before it is painted, so that nothing flashes; and tells a browser that is too old what to
   use instead. Written so that Internet Explorer reads it too: 360 and QQ browsers are one in their compatibility mode. */
(function () {
  var remembered = function (key) {
    try {
      return localStorage.getItem(key);
    } catch (_) {
      return null;
    }
  };
  var language = remembered('xiaohao.language') || (/^en\b/i.test(navigator.language) ? 'en' : 'zh-CN');
  document.documentElement.lang = language;
  var names = document.querySelector('link[rel=manifest]');
  if (names && language === 'en') names.href = '/manifest.en.webmanifest';

  // Chromium 86 is the oldest that has replaceChildren; Firefox 98 and Safari 15.4 are the oldest that have dialogs as well
  if (
    typeof Element === 'undefined' ||
    !Element.prototype.replaceChildren ||
    typeof HTMLDialogElement === 'undefined' ||
    !window.Promise
  ) {
    var zh =
      '<h1>浏览器版本过旧，无法使用</h1><p>请使用以下任一浏览器（版本不低于所列），安装后重新打开本页：</p>' +
      '<ul><li>360安全浏览器 13、360极速浏览器 13</li><li>QQ浏览器 11</li><li>Edge 86、Chrome 86</li><li>Firefox 98、Safari 15.4（苹果手机 iOS 15.4）</li></ul>' +
      '<p>已经是这些版本的，请把地址栏旁的“兼容模式”换成“极速模式”。</p>';
    var en =
      '<h1>This browser is too old</h1><p>Please use one of these, in this version or a newer one, and open the page again:</p>' +
      '<ul><li>360 Secure Browser 13, 360 Speed Browser 13</li><li>QQ Browser 11</li><li>Edge 86, Chrome 86</li><li>Firefox 98, Safari 15.4 (iPhone: iOS 15.4)</li></ul>' +
      '<p>If it is one of them already, switch from compatibility mode to speed mode beside the address.</p>';
    document.addEventListener('DOMContentLoaded', function () {
      document.body.innerHTML =
        '<div id="too-old" role="alert" style="max-width:36em;margin:3em auto;padding:0 1em;font:16px/1.7 sans-serif;color:#1f2328;background:#fff">' +
        (language === 'en' ? en : zh) +
        '</div>';
    });
    return;
  }

  // comes once, before any page of the desk is there to hear it; see DeviceSection.vue
  window.addEventListener('beforeinstallprompt', function (event) {
    window.xiaohaoInstall = event;
  });

  var theme = remembered('xiaohao.theme');
  var dark = theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.classList.toggle('dark', dark);
})();
