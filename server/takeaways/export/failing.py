"""Why a model did not write, and what can be done: in English from the table of errors, in Chinese as the panel says it."""

from __future__ import annotations

from takeaways import errors

_CHINESE = {
    "answer_refused": "模型拒绝回答。请换一个模型：有些服务器会过滤它们认为有害的内容。",
    "budget_spent": "今天的词元预算已用完。预算在协调世界时（UTC）午夜更新；由 TAKEAWAYS_DAILY_TOKENS 设定。",
    "context_exceeded": "文本超过了模型一次能读的长度。请把 TAKEAWAYS_MODEL_CONTEXT 设为模型的上下文长度（词元数）。",
    "key_refused": "模型服务器不接受该密钥。请检查 OPENAI_API_KEY，以及它是否属于 OPENAI_BASE_URL 处的服务器。",
    "model_unknown": "模型服务器上没有这个模型或地址。"
    "请检查 TAKEAWAYS_MODEL 和 OPENAI_BASE_URL（通常以 /v1 结尾）；takeaways doctor 可以帮助检查。",
    "provider_broken": "模型的回答中断或无法理解。请重试；若仍如此，请运行 takeaways doctor --model，或换一个模型。",
    "provider_busy": "模型服务器要求等待。请在所示时间之后重试。",
    "provider_failed": "模型服务器没有给出可用的应答。请重试，或运行 takeaways doctor 检查模型的地址和密钥。",
    "provider_paused": "模型服务器多次出错，一分钟内不再请求它。"
    "请在所示时间之后重试，或运行 takeaways doctor --model 查看原因。",
    "provider_slow": "模型服务器耗时过长。请稍后重试，或调大 TAKEAWAYS_MODEL_SECONDS。",
    "provider_unreachable": "无法连接到模型服务器。请检查它是否在运行、OPENAI_BASE_URL 是否是它的地址，然后重试。",
    "quota_spent": "模型服务器上的账户余额已用完。请在那里充值，或在 OPENAI_API_KEY 中设置另一个密钥，然后重试。",
}


def why(code: str, primary: str) -> str:
    """Two sentences about a provider's problem in the reader's language; its code where it is none of the table.

    Parameters
    ----------
    code : str
        Of the table in errors.py.
    primary : str
        The reader's language, its primary subtag.
    """
    error = errors.table().get(code)
    if primary == "zh" and code in _CHINESE:
        return _CHINESE[code]
    return f"{error.title} {error.action}".replace("`", "") if error else code
