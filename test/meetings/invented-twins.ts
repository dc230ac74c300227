/** Letters to an invented mailbox, most sent a second time in other words around the same middle, as people do whom nobody answered. */

export interface Letter {
  title: string;
  query: string;
}

const WHO = ['我是城南的一名居民', '我家住在老街', '作为一名学生家长', '我们几户人家商量后写信', '我在附近上班'];
const HOW = ['希望派人来看一看', '请给一个明确的答复', '盼望早日解决', '请安排夜间检查一次', '我们愿意配合调查'];
/** Title and middle; several speak of one place, several of one kind of trouble. */
const MATTERS: [string, string][] = [
  ['东风砖厂路灯', '东风砖厂北门的路灯从去年冬天起一盏都不亮，下夜班的人打着手机照路，上个月有老人摔断了腿'],
  ['东风砖厂扬尘', '东风砖厂运土的车不盖篷布，一过就是满街黄土，晾在外面的被子当天就要重洗'],
  ['安和花园车库', '安和花园地下车库三个星期丢了六辆电动车，监控说是坏了，物业让大家自己看好自己的车'],
  ['安和花园积水', '安和花园东侧下雨以后积水没过脚踝，排水口被建筑垃圾堵住，社区说归水务，水务说归城管'],
  ['实验小学堵车', '实验小学放学的时候接送的车停了三排，公交车开不进来，救护车也被堵过一次'],
  ['实验小学文具店', '实验小学对面的文具店向孩子卖五毛钱一张的刮奖卡，不少孩子把早饭钱都花在上面'],
  ['西河广场音响', '西河广场一到晚上九点就有两支队伍比着放音响跳舞，上夜班的人和写作业的孩子都没法休息'],
  ['西河广场公厕', '西河广场的公厕锁了半年，牌子上写着检修，附近的墙角成了厕所，夏天根本走不过去'],
  ['翠苑小区烈犬', '翠苑小区五栋有人养了两条烈性犬从不拴绳，已经追过两个放学的孩子，报警后只是劝了几句'],
  ['翠苑小区电梯', '翠苑小区八栋的电梯一个月停了七次，九十岁的老人被关在里面四十分钟，维保的电话没有人接'],
  ['北门夜市油烟', '北门夜市的烧烤摊摆到盲道上，油烟直往楼上飘，关着窗户也能闻到，凌晨两点还在划拳'],
  ['北门夜市电线', '北门夜市的摊位从路灯杆上私接电线，雨天火花直冒，旁边就是液化气罐'],
  ['火车站拒载', '火车站出站口的出租车不打表还拒载，外地来的亲戚走三公里被要了八十块钱'],
  ['火车站黑旅馆', '火车站广场有人拉客住店，不登记身份证，进了房间又加收押金，不给就不让走'],
  ['南湖公园护栏', '南湖公园栈道的护栏断了两截，只拉了一根塑料绳，周末带孩子来的人很多'],
  ['南湖公园夜钓', '南湖公园夜里有人用电瓶打鱼，岸边留下死鱼和电线，巡查的人来了就跑'],
  ['居住证排队', '城南派出所办居住证只开一个窗口，排了两个小时轮到我时说系统故障，第二天又说缺一份合同'],
  ['户口迁移材料', '孩子的户口从外省迁来，三次去窗口三次都说还缺证明，网上写的清单和窗口要的不一样'],
  ['冒充公检法', '母亲接到自称专案组的电话，对方让她去宾馆开房接受调查，差一点把养老钱全部转走'],
  ['外卖车逆行', '解放路的外卖骑手逆行闯灯成了习惯，斑马线上撞倒过买菜的老人，人行道上也照样骑'],
  ['工地夜间施工', '新城二期的工地半夜一点还在打桩，投诉一次停一天，高三的孩子白天上课直打瞌睡'],
  ['井盖松动', '人民路十字口的井盖松了，汽车一压就响一夜，骑车的人绕着走差点被后车带倒'],
  ['共享单车', '地铁三号口的共享单车堆成了山，盲道和公交站台都占满了，推婴儿车只能下到机动车道'],
  ['宠物店恶臭', '建设巷的宠物店把笼子放在楼道里，恶臭和叫声从早到晚，楼上的住户连门都不敢开'],
];

/** The letters, and for each that was sent twice the place of the other one. A twin shares the middle and neither begin nor end. */
export function inventedTwins(): { letters: Letter[]; twins: Map<number, Set<number>> } {
  const letters: Letter[] = [];
  const twins = new Map<number, Set<number>>();
  MATTERS.forEach(([title, middle], n) => {
    const at = letters.length;
    const said = (turn: number): string =>
      `${WHO[(n + turn) % WHO.length]!}，${turn === 0 ? '' : '上次没有回音，'}${middle}。${HOW[(n * 3 + turn * 2) % HOW.length]!}。`;
    letters.push({ title, query: said(0) });
    if (n % 8 === 7) return;
    letters.push({ title: `再次来信：${title.slice(0, 2)}的事`, query: said(1) });
    twins.set(at, new Set([at + 1])).set(at + 1, new Set([at]));
  });
  return { letters, twins };
}
