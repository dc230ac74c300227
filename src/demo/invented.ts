/** The invented bureau: its units, its people's names and what its public raises. Every name here is made up. */
import type { Role } from '../domain/words.js';

export interface InventedUnit {
  key: string;
  name: string;
  parent: string | null;
  /** True where cases are worked on: the unit gets a leader, a liaison and a handler. */
  works?: boolean;
}

export const UNITS: readonly InventedUnit[] = [
  { key: 'squadron', name: '督查支队', parent: null },
  { key: 'order', name: '治安支队', parent: null, works: true },
  { key: 'traffic', name: '交警支队', parent: null, works: true },
  { key: 'crime', name: '刑侦支队', parent: null, works: true },
  { key: 'service', name: '行政审批支队', parent: null, works: true },
  { key: 'politics', name: '政治部', parent: null, works: true },
  { key: 'law', name: '法制支队', parent: null, works: true },
  { key: 'east', name: '城东分局', parent: null, works: true },
  { key: 'eastStation', name: '城东分局滨河派出所', parent: 'east', works: true },
  { key: 'west', name: '城西分局', parent: null, works: true },
  { key: 'westStation', name: '城西分局石桥派出所', parent: 'west', works: true },
  { key: 'zone', name: '开发区分局', parent: null, works: true },
];

export interface InventedPerson {
  username: string;
  name: string;
  role: Role;
  /** Key of the unit the person belongs to; `office` and `root` are those of every bureau. */
  unit: string;
  /** Key of the unit at which the role is held. */
  at: string;
}

export const STAFF: readonly InventedPerson[] = [
  { username: 'clerk', name: '王敏', role: 'clerk', unit: 'office', at: 'root' },
  { username: 'clerk2', name: '许静', role: 'clerk', unit: 'office', at: 'root' },
  { username: 'supervisor', name: '郑洁', role: 'supervisor', unit: 'squadron', at: 'root' },
  { username: 'supervisor2', name: '罗成', role: 'supervisor', unit: 'squadron', at: 'root' },
  { username: 'visitor', name: '何静', role: 'visitor', unit: 'office', at: 'root' },
  { username: 'visitor2', name: '曹阳', role: 'visitor', unit: 'office', at: 'root' },
  { username: 'leader', name: '刘建国', role: 'leader', unit: 'root', at: 'root' },
  { username: 'leader2', name: '马文华', role: 'leader', unit: 'root', at: 'root' },
  { username: 'auditor', name: '高原', role: 'auditor', unit: 'root', at: 'root' },
];

export const SURNAMES = [...'赵钱孙李周吴陈沈韩杨朱秦尤许吕施张孔曹严华金魏陶姜'];
export const GIVEN = [
  '强',
  '丽',
  '磊',
  '芳',
  '军',
  '洁',
  '涛',
  '敏',
  '刚',
  '静',
  '伟',
  '娟',
  '勇',
  '艳',
  '超',
  '霞',
  '平',
  '建华',
  '志明',
  '晓燕',
];
export const PLACES = [
  '滨河路',
  '石桥街',
  '人民东路',
  '花园小区',
  '火车站广场',
  '南湖菜市场',
  '实验小学门口',
  '开发区二路',
  '文昌巷',
  '老城北门',
  '体育馆周边',
  '和平新村',
  '东风里',
  '长途汽车站',
  '万达商圈',
  '第三中学路段',
];

