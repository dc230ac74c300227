/** The headers offices write, by the field they mean; the surest word of a field stands first. */
import type { Field } from './entry.js';

export const HEADER_WORDS: Record<Field, string> = {
  serial: '序号 serial no sn',
  externalId:
    '问题编号 事项编号 工单编号 工单号 信件编号 案件编号 台账编号 受理编号 编号 案号 mail_id case_enquiry_id external_id case_id case_number number id',
  title: '问题标题 事项标题 标题 事项名称 问题名称 主题 case_title title subject',
  description:
    '问题描述 问题内容 具体问题 存在问题 存在的问题 突出问题 问题表现 问题清单 反映问题 反映内容 意见建议 意见建议内容 意见内容 诉求内容 诉求 主要内容 信件内容 来信内容 内容 问题 query description issue content details',
  source: '问题来源 来源 来源渠道 反映渠道 受理渠道 渠道 source channel',
  categoryName: '问题类别 问题类型 问题分类 事项类别 诉求类别 类别 类型 分类 category type reason',
  unitName:
    '责任单位 牵头单位 牵头责任单位 整改单位 整改责任单位 主责单位 主办单位 承办单位 办理单位 回复单位 责任部门 牵头部门 责任科室 承办部门 单位 reply_agency lead_unit responsible_unit unit agency department',
  supportingUnitNames:
    '协办单位 配合单位 配合部门 协同单位 协助单位 责任配合单位 supporting_units supporting_unit cooperating_units',
  leaderName: '责任领导 分管领导 包案领导 包保领导 牵头领导 挂牌领导 责任局领导 responsible_leader leader',
  handlerName: '责任人 整改责任人 直接责任人 具体责任人 承办人 经办人 handler responsible_person owner assignee',
  raisedOn:
    '反映时间 反映日期 提出时间 提出日期 受理时间 受理日期 来信时间 来信日期 收集时间 收集日期 发现时间 发现日期 登记时间 登记日期 排查时间 日期 query_date open_dt raised_on raised_at opened_on created_at',
  assignedOn: '交办时间 交办日期 派单时间 分办时间 转办时间 转办日期 下达时间 assigned_on assigned_date',
  dueOn:
    '整改时限 整改期限 完成时限 办理时限 办结时限 完成期限 限办时间 要求完成时间 计划完成时间 时限 期限 target_dt due_on due_date deadline due',
  closedOn:
    '完成时间 销号时间 销号日期 办结时间 办结日期 整改完成时间 整改完成日期 实际完成时间 完成日期 回复时间 回复日期 答复时间 reply_date closed_dt closed_on closed_date completed_on',
  isClosed:
    '是否销号 销号情况 销号 是否完成 是否办结 是否完成整改 是否整改完成 是否整改到位 是否整改 是否已销号 is_closed closed completed',
  status: '整改状态 办理状态 当前状态 完成情况 整改进度 办理进度 状态 case_status status state',
  measure:
    '整改措施 整改措施及成效 整改情况 整改落实情况 整改结果 整改成效 措施 办理情况 办理结果 处理结果 进展情况 整改进展 回复内容 答复内容 回复 答复 reply measure measures action',
  raiserName: '反映人 提出人 来信人 投诉人 诉求人 群众姓名 反映人姓名 代表姓名 raiser raiser_name complainant',
  raiserContact:
    '反映人电话 反映人联系方式 联系方式 联系电话 电话 手机 手机号 手机号码 电话号码 联系号码 来电号码 反映人手机 反映人地址 住址 家庭住址 身份证号 身份证号码 raiser_contact contact phone',
  remark: '备注 说明 备注说明 remark remarks note notes comment comments',
};

/** Whether two headers are meant to be the same: full width, case, blanks, underscores and marks do not count. */
export function headerKey(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-*:：、,，.。·"'“”]/g, '');
}

/** The same without a note in brackets: 整改时限（年月日） is 整改时限. */
export function headerKeyWithoutNote(header: string): string {
  return headerKey(header.normalize('NFKC').replace(/[([【〔{][^)\]】〕}]*[)\]】〕}]?/g, ''));
}
