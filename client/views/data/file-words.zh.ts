import { CHINESE_FORMAT } from "../../../data/chart/format.zh.ts";
import type { FileWords } from "./file-words.ts";

const KINDS = { observed: "观测", estimate: "估算", modelled: "建模", illustrative: "演示" };
const { fullNumber } = CHINESE_FORMAT;
const NOTHING = "没有写入任何内容。";

export const fileInChinese: FileWords = {
  title: "添加快照",
  about: "CSV、NDJSON 或 JSON 数组，也可用 gzip 压缩。文件会先接受检查；在您确认之前不会写入任何内容。",
  file: "快照文件",
  choose: "选择文件",
  other: "选择另一个文件",
  drop: "或把文件拖放到此页面的任意位置。",
  letGo: "松开即可检查。",
  noSource: "没有来源的行",
  unnamed: "默认来源",
  kind: (name, kind) => `${name}（${KINDS[kind]}）`,
  reading: "如何读取文件",
  skip: "跳过有误的行",
  retract: "空白数值表示撤回",
  several: "一次只能一个文件：已取第一个进行检查。",
  ask: "服务器只接受持有令牌者发送的快照。用 `npm run -s token -- create NAME` 可以创建一个。",
  goOn: "继续",
  away: "收起",
  done: "完成",
  ingest: "写入",
  cancel: "取消",
  cancelled: "已取消。",
  nothing: NOTHING,
  growth: (vintage) => `版本 ${vintage} 的增长`,
  doing: { check: "正在检查", ingest: "正在写入" },
  sent: { check: "已发送，服务器正在读取。", ingest: "已发送，服务器正在写入：此时已不能取消。" },
  sending: (doing, percent, bytes) => `${doing}：共 ${bytes}，已发送 ${percent}%。`,
  bytes: (count) => `${fullNumber(count)} 字节`,
  faults: {
    label: "错误",
    head: { line: "行", field: "字段", value: "值", wrong: "错在哪里", meant: "是否想写" },
    file: "文件",
    none: "无",
    empty: "（空）",
    all: (count) => `显示全部 ${fullNumber(count)} 处错误`,
    first: (shown, all) => `以上是前 ${fullNumber(shown)} 处；共有 ${fullNumber(all)} 行有误。`,
  },
  left: { download: (rows) => `下载未写入的 ${fullNumber(rows)} 行`, failed: "这些行未能下载。", again: "没有收到答复，请重试。" },
  receipt: {
    rejected: (faulty, rows) => `${fullNumber(rows)} 行中有 ${fullNumber(faulty)} 行有误。${NOTHING}`,
    left: (rows) => `有误的 ${fullNumber(rows)} 行未写入。`,
    replayed: (batch) => `完全相同的内容此前已作为批次 ${batch} 收到：没有变化。`,
    unchanged: (rows, rejected, dryRun, vintage) =>
      `${rows === 0 ? "其中没有任何行" : `${rejected > 0 ? "其余" : "全部"}数值均为已知`}：${dryRun ? "不会有任何变化" : "没有变化"}。版本 ${vintage} 仍是最新版本。`,
    wouldLeave: (faulty, rows, counts) =>
      `${fullNumber(rows)} 行中有 ${fullNumber(faulty)} 行有误，将不予写入。${fullNumber(rows - faulty)} 个数值：${counts}。尚未写入任何内容。`,
    sound: (rows, counts) => `没有错误。${fullNumber(rows)} 个数值：${counts}。尚未写入任何内容。`,
    takenSome: (batch, written, left, counts) =>
      `已收下批次 ${batch}：写入 ${fullNumber(written)} 行，${fullNumber(left)} 行未写入。${counts}。`,
    taken: (batch, rows, counts) => `已收下批次 ${batch}。${fullNumber(rows)} 个数值：${counts}。`,
  },
  later: (seconds) => (seconds === null ? "请稍后重试。" : `请在 ${fullNumber(seconds)} 秒后重试。`),
  advice: {
    badToken: (said) => `${said}请检查是否复制完整，或另建一个。`,
    spentToken: (said) => `${said}请另建一个：\`npm run -s token -- create NAME\`。`,
    scope: (said) => `${said}请创建一个有写入权限的：\`npm run -s token -- create NAME --scope ingest\`。`,
    slow: `${NOTHING}连接太慢或已中断：请重试，或用 gzip 压缩后再发送。`,
    large: `${NOTHING}请拆分文件，或请服务器管理者调高 SURGE_BODY_BYTES 或 SURGE_ROWS。`,
    type: `${NOTHING}请以 UTF-8 发送 CSV、NDJSON 或 JSON 数组，可原样发送或用 gzip 压缩。`,
    wait: (later) => `${NOTHING}${later}`,
    busy: (later) => `${NOTHING}正在写入另一个批次：${later}`,
    full: `${NOTHING}服务器的磁盘已满，需由其管理者腾出空间。`,
    unsure: "再次发送之前请查看批次列表：那里写明文件是否已收下。",
  },
  tryAgain: "请重试。",
  noAnswer: "没有收到答复。网络已断开、服务器没有运行，或文件在选择之后有了改动。",
  unreadable: (why) => `无法读取文件：${why}`,
  chooseAgain: "请重新选择。",
};
