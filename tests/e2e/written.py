"""What a model might write of our own small paper, in English and Chinese: good claims, and some that cannot be confirmed.

A claim is its quote and its text; which passages it names is looked up in the prompt, as a model would read them there.
"""

from __future__ import annotations

import json
import re
from typing import Any

from tests.loopback_provider import Asked
from tests.summarize.writing import scribe

Told = tuple[str, str]

ENGLISH: dict[str, Any] = {
    "one_sentence": (
        "RavenCount, a method that estimates the size of a raven flock from a single microphone",
        "RavenCount estimates the size of a raven flock from one microphone, with a median error of 8.5% on 312 recordings.",
    ),
    "takeaways": [
        (
            "On 312 recordings from four winter roosts, its median error is 8.5%, against 21.0% for the best earlier method",
            "The median error is 8.5%, against 21.0% for the best earlier method, which needs eight microphones.",
        ),
        (
            "Two calls that overlap in time almost never share a fundamental to within 5 Hz",
            "Overlapping calls can be told apart because they never share a fundamental to within 5 Hz.",
        ),
        (
            "Fog, which makes counting by eye impossible, changes the error by less than one point.",
            "Fog, in which observers cannot count, changes the error by less than one point.",
        ),
        (
            "Without the separation of overlapping calls the error rises from 8.5% to 29.3%",
            "Separating overlapping calls matters most: without it the error rises to 29.3%.",
        ),
        (
            "At a mean power of 0.4 W, a cell lasts for 45 hours of listening",
            "A recorder draws 0.3 W and listens for 45 hours on one cell.",
        ),
        (
            "The recordings and the code are available at",
            "The recordings and the code are public.",
        ),
    ],
    "keywords": ["bioacoustics", "flock size", "single microphone", "source separation", "Dirichlet process mixture"],
    "results": [
        (
            "The largest roost, with 540 birds, is estimated at 497.",
            "The largest roost, of 540 birds, is estimated at 497.",
        ),
        (
            "RavenCount outperforms both earlier methods in all conditions",
            "RavenCount outperforms cue counting and the array in all conditions.",
        ),
    ],
    "method": [
        (
            "RavenCount works in three steps, shown in Figure 1.",
            "Calls are separated, grouped into voices and counted, on the recorder itself; no sound is kept.",
        ),
    ],
    "steps": [
        (
            "We compute a spectrogram with windows of 32 ms and search each frame for sets of peaks with equal spacing.",
            "Each frame of a spectrogram with windows of 32 ms is searched for sets of peaks with equal spacing.",
        ),
        (
            "Calls are then clustered with a Dirichlet process mixture",
            "The calls, described by eleven numbers, are clustered with a Dirichlet process mixture.",
        ),
        (
            "If calls follow a Poisson process, the number of birds is estimated by",
            "The number of birds is estimated from the voices heard, as not every bird calls.",
        ),
    ],
    "limitations": [
        (
            "we have tested no other species",
            "No species but ravens was tested.",
        ),
        (
            "echoes from a cliff or a building may look like further voices",
            "Echoes from a cliff or a building may look like further voices.",
        ),
    ],
    "prior_work": [
        (
            "uses eight microphones and reports an error of 15% on small groups",
            "The array of Berg uses eight microphones and reports an error of 15% on small groups.",
        ),
    ],
    "background": [
        (
            "Counting by eye takes three trained observers about two hours for one roost",
            "Counting one roost by eye takes three trained observers about two hours.",
        ),
    ],
    "significance": [
        (
            "The method makes nightly counts possible where yearly ones were the rule",
            "Nightly counts become possible where yearly ones were the rule.",
        ),
    ],
    "innovation": [
        (
            "the first to count birds that nobody has heard, by means of deep learning",
            "It is the first method that counts birds nobody has heard.",
        ),
    ],
    "performance": [],
    "workload": [
        (
            "We publish 312 annotated recordings of four roosts, 46 hours in total",
            "312 recordings of 46 hours in total were annotated, each with the counts of three observers.",
        ),
    ],
}

