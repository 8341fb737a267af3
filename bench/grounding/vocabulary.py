"""What the faults are made of: words that turn into their opposites, hedges, names and nouns. Written before the rules."""

from __future__ import annotations

import re


def _each(text: str) -> tuple[str, ...]:
    return tuple(item.strip("\n").strip() for item in text.split(";"))


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    split = (item.split(">") for item in _each(text))
    return tuple((old.strip(), new.strip()) for old, new in split)


NAMES = _each("""
    RoBERTa-large; GPT-3; CIFAR-10; XLNet; SQuAD 2.0; MNIST; T5-base; WMT16; ResNet-50; CoNLL-2003; AlphaFold;
    YOLOv3; LightGBM; HotpotQA; DeBERTa; PathFormer; OpenWebText; KITTI; MIMIC-IV; BioASQ
    """)
OPPOSITES = _pairs("""
    outperforms > underperforms; outperformed > underperformed; outperform > underperform;
    surpasses > falls behind; beats > loses to; exceeds > falls below; improves > worsens; improved > worsened;
    improvement > deterioration; improving > worsening; increases > decreases; increase > decrease;
    increased > decreased; increasing > decreasing; raises > lowers; raise > lower; rises > falls; rose > fell;
    grows > shrinks; gains > loses; reduces > increases; reduced > increased; reduction > increase;
    reduce > increase; cuts > raises; lowers > raises; decreases > increases; drops > rises; falls > rises;
    drop > rise; better > worse; best > worst; worse > better; faster > slower; slower > faster; higher > lower;
    lower > higher; larger > smaller; smaller > larger; longer > shorter; shorter > longer;
    more accurate > less accurate; fewer > more; easier > harder; above > below; 优于 > 不如; 超过了 > 落后于;
    好于 > 差于; 高于 > 低于; 低于 > 高于; 提高 > 降低; 提升 > 下降; 降低 > 提高; 下降 > 上升; 减少 > 增加;
    增加 > 减少; 更快 > 更慢; 更慢 > 更快; 更好 > 更差; 更高 > 更低; 更低 > 更高; 更大 > 更小; 更少 > 更多;
    高出 > 低了; 最好 > 最差; 加快 > 减慢; 缩短 > 延长; 改善 > 恶化; 快 > 慢
    """)
NEGATED = _pairs("""
    outperforms > does not outperform; improves > does not improve; reduces > does not reduce;
    increases > does not increase; surpasses > does not surpass; is > is not; are > are not; was > was not;
    were > were not; can > cannot; has > does not have; shows > does not show; 优于 > 并不优于; 提高 > 没有提高;
    减少 > 没有减少; 能够 > 不能; 可以 > 不可以; 包含 > 不包含; 改善 > 没有改善; 达到 > 未达到; 使用 > 没有使用
    """)
NEGATION = re.compile(
    r"\b(?:not?|never|none|neither|nor|without|cannot|only|hardly)\b|n['’]t|不|没|无|未|仅|只", re.IGNORECASE
)
COMPARING = (
    r"(?:significantly |consistently |clearly )?(?:outperforms|surpasses|beats|exceeds|does better than)|均?优于|(?<!不)超过"
)
"""Between two names: who is ahead of whom."""
HEDGES_OF_NUMBERS = _each("""
    about; around; approximately; roughly; nearly; almost; up to; at most; at least; more than; over; less than;
    fewer than; close to; some; no more than; under; below; an estimated
    """)
HEDGES_OF_WORDS = _pairs("""
    may be > is; might be > is; could be > is; almost > ; nearly > ; suggests > proves; suggest > prove;
    appears to > does; seems to > does; may > will; might > will; could > does; often > always; usually > always;
    mostly > ; typically > always; sometimes > always; likely > ; possibly > ; probably > ;
    in some cases > in all cases; most of > all of; partly > ; generally > always
    """)
"""Each with what it is made, perhaps nothing."""
CHINESE_HEDGES_BEFORE = _each("""
    大约; 约为; 约; 将近; 接近; 近; 高达; 多达; 最多; 至多; 不超过; 至少; 不少于; 超过; 逾; 几乎
    """)
CHINESE_HEDGES_AFTER = _each("""
    左右; 以上; 上下; 以内; 多
    """)
CHINESE_HEDGES_OF_WORDS = _pairs("""
    可能会 > 会; 可能 > ; 或许 > ; 似乎 > ; 几乎 > ; 往往 > 总是; 通常 > 总是; 大多 > 全; 多数 > 所有;
    有时 > 总是; 一般 > 总是
    """)
_HEDGED_WORDS = """
    about; around; approximately; roughly; nearly; almost; up to; at most; at least; more than; over; less than; fewer than;
    close to; some; no more than; under; below; estimated; upwards of; as many as; as much as; exceeds; exceeding; higher;
    greater than; may; might; could; suggest; suggests; appear; appears; seem; seems; often; usually; mostly; typically;
    sometimes; likely; possibly; probably; potentially; most; partly; generally; virtually; in some cases; tend; tends;
    believe; expected; largely; mainly; commonly; frequently; many
    """
HEDGED = re.compile(rf"\b(?:{'|'.join(_each(_HEDGED_WORDS))})\b|[~∼≈≤≥<>]|\\sim", re.IGNORECASE)
"""What the paper may hedge with: where it does not, a claim has no hedge of its to drop."""
THINGS = _each("""
    layers; data sets; languages; participants; epochs; attention heads; GPUs; hours; questions; rules
    """)
CHINESE_THINGS = _each("""
    层网络; 种语言; 名受试者; 个数据集; 次迭代; 个小时
    """)
