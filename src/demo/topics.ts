/** What the invented public raises: where, in whose words, what is done about it. Every place here is made up. */
import type { Chance } from './chance.js';

/** One kind of issue: `{}` in its wordings is the place. */
export interface Topic {
  /** Code of its category. */
  category: string;
  /** Key of the unit that it is for. */
  unit: string;
  /** As people say it: what is wrong, a comma, and more of it. What stands before the comma is the title. */
  said: readonly string[];
  places: readonly string[];
  measure: string;
  lasting: string;
}

const STREETS = [
  '滨河路',
  '石桥街',
  '人民东路',
  '人民西路',
  '花园小区',
  '火车站广场',
  '南湖菜市场',
  '北门农贸市场',
  '开发区二路',
  '文昌巷',
  '老城北门',
  '体育馆周边',
  '和平新村',
  '东风里',
  '长途汽车站',
  '万达商圈',
  '建设路南段',
  '柳林社区',
  '望江公园',
  '纺织厂宿舍区',
  '青年路夜市',
  '临江大道东口',
];
const SCHOOLS = [
  '实验小学',
  '第三中学',
  '第一中学',
  '滨河小学',
  '石桥中心小学',
  '开发区外国语学校',
  '育才幼儿园',
  '职业技术学校',
  '城东小学',
  '阳光幼儿园',
  '第五中学',
  '师范附小',
];
const WINDOWS = [
  '政务大厅',
  '城东分局办证大厅',
  '城西分局办证大厅',
  '滨河派出所',
  '石桥派出所',
  '开发区办证点',
  '车站户政窗口',
  '南湖便民服务站',
  '柳林社区警务室',
  '万达办证点',
];
const COMPANIES = [
  '临江机械厂',
  '东方物流园',
  '恒通电缆公司',
  '开发区一期工地',
  '高铁新城工地',
  '江湾医药公司',
  '滨江商贸城',
  '城南建材市场',
  '光华电子厂',
  '绿洲食品公司',
];

const topic = (
  category: string,
  unit: string,
  places: readonly string[],
  said: readonly string[],
  measure: string,
  lasting: string,
): Topic => ({ category, unit, said, places, measure, lasting });

