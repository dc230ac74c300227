/** The style of the pages that stand outside the desk: for a phone held in one hand, on paper as on a screen. */
export const PAGE_STYLE = `
*{box-sizing:border-box}
body{margin:0;background:#f4f5f7;color:#1f2329;font:16px/1.6 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:640px;margin:0 auto;padding:16px}
h1{font-size:22px;margin:8px 0}h2{font-size:17px;margin:0 0 8px}
.number{font-size:20px;font-weight:600;margin:0;letter-spacing:.02em}
.quiet,footer{color:#4b5563;font-size:14px;margin:4px 0}
section,.told,.refused{background:#fff;border-radius:8px;padding:16px;margin:12px 0}
.told{border-left:4px solid #1a7f37}.refused{border-left:4px solid #b42318}
.next{font-weight:600;margin:0 0 8px}
blockquote{margin:8px 0;padding:8px 12px;background:#f4f5f7;border-radius:6px;overflow-wrap:anywhere;word-break:break-word}
ol{list-style:none;margin:0;padding:0}
li{padding:8px 0 8px 20px;border-left:2px solid #1a56b0;margin-left:4px;overflow:hidden}
li.ahead{border-left:2px dashed #b6bcc6;color:#4b5563}
li time{float:right;margin-left:12px;color:#4b5563}
.photos img{display:block;width:100%;height:auto;border-radius:6px;margin:8px 0}
summary{padding:10px 0;min-height:44px;color:#1a56b0;font-weight:600;cursor:pointer}
fieldset{border:0;margin:0 0 12px;padding:0}legend{font-weight:600;padding:0;margin:0 0 4px}
label{display:block;margin:8px 0 4px}
.pick{min-height:44px;margin:0;padding:10px 0}.pick input{width:20px;height:20px;vertical-align:middle;margin:0 8px 0 0}
.aspect{min-height:48px;margin:0;overflow:hidden}.aspect span{line-height:44px}
.aspect select{float:right;width:96px}
input[name=code],textarea,select{font:inherit;color:inherit;background:#fff;border:1px solid #6b7280;border-radius:6px;padding:9px 10px;min-height:44px}
input[name=code],textarea{display:block;width:100%}
input[name=code]{text-transform:uppercase;letter-spacing:.08em}
button{display:block;width:100%;min-height:48px;margin:12px 0 0;border:0;border-radius:8px;background:#1a56b0;color:#fff;font:inherit;font-weight:600}
button.strong{background:#b42318}
a{color:#1a56b0;display:inline-block;padding:10px 0}
:focus-visible{outline:3px solid #f0a020;outline-offset:2px}
.word+.word,.word+details{border-top:1px solid #e3e6ea;padding-top:8px}
`;
