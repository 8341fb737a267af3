"""What the renderings say in their own words, per language. A language without a table is answered in English."""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]

_EN: Words = {
    "untitled": "Untitled",
    "comma": ", ",
    "takeaways": "Key takeaways",
    "keywords": "Keywords: {words}",
    "in_detail": "In detail",
    "background": "Background",
    "prior_work": "Earlier work",
    "method": "Method",
    "steps": "Method, step by step",
    "results": "Results",
    "significance": "Significance",
    "innovation": "What is new",
    "performance": "Performance",
    "workload": "Effort and cost",
    "limitations": "Limitations",
    "not_stated": "Not stated in the paper: {parts}",
    "not_stated_abstract": "Not stated in the abstract: {parts}",
    "not_stated_read": "Not stated in what was read: {parts}",
    "unverified": "Not found in the paper",
    "quote_not_found": "its quote “{what}” was not found",
    "number_not_found": "“{what}” was not found in {where}",
    "name_not_found": "“{what}” was not found in {where}",
    "block_not_found": "the passage it names does not exist",
    "abstract": "Abstract",
    "section": "§{number}",
    "appendix": "Appendix {number}",
    "figure": "Figure {number}",
    "table": "Table {number}",
    "algorithm": "Algorithm {number}",
    "page": "p. {number}",
    "nowhere": "in the text",
    "version": "version {number}",
    "code": "code",
    "project": "project",
    "data": "data",
    "read_pages": "Read: {read} of {total} pages ({form})",
    "read_sections": "Read: {read} of {total} sections ({form})",
    "read_abstract": "Read: the abstract only",
    "arxiv-html": "arXiv HTML",
    "ar5iv": "ar5iv",
    "pdf": "PDF",
    "page_form": "web page",
    "abstract_form": "abstract",
    "skipped": "not read: {what}",
    "tried": "{reading} could not be read ({code})",
    "extractive": "sentences of the paper, chosen without a model (embedded {version})",
    "written_by": "written by {model} (prompt {version})",
    "hidden_text": "The paper holds text that a reader does not see{where}: “{text}”",
    "truncated": "The paper was read only in part{where}. {text}",
    "scanned": "The paper, or part of it, is pictures of pages{where}. {text}",
    "not_translated": "No model is connected: these are the paper’s own sentences{language}, not translated. ",
    "stood_in": "The model did not answer ({code}): these are the paper’s own sentences, chosen without it. ",
    "other_language": "This is written in {language}, not in the language asked for.",
    "connect": "Writing with a model is not in this version yet.",
    "in_language": " in {name}",
    "on_page": " (p. {number})",
}

_ZH: Words = {
    "untitled": "无标题",
    "comma": "、",
    "takeaways": "要点",
    "keywords": "关键词：{words}",
    "in_detail": "详细笔记",
    "background": "背景",
    "prior_work": "前人工作",
    "method": "方法",
    "steps": "方法步骤",
    "results": "结果",
    "significance": "意义",
    "innovation": "创新",
    "performance": "性能",
    "workload": "工作量",
    "limitations": "局限",
    "not_stated": "论文未说明：{parts}",
    "not_stated_abstract": "摘要未说明：{parts}",
    "not_stated_read": "已读部分未说明：{parts}",
    "unverified": "未能在原文中核实",
    "quote_not_found": "未找到引文“{what}”",
    "number_not_found": "在{where}中未找到“{what}”",
    "name_not_found": "在{where}中未找到“{what}”",
    "block_not_found": "所指段落不存在",
    "abstract": "摘要",
    "section": "§{number}",
    "appendix": "附录 {number}",
    "figure": "图 {number}",
    "table": "表 {number}",
    "algorithm": "算法 {number}",
    "page": "第 {number} 页",
    "nowhere": "正文",
    "version": "第 {number} 版",
    "code": "代码",
    "project": "项目",
    "data": "数据",
    "read_pages": "已读 {read}/{total} 页（{form}）",
    "read_sections": "已读 {read}/{total} 节（{form}）",
    "read_abstract": "仅读摘要",
    "arxiv-html": "arXiv HTML",
    "ar5iv": "ar5iv",
    "pdf": "PDF",
    "page_form": "网页",
    "abstract_form": "摘要",
    "skipped": "未读：{what}",
    "tried": "{reading} 无法读取（{code}）",
    "extractive": "论文原句，未使用模型（embedded {version}）",
    "written_by": "由 {model} 撰写（提示词 {version}）",
    "hidden_text": "论文含有读者看不到的文字{where}：“{text}”",
    "truncated": "论文只读了一部分{where}。{text}",
    "scanned": "论文（或其一部分）是页面图片{where}。{text}",
    "not_translated": "未配置模型，以下为论文{language}原句（未翻译）。",
    "stood_in": "模型未能回答（{code}），以下为论文原句。",
    "other_language": "以下内容以{language}撰写，并非所要求的语言。",
    "connect": "此版本尚不支持用模型撰写。",
    "in_language": "{name}",
    "on_page": "（第 {number} 页）",
}

_TABLES: Mapping[str, Words] = {"en": _EN, "zh": _ZH}

_NAMES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "en": "English", "zh": "Chinese", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese",
        "it": "Italian",
        "ja": "Japanese", "ko": "Korean", "ru": "Russian", "uk": "Ukrainian", "nl": "Dutch", "pl": "Polish", "ar": "Arabic",
    },
    "zh": {
        "en": "英文", "zh": "中文", "de": "德文", "fr": "法文", "es": "西班牙文", "pt": "葡萄牙文",
        "it": "意大利文",
        "ja": "日文", "ko": "韩文", "ru": "俄文", "uk": "乌克兰文", "nl": "荷兰文", "pl": "波兰文", "ar": "阿拉伯文",
    },
}  # fmt: skip


def words(language: str) -> Words:
    """The table for a language tag; English where there is none."""
    return _TABLES.get(primary(language), _EN)


def language_name(tag: str, language: str) -> str:
    """What `tag` is called in `language`; empty where no name is known."""
    return _NAMES.get(primary(language), _NAMES["en"]).get(primary(tag), "")


def primary(tag: str) -> str:
    """The language of a BCP 47 tag, without script and region: `zh-CN` -> `zh`."""
    return tag.replace("_", "-").split("-")[0].lower()
