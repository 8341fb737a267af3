"""What abstracts and lists of keywords are called, in languages whose papers are read no further."""

from __future__ import annotations

import re

ENGLISH_HEADING = re.compile(r"\W*(?:english )?(?:abstract|summary)(?: in english)?\W*", re.IGNORECASE)
_NAMES = (
    r"abstract|zusammenfassung|kurzfassung|r[ée]sum[ée]|resumen|resumo|riassunto|sommario|abstrakt|sammanfattning|sammendrag"
    r"|samenvatting|streszczenie|souhrn|özet|аннотация|реферат|анотація|резюме|περίληψη|摘\s?要|[内內]容摘要|中文摘要|要\s?旨|概\s?要"
    r"|要\s?約|抄\s?録|초\s?록|요\s?약|국문초록|(?:ال)?ملخص|(?:ال)?خلاصة|(?:ال)?مستخلص|תקציר|सारांश|บทคัดย่อ"
)
HEADING = re.compile(rf"\W*(?:{_NAMES})\W*", re.IGNORECASE)
LEADING = re.compile(
    rf"\W{{0,2}}(?:{_NAMES})(?:\s*[\]】］):：.—–-]+\s*|\s+(?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]))(?=\S)",
    re.IGNORECASE,
)
"""The name of an abstract before its text: «摘要：», «Resumen.»; a space alone tells it only in East Asia."""
KEYWORDS = re.compile(
    r"\W{0,2}(?:key\s?-?words?|index terms|schlüssel(?:wörter|begriffe)|schlag(?:wörter|worte)|stichw[oö]rter"
    r"|mots[- ]cl[ée]s|palabras[- ]claves?|palavras[- ]chave|parole[- ]chiave|trefwoorden|nyckelord|słowa kluczowe"
    r"|klíčová slova"
    r"|anahtar (?:kelimeler|sözcükler)|ключевые слова|ключові слова|关\s?键\s?词|關\s?鍵\s?詞|キーワード|키워드|주제어"
    r"|(?:ال)?كلمات (?:ال)?مفتاحية|מילות מפתח)\b",
    re.IGNORECASE,
)
"""A list that is no part of an abstract."""
LED = re.compile(r"(?:abstract|summary)\b\W", re.IGNORECASE)