export const TOPICS: readonly Topic[] = [
  topic(
    'publicOrder',
    'order',
    STREETS,
    [
      '{}夜间飙车扰民，凌晨两三点噪音很大，居民无法休息',
      '{}周末深夜摩托车炸街，老人孩子整夜睡不好',
      '{}改装车聚集轰油门，报警后人走了又来',
    ],
    '开展专项夜查，查扣改装车辆',
    '设置固定测速点，每周两次夜查',
  ),
  topic(
    'publicOrder',
    'eastStation',
    STREETS,
    [
      '{}路灯不亮，夜间治安隐患突出，希望加强巡逻',
      '{}夜里一片漆黑，下晚班的人不敢走',
      '{}照明损坏无人修，近期有人被尾随',
    ],
    '协调城管修复路灯，增设巡逻点',
    '纳入夜间必巡线，每月与城管核对照明',
  ),
  topic(
    'publicOrder',
    'westStation',
    STREETS,
    [
      '{}烧烤摊占道经营，酒后闹事时有发生',
      '{}夜宵摊吵闹到凌晨，居民不敢开窗',
      '{}流动摊点堵住消防通道，多次劝离又返回',
    ],
    '联合城管清理占道，设立警务岗',
    '与摊主签订责任书，周末定点值守',
  ),
  topic(
    'publicOrder',
    'east',
    STREETS,
    ['{}电动车被盗多发，监控存在盲区', '{}一周内三辆电瓶车被撬，报案后没有消息', '{}车棚没有监控，电瓶屡被偷'],
    '补装监控六处，打掉盗窃团伙一个',
    '推广防盗登记，月度研判案情',
  ),
  topic(
    'service',
    'traffic',
    STREETS,
    [
      '{}早晚高峰拥堵严重，信号灯配时不合理',
      '{}左转绿灯只够过三辆车，每天堵到路口',
      '{}公交站与右转车道冲突，高峰时动弹不得',
    ],
    '重新测算流量，调整信号配时',
    '每季度评估一次配时方案',
  ),
  topic(
    'service',
    'traffic',
    STREETS,
    ['{}违停抓拍过多，周边没有足够停车位', '{}居民夜间无处停车，一早就被贴单', '{}限时停车标志不清，外地车主多次被罚'],
    '增划限时停车位，改抓拍为先提醒',
    '建立违停短信提醒机制',
  ),
  topic(
    'service',
    'traffic',
    SCHOOLS,
    [
      '{}门口接送车辆混乱，孩子过马路危险',
      '{}放学时段校门口三排停车，老人推着孩子走机动车道',
      '{}周边没有人行横道，家长盼设护学岗',
    ],
    '设置护学岗和单行接送通道',
    '护学岗排班固定到人，学期初核查',
  ),
  topic(
    'service',
    'service',
    WINDOWS,
    [
      '在{}办居住证要跑两趟，窗口与网上要求的材料不一致',
      '{}开无犯罪证明材料说法不一，来回补了三次',
      '{}办身份证告知不全，外地人白跑一趟',
    ],
    '统一材料清单，网上窗口同标准',
    '清单变更须同步更新并公示',
  ),
  topic(
    'service',
    'service',
    WINDOWS,
    ['{}中午无人值班，上班族办事不便', '{}周六不开窗口，只能请假来办', '{}排队两小时只开一个窗口，老人站着等'],
    '实行午间弹性值班',
    '值班表公开，月度抽查',
  ),
  topic(
    'service',
    'service',
    WINDOWS,
    [
      '{}的出入境预约经常打不开，电话无人接听',
      '{}网上取号总是显示已满，现场却空着',
      '{}咨询电话长期占线，打了一周没打通',
    ],
    '扩容预约系统，增加两部电话',
    '系统可用率纳入月度考核',
  ),
  topic(
    'crime',
    'crime',
    STREETS,
    [
      '{}电信诈骗宣传不到位，老人多次被骗',
      '{}有老人被冒充客服骗走养老钱，希望上门讲一讲',
      '{}有人发假中奖短信，多户上当',
    ],
    '组织入户宣传，建立预警劝阻群',
    '社区反诈联络员常态走访',
  ),
  topic(
    'crime',
    'crime',
    COMPANIES,
    ['{}材料多次被盗，报案后进展不明', '{}夜间丢失钢材两批，办案进度没人告知', '{}货车油箱屡被盗油，司机不敢停车过夜'],
    '串并案件侦破三起，追回材料',
    '案件进展七日一告知',
  ),
  topic(
    'crime',
    'zone',
    COMPANIES,
    ['{}周边盗窃电缆案件多发，影响生产', '{}变压器线缆半月被剪两次，停工损失大', '{}围墙外有人踩点偷铜，保安拦不住'],
    '增加夜巡，侦破盗窃案两起',
    '警企联防群每日通报',
  ),
  topic(
    'lawEnforcement',
    'law',
    COMPANIES,
    [
      '{}反映处罚决定书送达不及时，当事人不清楚申诉渠道',
      '{}员工收到处罚告知时已过申辩期，要求说明',
      '{}多名司机未收到罚单短信，年检时才知道',
    ],
    '补送文书，当面告知救济途径',
    '送达时限纳入执法系统自动提醒',
  ),
  topic(
    'lawEnforcement',
    'law',
    STREETS,
    [
      '{}门口同类违停处罚尺度不一，希望统一标准',
      '{}一带轻微违法有的教育有的罚款，群众有意见',
      '{}货车限行处罚标准前后不一，商户不服',
    ],
    '发布裁量基准，复核近期案件',
    '裁量基准每年修订并公开',
  ),
  topic(
    'lawEnforcement',
    'west',
    STREETS,
    [
      '{}出警后未反馈处理结果，报警人多次询问',
      '{}噪音报警三次没有回音，居民不再愿意打电话',
      '{}纠纷调解后无人回访，又起争执',
    ],
    '逐件回告，完善警情台账',
    '警情回告率按周通报',
  ),
  topic(
    'forceBuilding',
    'politics',
    WINDOWS,
    [
      '{}个别民警态度生硬，解释政策不耐烦',
      '{}工作人员一问三不知，让群众自己上网查',
      '{}辅警执勤时玩手机，群众拍了照片',
    ],
    '谈话提醒并轮岗培训',
    '服务评价与绩效挂钩',
  ),
  topic(
    'forceBuilding',
    'politics',
    STREETS,
    [
      '{}社区民警更换频繁，群众不认识',
      '{}一年换了三任社区民警，情况总要从头说',
      '{}警务公示栏还是前年的人，电话打不通',
    ],
    '稳定社区民警，公示联系方式',
    '社区民警任期不少于三年',
  ),
  topic(
    'publicity',
    'politics',
    WINDOWS,
    [
      '{}便民措施宣传少，很多群众不知道可以网上办',
      '{}办事指南还是旧版，按它准备的材料用不上',
      '{}公示屏长期黑屏，看不到办理流程',
    ],
    '制作办事指南视频，社区张贴',
    '每季度更新办事指南',
  ),
  topic(
    'publicity',
    'zone',
    STREETS,
    [
      '{}禁放规定宣传不到位，节日仍有人燃放',
      '{}开业放鞭炮无人制止，楼上住户受惊',
      '{}没有禁放提示牌，外来商户不知道规定',
    ],
    '节前入户告知，设置提示牌',
    '节前两周固定宣传',
  ),
  topic(
    'other',
    'east',
    STREETS,
    ['{}废弃车辆长期占用停车位，无人处理', '{}两辆面包车停了一年多，轮胎都瘪了', '{}报废三轮堆在绿化带，雨后积水发臭'],
    '联合街道拖移废弃车辆九台',
    '每月排查一次僵尸车',
  ),
  topic(
    'other',
    'westStation',
    STREETS,
    ['{}养犬不牵绳，小孩多次受惊吓', '{}流浪犬成群，清晨遛弯的老人被追', '{}楼道里养大型犬，邻居不敢出门'],
    '集中整治不文明养犬',
    '养犬登记上门办理',
  ),
];

/** What somebody raises, in their words. */
export interface Said {
  topic: Topic;
  text: string;
}

/** Issues as they come in: the same is not said twice before everything has been said once. */
export class Raised {
  private readonly said = new Map<Topic, string[]>();

  /** A topic and what somebody says about it. */
  next(chance: Chance): Said {
    const topic = chance.pick(TOPICS);
    const left = this.said.get(topic) ?? [];
    if (left.length === 0) {
      left.push(...topic.said.flatMap((words) => topic.places.map((place) => words.replace('{}', place))));
      this.said.set(topic, left);
    }
    const [text] = left.splice(chance.between(0, left.length - 1), 1);
    return { topic, text: text! };
  }
}

/** The first clause of what was said. */
export const titleOf = (text: string): string => text.split('，')[0]!;