CHINESE: dict[str, Any] = {
    "title_translation": "以声识鸦：用单个麦克风估计鸦群规模",
    "terms": [
        {"term": "harmonic spacing", "rendering": "谐波间距"},
        {"term": "Dirichlet process mixture", "rendering": "狄利克雷过程混合模型"},
        {"term": "cue counting", "rendering": "线索计数"},
        {"term": "roost", "rendering": "栖息地"},
    ],
    "one_sentence": (
        "RavenCount, a method that estimates the size of a raven flock from a single microphone",
        "RavenCount 只用一个麦克风就能估计渡鸦群的规模，在 312 段录音上的误差中位数为 8.5%。",
    ),
    "takeaways": [
        (
            "On 312 recordings from four winter roosts, its median error is 8.5%, against 21.0% for the best earlier method",
            "在四处冬季栖息地的 312 段录音上，误差中位数为 8.5%，而此前最好的方法为 21.0%，且需要八个麦克风。",
        ),
        (
            "RavenCount separates overlapping calls by their harmonic spacing",
            "RavenCount 依据谐波间距分离重叠的叫声，再把叫声归为个体的嗓音。",
        ),
        (
            "Two calls that overlap in time almost never share a fundamental to within 5 Hz",
            "时间上重叠的两声鸣叫从不共用相差 5 Hz 以内的基频，因此可以逐一分开。",
        ),
        (
            "Fog, which makes counting by eye impossible, changes the error by less than one point.",
            "雾天无法目测计数，但 RavenCount 的误差变化不到一个百分点。",
        ),
        (
            "At a mean power of 0.4 W, a cell lasts for 45 hours of listening",
            "录音器平均功率 0.3 W，一节电池可连续监听 45 小时，约合三周的傍晚。",
        ),
        (
            "Each recorder holds one electret microphone, a microcontroller with 512 kB of memory",
            "整套算法在只有 512 kB 内存的 microcontroller 上运行，不保存任何声音。",
        ),
    ],
    "keywords": ["生物声学", "鸦群规模", "单麦克风", "声源分离"],
    "results": [
        (
            "The largest roost, with 540 birds, is estimated at 497.",
            "最大的栖息地有 540 只渡鸦，估计值为 497 只。",
        ),
        (
            "RavenCount outperforms both earlier methods in all conditions",
            "在所有条件下，RavenCount 都优于线索计数和麦克风阵列。",
        ),
    ],
    "method": [
        (
            "Calls are then clustered with a Dirichlet process mixture",
            "用狄利克雷过程混合模型聚类，不必事先给定嗓音的数目。",
        ),
    ],
    "steps": [
        (
            "We compute a spectrogram with windows of 32 ms and search each frame for sets of peaks with equal spacing.",
            "以 32 ms 的窗口计算频谱图，在每一帧中寻找间距相等的谱峰。",
        ),
        (
            "Peaks that fit no stack are treated as noise and dropped.",
            "不属于任何一组的谱峰视为噪声，予以舍弃。",
        ),
    ],
    "limitations": [
        (
            "we have tested no other species",
            "作者没有测试渡鸦以外的物种。",
        ),
    ],
    "prior_work": [
        (
            "None of these methods estimates how many birds have not yet been heard.",
            "此前的方法都不能估计还有多少只鸟没有发声。",
        ),
    ],
    "background": [
        (
            "Counting by eye takes three trained observers about two hours for one roost",
            "目测一处栖息地需要三名受过训练的观察者，耗时约两小时。",
        ),
    ],
    "significance": [
        (
            "The method makes nightly counts possible where yearly ones were the rule",
            "过去每年才能计数一次，如今每晚都可以。",
        ),
    ],
    "innovation": [
        (
            "a deep network that hears every bird of the flock at once",
            "首次从单声道的重叠叫声中估计群体规模。",
        ),
    ],
    "performance": [],
    "workload": [],
}


def written(asked: Asked) -> str:
    """The answer in the language that the prompt asks for."""
    prompt = asked.messages[1]["content"]
    passages = {number: _plain(text) for number, text in scribe.numbered(prompt).items()}

    def claim(told: Told) -> dict[str, Any]:
        quote, text = told
        blocks = [number for number, passage in passages.items() if _plain(quote) in passage][-1:] or [2]
        return {"blocks": blocks, "quote": quote, "text": text}

    def field(value: Any) -> Any:
        if isinstance(value, tuple):
            return claim(value)
        return [claim(one) if isinstance(one, tuple) else one for one in value] if isinstance(value, list) else value

    told = CHINESE if "(zh" in prompt else ENGLISH
    return json.dumps({name: field(value) for name, value in told.items()}, ensure_ascii=False)


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
