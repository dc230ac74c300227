/** The headers offices write, by the field they mean; the surest word of a field stands first. */
import type { Field } from './entry.js';

export const HEADER_WORDS: Record<Field, string> = {
  serial: '序号 serial no sn',
  externalId:
    '问题编号 事项编号 工单编号 工单号 信件编号 案件编号 台账编号 受理编号 编号 案号 mail_id case_enquiry_id external_id case_id case_number number id 信访编号 建议编号 提案编号 线索编号 隐患编号 件号 流水号 ref_no ref reference reference_no issue_no issue_id ticket_no action_no',
  title: '问题标题 事项标题 标题 事项名称 问题名称 主题 case_title title subject 案由 事由 诉求标题 工单标题',
  description:
    '问题描述 问题内容 具体问题 存在问题 存在的问题 突出问题 问题表现 问题清单 反映问题 反映内容 意见建议 意见建议内容 意见内容 诉求内容 诉求 主要内容 信件内容 来信内容 内容 问题 query description issue content details 反馈问题 巡察反馈问题 审计发现问题 发现问题 自查问题 查摆问题 检视问题 群众诉求 具体内容 具体表现 问题线索 隐患内容 隐患描述 信访事项 意见和建议 建议内容 提案内容 反馈意见 存在不足 主要问题 问题事项 问题详情 工单内容 issue_description description_of_issue problem problem_description complaint finding action_required action_item',
  source:
    '问题来源 来源 来源渠道 反映渠道 受理渠道 渠道 source channel 收集渠道 诉求来源 发现渠道 线索来源 反映方式 信访形式 reported_via',
  categoryName:
    '问题类别 问题类型 问题分类 事项类别 诉求类别 类别 类型 分类 category type reason 隐患类别 整改类型 所属类别 问题性质',
  unitName:
    '责任单位 牵头单位 牵头责任单位 整改单位 整改责任单位 主责单位 主办单位 承办单位 办理单位 回复单位 责任部门 牵头部门 责任科室 承办部门 单位 reply_agency lead_unit responsible_unit unit agency department 责任主体 整改责任主体 责任主体单位 办理部门 处置部门 处置单位 主办部门 整改部门 被审计单位 落实单位 认领单位 承办科室 owner_dept owner_department owning_department responsible_department responsible_dept lead_department lead_dept department_responsible team',
  supportingUnitNames:
    '协办单位 配合单位 配合部门 协同单位 协助单位 责任配合单位 supporting_units supporting_unit cooperating_units 会办单位 会办部门 协办部门 参与单位 协同部门',
  leaderName: '责任领导 分管领导 包案领导 包保领导 牵头领导 挂牌领导 责任局领导 responsible_leader leader',
  handlerName:
    '责任人 整改责任人 直接责任人 具体责任人 承办人 经办人 handler responsible_person owner assignee 责任人及电话 具体经办人 action_owner person_responsible',
  raisedOn:
    '反映时间 反映日期 提出时间 提出日期 受理时间 受理日期 来信时间 来信日期 收集时间 收集日期 发现时间 发现日期 登记时间 登记日期 排查时间 日期 query_date open_dt raised_on raised_at opened_on created_at 来电时间 来电日期 来访时间 上报时间 上报日期 排查日期 检查时间 检查日期 提交时间 接收时间 信访日期 诉求时间 date_raised date_opened opened date_reported reported_on date_logged date_received received_on',
  assignedOn:
    '交办时间 交办日期 派单时间 分办时间 转办时间 转办日期 下达时间 assigned_on assigned_date 派单日期 分办日期 下发时间 date_assigned',
  dueOn:
    '整改时限 整改期限 完成时限 办理时限 办结时限 完成期限 限办时间 要求完成时间 计划完成时间 时限 期限 target_dt due_on due_date deadline due 整改完成时限 整改完成期限 截止时间 截止日期 计划完成时限 预计完成时间 预计完成时限 预计完成日期 计划完成日期 拟完成时间 要求完成时限 要求办结时间 办理期限 办结期限 完成时间节点 整改截止时间 目标完成时间 限期 target_date date_due target_completion_date planned_completion_date due_by complete_by',
  closedOn:
    '完成时间 销号时间 销号日期 办结时间 办结日期 整改完成时间 整改完成日期 实际完成时间 完成日期 回复时间 回复日期 答复时间 reply_date closed_dt closed_on closed_date completed_on 实际完成日期 实际办结时间 答复日期 结案时间 处置时间 实际销号时间 date_closed date_completed completion_date actual_completion_date resolved_on date_resolved',
  isClosed:
    '是否销号 销号情况 销号 是否完成 是否办结 是否完成整改 是否整改完成 是否整改到位 是否整改 是否已销号 is_closed closed completed 是否整改完毕 是否解决 是否落实',
  status:
    '整改状态 办理状态 当前状态 完成情况 整改进度 办理进度 状态 case_status status state 完成状态 办结状态 处理状态 销号状态 进度 验收结论 验收情况 验收结果 整改落实状态 目前状态 答复类别 答复类型 办理类别 办结类别 办结类型 解决程度 current_status progress_status',
  measure:
    '整改措施 整改措施及成效 整改情况 整改落实情况 整改结果 整改成效 措施 办理情况 办理结果 处理结果 进展情况 整改进展 回复内容 答复内容 回复 答复 reply measure measures action 落实情况 整改完成情况 办结情况 处置结果 整改任务 整改进展情况 办理进展情况 办理进展 工作进展 落实措施 答复意见 处理情况 处理意见 整改落实 处置情况 推进情况 actions_taken action_taken corrective_action response resolution',
  raiserName:
    '反映人 提出人 来信人 投诉人 诉求人 群众姓名 反映人姓名 代表姓名 raiser raiser_name complainant 姓名 来电人 举报人 信访人 来访人 报警人 报案人 求助人 委员姓名 参会代表 提案人 建议人 发言人 上报人 申请人 来电人姓名 举报人姓名 信访人姓名 来访人姓名 诉求人姓名 投诉人姓名 raised_by reported_by logged_by submitted_by',
  raiserContact:
    '反映人电话 反映人联系方式 联系方式 联系电话 电话 手机 手机号 手机号码 电话号码 联系号码 来电号码 反映人手机 反映人地址 住址 家庭住址 身份证号 身份证号码 raiser_contact contact phone 举报人电话 来电人电话 信访人电话 联系人电话 联系地址 居住地址 身份证 证件号码 户籍地址',
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
