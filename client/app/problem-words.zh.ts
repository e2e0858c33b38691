import type { Problem } from "../../data/model/problem.ts";
import type { ProblemWords } from "./problem-words.ts";

const NOUNS: Readonly<Record<string, string>> = {
  metric: "指标",
  platform: "平台",
  platforms: "平台",
  country: "国家或地区",
  countries: "国家或地区",
  topic: "话题",
  topics: "话题",
  source: "来源",
  sources: "来源",
  date: "日期",
  value: "数值",
  batch: "批次",
};

const noun = (field: string): string => NOUNS[field] ?? `\`${field}\` `;
const quoted = ({ value }: Problem): string => (value === undefined || value === "" ? "" : `\`${value}\``);
const unread = "其余内容没有读取。";

/** By code, as `data/model/problem.ts` keeps them stable. */
const TOLD: Readonly<Record<string, (problem: Problem) => string>> = {
  malformed: ({ field, value }) => `地址中的 \`${field}=${value ?? ""}\` 无法识别，已改用通常的值。`,
  unknown_parameter: ({ field }) => `地址中的 \`${field}\` 在这里没有意义，已忽略。`,
  repeated_parameter: ({ field }) => `地址中的 \`${field}\` 出现了不止一次，以第一个为准。`,
  unknown_version: (problem) => `地址的版本是 ${quoted(problem)}，本程序不认识，已按版本 1 读取。`,
  too_many: ({ field }) => `地址中的 \`${field}\` 太多，只显示前 300 个。`,
  ignored: ({ field }) => `地址中同时有 \`range\` 和 \`${field}\`，以 \`range\` 为准。`,
  reversed_range: () => "地址中的日期前后颠倒，已按先后顺序显示。",
  range_too_long: () => "地址要求的天数太多，已改用 2025年1月1日至2月15日。",
  unknown_metric: (problem) => `没有名为 ${quoted(problem)} 的指标。`,
  unknown_platform: (problem) => `没有名为 ${quoted(problem)} 的平台。`,
  unknown_country: (problem) => `没有代码为 ${quoted(problem)} 的国家或地区。`,
  unknown_topic: (problem) => `没有名为 ${quoted(problem)} 的话题。`,
  unknown_source: (problem) => `没有名为 ${quoted(problem)} 的来源。`,
  unknown_series: () => "没有这样的序列。",
  unknown_batch: (problem) => `没有批次 ${quoted(problem)}。`,
  unknown_name: (problem) => `没有 ${quoted(problem)} 这个名称。`,
  unknown_key: (problem) => `没有 ${quoted(problem)} 这一项。`,
  blank: ({ field }) => `${noun(field)}为空。`,
  malformed_date: (problem) => `${quoted(problem)} 不是 YYYY-MM-DD 格式的日期。`,
  impossible_date: (problem) => `日历上没有 ${quoted(problem)} 这一天。`,
  date_too_early: (problem) => `${quoted(problem)} 早于 1970-01-01，不予保存。`,
  future_date: (problem) => `${quoted(problem)} 在未来（以 UTC 的明天为限）。`,
  not_a_number: (problem) => `${quoted(problem)} 不是数字。`,
  not_finite: () => "数字大得无法保存。",
  negative: () => "该指标的数值不能为负。",
  too_small: () => "数值小于该指标的下限。",
  too_large: () => "数值大于该指标的上限。",
  not_whole: () => "该指标的数值必须是整数。",
  not_text: ({ field }) => `${noun(field)}必须是带引号的文本。`,
  not_an_object: () =>
    '每一行必须是一个对象，例如 `{"date": "2025-01-13", "platform": "rednote", "country": "US", "metric": "signups", "value": 5}`。',
  missing_field: ({ field }) => `这一行缺少${noun(field)}。`,
  unknown_field: ({ field }) => `行里不能有 \`${field}\`。`,
  missing_column: ({ field }) => `表头缺少列 \`${field}\`。`,
  missing_header: () => "第一行没有列名。",
  unknown_column: ({ field }) => `文件不能有列 \`${field}\`。`,
  repeated_column: ({ field }) => `列 \`${field}\` 出现了两次。`,
  repeated_row: () => "前面已有一行给出了同一天、同一序列的数值。",
  repeated: () => "同一项出现了两次。",
  too_few_fields: () => "这一行的字段比表头少。",
  too_many_fields: () => "这一行的字段比表头多。含有分隔符的字段请加引号。",
  malformed_csv: () => `CSV 有误。${unread}`,
  malformed_json: () => "JSON 有误，或文件被截断。",
  row_too_long: () => `这一行太长，也许有一个引号没有闭合。${unread}`,
  too_many_rows: () => `行数太多，请分几次发送。${unread}`,
  too_many_series: () => `序列太多，请分几次发送。${unread}`,
  too_many_points: () => "要求的数据点太多，请减少序列或天数。",
  empty_file: () => "文件里什么都没有。",
  bad_gzip: () => "不是完整的 gzip 文件，可能在传输中被截断。",
  bad_brotli: () => "不是完整的 brotli 文件，可能在传输中被截断。",
  out_of_range: () => "链接最早在今天（UTC）结束，最迟在十年后结束；更长久的链接不设期限。",
  empty_store: () => "还没有任何数据，无法固定。",
  too_long: ({ field }) => `${noun(field)}太长。`,
  not_utf8: () => "文本不是 UTF-8。请另存为 UTF-8（电子表格中称为 CSV UTF-8）。",
};

/** Of a token, as the server refuses it. */
const REFUSED: Readonly<Record<string, string>> = {
  missing_token: "没有令牌。",
  malformed_token: "请求里没有像样的令牌。",
  unknown_token: "这里不认识这个令牌。",
  revoked_token: "这个令牌已被撤销。",
  expired_token: "这个令牌已过期。",
  other_scope: "这个令牌没有相应的权限。",
};

const ANSWERS: Readonly<Record<string, string>> = {
  "bad-address": "服务器看不懂这个地址。",
  "bad-request": "服务器看不懂这个请求。",
  "token-needed": "需要有效的令牌。请检查是否复制完整，或另要一个。",
  "scope-needed": "这个令牌没有相应的权限。",
  "not-found": "这个地址上什么都没有。",
  gone: "这个链接已过期或已终止。",
  "method-not-allowed": "这个地址不接受这种方法。",
  "too-slow": "内容到得太慢。",
  "too-large": "内容太大。",
  "unsupported-type": "这里不读取这种类型的内容。",
  "key-reused": "这个 Idempotency-Key 属于另一个请求。",
  "rejected-entries": "条目被拒绝。",
  "rejected-batch": "批次被拒绝。",
  "too-many-requests": "请求太多。",
  internal: "服务器出了错，已记入日志。",
  busy: "正在写入另一个批次。",
  "no-room": "服务器的磁盘已满。",
  "not-ready": "存储暂时无法读写。",
};

export const problemsInChinese: ProblemWords = {
  told: (problem) => TOLD[problem.code]?.(problem) ?? REFUSED[problem.code] ?? problem.detail,
  answered: (status, type) => ANSWERS[type] ?? `服务器返回状态 ${status}。`,
  noAnswer: "没有收到答复。",
  brokenOff: "答复在途中断了。",
  newest: ({ value }) => `没有版本 ${value ?? ""}，已显示最新版本。`,
};
