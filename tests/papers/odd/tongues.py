"""Papers in other languages than English: one invented study of drip irrigation and dew, told in each."""

from __future__ import annotations

from .setting import CHINESE, Odd, Section, page, pdf, pieces

GERMAN: list[Section] = [
    (
        "Zusammenfassung",
        [
            "Tau ist in trockenen Gebieten eine kaum genutzte Quelle von Wasser. "
            "Wir zeigen, dass schräg gestellte Bleche in klaren Nächten im Mittel 0,21 Liter je Quadratmeter sammeln. "
            "Der Versuch lief über 140 Nächte an drei Orten in der Lausitz. "
            "Für junge Obstbäume reicht die gesammelte Menge an zwei von drei Tagen aus.",
            "Schlüsselwörter: Tau, Obstbau, Bewässerung, Lausitz.",
        ],
    ),
    (
        "1 Einleitung",
        [
            "In vielen Gegenden fällt im Sommer wochenlang kein Regen, und das Grundwasser sinkt von Jahr zu Jahr. "
            "Bisherige Arbeiten haben vor allem den Nebel untersucht und den Tau vernachlässigt. "
            "In dieser Arbeit fragen wir, ob sich Tau mit einfachen Mitteln für den Obstbau nutzen lässt.",
        ],
    ),
    (
        "2 Methode",
        [
            "Wir haben zwölf Bleche aus verzinktem Stahl in einem Winkel von dreißig Grad aufgestellt. "
            "Das Wasser lief in eine Rinne und wurde jeden Morgen vor Sonnenaufgang gewogen. "
            "Temperatur und Feuchte der Luft wurden alle zehn Minuten aufgezeichnet.",
        ],
    ),
    (
        "3 Ergebnisse",
        [
            "In klaren Nächten sammelten die Bleche im Mittel 0,21 Liter je Quadratmeter, in bewölkten nur 0,04 Liter. "
            "Der Winkel der Bleche hatte einen größeren Einfluss als ihre Farbe. "
            "An 93 von 140 Nächten wurde genug Wasser für einen jungen Baum gesammelt.",
        ],
    ),
    (
        "4 Schluss",
        [
            "Tau kann die Bewässerung junger Bäume ergänzen, aber nicht ersetzen. "
            "Ob die Bleche auch im Winter nutzbar sind, wurde nicht untersucht.",
        ],
    ),
]
FRENCH: list[Section] = [
    (
        "Résumé",
        [
            "La rosée est une source d’eau peu utilisée dans les régions sèches. "
            "Nous montrons que des tôles inclinées recueillent en moyenne 0,21 litre par mètre carré "
            "dans les nuits claires. "
            "L’expérience a duré 140 nuits sur trois sites du Languedoc.",
        ],
    ),
    (
        "Abstract",
        [
            "Dew is a source of water that is hardly used in dry regions. "
            "We show that tilted metal sheets collect 0.21 litres per square metre on average during clear nights. "
            "The experiment ran for 140 nights at three sites of the Languedoc. "
            "The water that was collected was enough for young fruit trees on two days out of three.",
        ],
    ),
    (
        "1 Introduction",
        [
            "Dans beaucoup de régions, il ne pleut pas pendant des semaines en été, "
            "et les nappes baissent d’année en année. "
            "Les travaux antérieurs ont surtout étudié le brouillard et négligé la rosée. "
            "Dans ce travail, nous demandons si la rosée peut servir à l’arboriculture avec des moyens simples.",
        ],
    ),
    (
        "2 Méthode",
        [
            "Nous avons installé douze tôles d’acier galvanisé avec un angle de trente degrés. "
            "L’eau coulait dans une gouttière et elle était pesée chaque matin avant le lever du soleil. "
            "La température et l’humidité de l’air ont été enregistrées toutes les dix minutes.",
        ],
    ),
    (
        "3 Résultats",
        [
            "Dans les nuits claires, les tôles ont recueilli en moyenne 0,21 litre par mètre carré, et 0,04 litre seulement "
            "dans les nuits couvertes. "
            "L’angle des tôles avait une plus grande influence que leur couleur.",
        ],
    ),
    (
        "4 Conclusion",
        [
            "La rosée peut compléter l’irrigation des jeunes arbres, mais elle ne peut pas la remplacer. "
            "L’usage des tôles en hiver n’a pas été étudié.",
        ],
    ),
]
CHINESE_TEXT: list[Section] = [
    (
        "摘要",
        [
            "露水是干旱地区很少被利用的水源。"
            "我们的实验表明，倾斜放置的金属板在晴朗的夜晚平均每平方米可以收集0.21升水。"
            "实验在三个地点进行，共持续140个夜晚。"
            "收集到的水在三天中有两天足够一棵幼树使用。",
            "关键词：露水；果园；灌溉；金属板。",
        ],
    ),
    (
        "1 引言",
        [
            "许多地区的夏天连续数周没有降雨，地下水位逐年下降。"
            "以往的研究主要关注雾水，而忽视了露水。"
            "本文研究能否用简单的方法把露水用于果树种植。",
        ],
    ),
    (
        "2 方法",
        [
            "我们以三十度的倾角放置了十二块镀锌钢板。水流入水槽，每天日出之前称重。空气的温度和湿度每十分钟记录一次。",
        ],
    ),
    (
        "3 结果",
        [
            "在晴朗的夜晚，金属板平均每平方米收集0.21升水，多云的夜晚只有0.04升。倾角的影响大于颜色的影响。",
        ],
    ),
    ("4 结论", ["露水可以补充幼树的灌溉，但不能代替灌溉。冬季的情况没有研究。"]),
]
JAPANESE: list[Section] = [
    (
        "要旨",
        [
            "露は乾燥地域でほとんど利用されていない水源である。"
            "本研究では、傾けた金属板が晴れた夜に一平方メートルあたり平均0.21リットルの水を集めることを示す。"
            "実験は三つの場所で140夜にわたって行われた。",
        ],
    ),
    (
        "1 はじめに",
        [
            "多くの地域では夏に何週間も雨が降らず、地下水は年々低下している。"
            "これまでの研究は主に霧を対象とし、露を見過ごしてきた。"
            "本論文では、簡単な方法で露を果樹栽培に利用できるかを調べる。",
        ],
    ),
    (
        "2 手法",
        [
            "亜鉛めっき鋼板を十二枚、三十度の角度で設置した。"
            "水は樋に流れ、毎朝日の出の前に計量された。"
            "気温と湿度は十分ごとに記録された。",
        ],
    ),
    (
        "3 結果",
        [
            "晴れた夜には平均0.21リットル、曇った夜には0.04リットルしか集まらなかった。板の色よりも角度の影響が大きかった。",
        ],
    ),
    ("4 まとめ", ["露は若木の灌漑を補うことができるが、それに代わることはできない。冬の利用は調べていない。"]),
]
ARABIC: list[Section] = [
    (
        "الملخص",
        [
            "الندى مصدر للماء قلما يستعمل في المناطق الجافة. "
            "نبين في هذه الدراسة أن الألواح المعدنية المائلة تجمع في الليالي الصافية 0.21 لتر في المتر المربع في المتوسط. "
            "استمرت التجربة 140 ليلة في ثلاثة مواقع.",
        ],
    ),
    (
        "1 مقدمة",
        [
            "في مناطق كثيرة لا ينزل المطر في الصيف لعدة أسابيع، وينخفض مستوى المياه الجوفية عاما بعد عام. "
            "اهتمت الدراسات السابقة بالضباب وأهملت الندى. "
            "نسأل في هذا البحث هل يمكن الاستفادة من الندى في زراعة الأشجار بوسائل بسيطة.",
        ],
    ),
    (
        "2 الطريقة",
        [
            "وضعنا اثني عشر لوحا من الفولاذ المجلفن بزاوية ثلاثين درجة. "
            "كان الماء يجري في قناة ويوزن كل صباح قبل شروق الشمس.",
        ],
    ),
    ("3 النتائج", ["جمعت الألواح في الليالي الصافية 0.21 لتر، وفي الليالي الغائمة 0.04 لتر فقط."]),
]

TONGUES: dict[str, Odd] = {
    "german": lambda: pdf(pieces("Tau als Wasserquelle für den Obstbau", "Anna Weidner, Jost Kern", GERMAN)),
    "german-page": lambda: page("Tau als Wasserquelle für den Obstbau", "Anna Weidner, Jost Kern", GERMAN),
    "french": lambda: pdf(pieces("La rosée comme source d’eau pour les vergers", "Claire Aubin, Paul Mercier", FRENCH)),
    "french-page": lambda: page("La rosée comme source d’eau pour les vergers", "Claire Aubin, Paul Mercier", FRENCH, "fr"),
    "chinese": lambda: pdf(pieces("露水作为果园的水源", "王立、陈明", CHINESE_TEXT), CHINESE),
    "chinese-page": lambda: page("露水作为果园的水源", "王立、陈明", CHINESE_TEXT, "zh-CN"),
    "japanese-page": lambda: page("果樹園の水源としての露", "山本葵、佐藤健", JAPANESE, "ja"),
    "arabic-page": lambda: page("الندى مصدرا للماء في البساتين", "ليلى حداد، سامر نصر", ARABIC, "ar"),
}
