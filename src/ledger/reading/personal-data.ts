/** Recognises what belongs to a person by its shape: telephone, identity number, dwelling, and names of persons. */

export type PersonalKind = 'mobile' | 'landline' | 'identity' | 'dwelling' | 'name';

export interface PersonalPiece {
  from: number;
  to: number;
  kind: PersonalKind;
}

const MOBILE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g;
const LANDLINE = /(?<!\d)0\d{2,3}[-—– ]?[2-9]\d{6,7}(?!\d)/g;
const IDENTITY = /(?<![\dA-Za-z])[1-8]\d{16}[\dXx](?![\dA-Za-z])/g;
/** Every run has its bound: a cell of thirty thousand digits is looked through once, not once for each of them. */
const DWELLING =
  /[\u4e00-\u9fa5A-Za-z\d]{0,16}(\d{1,6}|[一二三四五六七八九十]{1,6})[号栋幢座](楼|房)?[-、 ]?([\dA-Za-z一二三四五六七八九十甲乙丙丁]{1,6}单元)?[-、 ]?\d{0,5}(单元|室|户)(\d{1,5}[号室户])?/g;
/** Persons named by what they are. */
const NAMED =
  /(举报人|反映人|来电人|来信人|来访人|报警人|报案人|投诉人|信访人|联系人|当事人|业主|住户|户主)(?:为|是|:|：|叫|\s)*([\u4e00-\u9fa5]{2,4})/g;
/** What follows a name and is none of it. */
const AFTER_NAME = /[已的在被向等称说因与和及反来到要求对未将]$/;
/** Without one of these no text holds a piece. */
const HINT = /[\d０-９]{4}|[室元户]|[报映电信访诉系事案警]人|业主/;
/** A day holds digits and no piece; every row of a ledger has some. */
const PLAIN_DAY = /^(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?$/;
const mayHold = (text: string): boolean => HINT.test(text) && !PLAIN_DAY.test(text);
const NONE: PersonalPiece[] = [];
/** Stands where something of a person was taken out. */
export const SEALED_MARK = '【已加密】';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** Pieces of persons' data in `text`, in order, not overlapping. Identity numbers (GB 11643-1999) by their check digit or by a day of
 *  birth that may be one: a number with a slip in it is a person's all the same. */
export function personalPieces(text: string): PersonalPiece[] {
  if (!mayHold(text)) return NONE;
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const pieces: PersonalPiece[] = [];
  const add = (from: number, to: number, kind: PersonalKind): void => {
    if (!pieces.some((piece) => piece.from < to && from < piece.to)) pieces.push({ from, to, kind });
  };
  if (/\d{4}/.test(plain)) {
    for (const { 0: found, index } of plain.matchAll(IDENTITY)) {
      if (isIdentityNumber(found)) add(index, index + found.length, 'identity');
    }
    for (const { 0: found, index } of plain.matchAll(MOBILE)) add(index, index + found.length, 'mobile');
    for (const { 0: found, index } of plain.matchAll(LANDLINE)) add(index, index + found.length, 'landline');
  }
  if (/[室元户]/.test(plain)) {
    for (const { 0: found, index } of plain.matchAll(DWELLING)) add(index, index + found.length, 'dwelling');
  }
  if (plain.includes('人') || /[业户]/.test(plain)) {
    for (const { 0: found, 2: word = '', index } of plain.matchAll(NAMED)) {
      const name = [4, 3, 2]
        .map((length) => word.slice(0, length))
        .find((each) => isPersonName(each) && !AFTER_NAME.test(each));
      if (name === undefined) continue;
      const from = index + found.length - word.length;
      add(from, from + name.length, 'name');
    }
  }
  return pieces.sort((a, b) => a.from - b.from);
}

/** The text without these pieces, and what was taken out. */
export function withoutPersons(text: string, kinds: readonly PersonalKind[]): { text: string; taken: string[] } {
  if (!mayHold(text)) return { text, taken: [] };
  const pieces = personalPieces(text).filter(({ kind }) => kinds.includes(kind));
  let kept = '';
  let at = 0;
  for (const { from, to } of pieces) {
    kept += text.slice(at, from) + SEALED_MARK;
    at = to;
  }
  return { text: kept + text.slice(at), taken: pieces.map(({ from, to }) => text.slice(from, to)) };
}

/** Whether 18 characters are an identity number. */
export function isIdentityNumber(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  if (CHECKS[sum % 11] === number.slice(17).toUpperCase()) return true;
  const [year, month, day] = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].map(Number);
  return year! >= 1900 && year! <= 2035 && month! >= 1 && month! <= 12 && day! >= 1 && day! <= 31;
}

/** The usual surnames; of two characters the double ones. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂焦向柳邢岳齐梅庄涂谷左耿詹邬冉储褚卫穆骆闵高凌霍阮柯宁裴靳甘'.split(
    '',
  ),
);
const DOUBLE = new Set([
  '欧阳',
  '上官',
  '司马',
  '诸葛',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '司徒',
  '令狐',
  '夏侯',
]);
/** Last characters of words that are no names. */
const NO_NAME =
  /[局队所科室处办委站院校村镇乡街区县市厂店司会部厅组府库场园馆社户段线点类款级费证号路桥河楼库厦城门口案件表单簿照片图书]$/;
const NO_NAMES = new Set(
  '高速 高新 安全 安监 金融 石油 石材 文化 文体 文旅 白天 向上 常态 方面 方案 任务 程序 段落 江河 万元 余额 安装 严重 严格 常规 温度 易燃 马上 毛病 高度 高温 安静 夏季 方便 文明 石料 金额 时间 路灯 雷电 龙头 安排 解决 施工 于月底 任意 应急'.split(
    ' ',
  ),
);

/** Whether a text looks like the name of a person: two or three characters behind a usual surname, four behind a double one. */
export function isPersonName(text: string): boolean {
  const name = text.replace(/[\s·]/g, '');
  if (!/^[\u4e00-\u9fa5]{2,4}$/.test(name) || NO_NAME.test(name) || NO_NAMES.has(name)) return false;
  if (DOUBLE.has(name.slice(0, 2)) && name.length >= 3) return true;
  return name.length <= 3 && SURNAMES.has(name.charAt(0));
}