/** What is raised: category code, what is wrong, what was done, what keeps it from coming back. `{}` is the place. */
export const TOPICS: readonly (readonly [
  category: string,
  unit: string,
  issue: string,
  measure: string,
  lasting: string,
])[] = [
  [
    'publicOrder',
    'order',
    '{}夜间飙车扰民，凌晨两三点噪音很大，居民无法休息',
    '开展专项夜查，查扣改装车辆',
    '设置固定测速点，每周两次夜查',
  ],
  [
    'publicOrder',
    'eastStation',
    '{}路灯不亮，夜间治安隐患突出，希望加强巡逻',
    '协调城管修复路灯，增设巡逻点',
    '纳入夜间必巡线，每月与城管核对照明',
  ],
  [
    'publicOrder',
    'westStation',
    '{}烧烤摊占道经营，酒后闹事时有发生',
    '联合城管清理占道，设立警务岗',
    '与摊主签订责任书，周末定点值守',
  ],
  [
    'publicOrder',
    'east',
    '{}电动车被盗多发，监控存在盲区',
    '补装监控六处，打掉盗窃团伙一个',
    '推广防盗登记，月度研判案情',
  ],
  [
    'service',
    'traffic',
    '{}早晚高峰拥堵严重，信号灯配时不合理',
    '重新测算流量，调整信号配时',
    '每季度评估一次配时方案',
  ],
  [
    'service',
    'traffic',
    '{}违停抓拍过多，周边没有足够停车位',
    '增划限时停车位，改抓拍为先提醒',
    '建立违停短信提醒机制',
  ],
  [
    'service',
    'traffic',
    '{}学校门口接送车辆混乱，孩子过马路危险',
    '设置护学岗和单行接送通道',
    '护学岗排班固定到人，学期初核查',
  ],
  [
    'service',
    'service',
    '办理居住证需要跑两趟，窗口与网上要求的材料不一致',
    '统一材料清单，网上窗口同标准',
    '清单变更须同步更新并公示',
  ],
  ['service', 'service', '{}户籍窗口中午无人值班，上班族办事不便', '实行午间弹性值班', '值班表公开，月度抽查'],
  [
    'service',
    'service',
    '出入境预约系统经常打不开，电话无人接听',
    '扩容预约系统，增加两部电话',
    '系统可用率纳入月度考核',
  ],
  ['crime', 'crime', '{}电信诈骗宣传不到位，老人多次被骗', '组织入户宣传，建立预警劝阻群', '社区反诈联络员常态走访'],
  ['crime', 'crime', '{}工地材料多次被盗，报案后进展不明', '串并案件侦破三起，追回材料', '案件进展七日一告知'],
  ['crime', 'zone', '{}企业周边盗窃电缆案件多发，影响生产', '增加夜巡，侦破盗窃案两起', '警企联防群每日通报'],
  [
    'lawEnforcement',
    'law',
    '处罚决定书送达不及时，当事人不清楚申诉渠道',
    '补送文书，当面告知救济途径',
    '送达时限纳入执法系统自动提醒',
  ],
  [
    'lawEnforcement',
    'law',
    '同类交通违法处罚尺度不一，希望统一标准',
    '发布裁量基准，复核近期案件',
    '裁量基准每年修订并公开',
  ],
  ['lawEnforcement', 'west', '{}出警后未反馈处理结果，报警人多次询问', '逐件回告，完善警情台账', '警情回告率按周通报'],
  ['forceBuilding', 'politics', '个别窗口民警态度生硬，解释政策不耐烦', '谈话提醒并轮岗培训', '服务评价与绩效挂钩'],
  [
    'forceBuilding',
    'politics',
    '{}社区民警更换频繁，群众不认识',
    '稳定社区民警，公示联系方式',
    '社区民警任期不少于三年',
  ],
  [
    'publicity',
    'politics',
    '便民措施宣传少，很多群众不知道可以网上办',
    '制作办事指南视频，社区张贴',
    '每季度更新办事指南',
  ],
  ['publicity', 'zone', '{}禁放规定宣传不到位，节日仍有人燃放', '节前入户告知，设置提示牌', '节前两周固定宣传'],
  ['other', 'east', '{}废弃车辆长期占用停车位，无人处理', '联合街道拖移废弃车辆九台', '每月排查一次僵尸车'],
  ['other', 'westStation', '{}养犬不牵绳，小孩多次受惊吓', '集中整治不文明养犬', '养犬登记上门办理'],
];

export const MEETINGS = [
  '警民恳谈会',
  '企业家座谈会',
  '人大代表、政协委员座谈会',
  '社区居民座谈会',
  '律师代表座谈会',
  '特邀监督员座谈会',
];
