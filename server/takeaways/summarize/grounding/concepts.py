"""Words that say the same, in English and in Chinese: what numbers count and measure.

A line a concept: English words as they stem (`stem`), Chinese ones as they are written. Short on purpose: only what papers
count and measure often, and only where one word for another changes nothing.
"""

from __future__ import annotations

import re

_TABLE = """
paper article publication document manuscript work study | 论文 文章 文献 文档
dataset corpus corpora data collection | 数据集 语料库 语料
sentence | 句子 句
pair | 句对 对
word token | 词元 单词 词 令牌
layer | 层
head | 注意力头 头
parameter weight | 参数
example instance sample point datum | 样本 实例 示例 样例
image picture photo | 图像 图片
class category type kind | 类别 类 种类
task problem | 任务
model system network method approach algorithm | 模型 系统 网络 方法 算法
language | 语言
participant respondent subject people person user patient annotator individual | 参与者 受访者 受试者 患者 用户 标注者 人
claim | 论断 声明 主张
citation reference | 引用 被引
abstract | 摘要
question query | 问题 查询
hour | 小时
minute | 分钟
second sec | 秒
day | 天
week | 周
month | 月
year | 年
iteration round | 轮 迭代
epoch | 轮 周期
step | 步
machine computer node server | 机器 计算机 节点
gpu card | gpu
error mistake | 错误 误差
accuracy | 准确率 正确率
precision | 精确率 精度
recall | 召回率
bleu | bleu
f1 | f1
relation | 关系
extraction | 抽取
phrase | 短语
entity | 实体
term | 术语
author | 作者
field domain discipline area | 领域 学科
page | 页
file | 文件
line row | 行
column | 列
dimension | 维
vocabulary | 词表 词汇
cost price expense | 成本 费用
memory | 内存 显存
size | 大小 规模
gb gigabyte gib g | GB
mb megabyte mib | MB
ms millisecond msec | 毫秒
length | 长度
speed | 速度
alert alarm | 警报 报警 告警
cookie | cookie
feature | 特征 功能
site website | 网站
evidence | 证据
score | 得分 分数
rule | 规则
rater judge expert reviewer | 评审 专家 评判者
experiment test trial run | 实验 试验 测试
game | 博弈 游戏
title | 标题
label | 标签
vote | 票
child children | 儿童
woman women | 女性
man men | 男性
risk | 风险
training train | 训练
finetuning finetune finetuned | 微调
noise | 噪声 噪音
probability | 概率
average mean | 平均
maximum | 最大
source | 来源 源
target | 目标
domain | 领域
input | 输入
output | 输出
best | 最佳 最好 最优
batch | 批次
baseline | 基线
node vertex vertices | 节点
edge link | 边 链接
"""


def stem(word: str) -> str:
    """What of an English word is compared: no plural, six letters at most."""
    word = word[:-1].lower() if word[-1:] == "s" and word[:-1].isupper() else word.lower()
    if len(word) > 4 and word.endswith("ies"):
        word = word[:-3] + "y"
    elif len(word) > 4 and re.search(r"(?:ss|sh|ch|x)es$", word):
        word = word[:-2]
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    return word[:6]


_ENGLISH: dict[str, str] = {}
_CHINESE: dict[str, str] = {}
for _line in _TABLE.strip().splitlines():
    _latin, _, _han = _line.partition("|")
    _name = stem(_latin.split()[0])
    for _word in _latin.split():
        _ENGLISH.setdefault(stem(_word), _name)
    for _word in _han.split():
        _CHINESE.setdefault(_word, _name)

CHINESE_WORDS = "|".join(
    # One character alone is a word only where it counts: «行» is one in «3 行», none in «进行».
    re.escape(word) if len(word) > 1 else rf"(?<=[\d\s万亿千百十一二三四五六七八九两个]){word}"
    for word in sorted(_CHINESE, key=len, reverse=True)
    if not word.isascii()
)
"""A pattern of the Chinese words that are known, the longest first."""


def concept(word: str) -> str:
    """What stands for a word, English or Chinese, in comparisons."""
    if word in _CHINESE:
        return _CHINESE[word]
    stemmed = stem(word)
    return _ENGLISH.get(stemmed, stemmed)


def known(name: str) -> bool:
    """Whether a concept is one of the table's, so that its absence says something."""
    return name in _NAMES


_NAMES = frozenset(_ENGLISH.values())
