/** Whether the desk is open inside another app, whose browser lacks what a real one has. */

/** `wecom`, `wechat`, `dingtalk`, or undefined in a browser of its own. From the user agent: nothing else tells. */
export function inApp(userAgent = navigator.userAgent): 'wecom' | 'wechat' | 'dingtalk' | undefined {
  // WeCom names itself and WeChat as well
  if (/wxwork\//i.test(userAgent)) return 'wecom';
  if (/MicroMessenger\//i.test(userAgent)) return 'wechat';
  return /DingTalk\//i.test(userAgent) ? 'dingtalk' : undefined;
}
