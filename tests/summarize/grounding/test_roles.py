"""A number that stands in the evidence must do there what it does in the claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from takeaways.model import Block, Cell, Coverage, Document, Paper, Section, Table
from takeaways.summarize import Grounder

Against = Callable[[str, str], str | None]
WINS = "RavenNet wins on 75 % of the tasks, and reduces the error by 12%."
LAYERS = "The encoder has 12 layers and was trained on 40 data sets for 3 days."
BOTH = "RavenNet reaches 28.4 BLEU on German and 41.8 BLEU on French, whereas CrowNet reaches 26.3 BLEU on German."


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (WINS, "On 75 percent of tasks RavenNet wins."),
        (WINS, "RavenNet 在 75% 的任务上获胜，并把错误减少 12%。"),
        (WINS, "It cuts errors by 12%."),
        (LAYERS, "The encoder, of 12 layers, saw 40 datasets."),
        (LAYERS, "编码器有 12 层，在 40 个数据集上训练了 3 天。"),
        (BOTH, "RavenNet has 41.8 BLEU on French, 28.4 on German."),
        (BOTH, "在德语上，CrowNet 为 26.3 BLEU，RavenNet 为 28.4 BLEU。"),
        ("Efficiency drops from 60% to 38% in this case.", "Efficiency falls to 38% from 60%."),
        ("We employ 8 parallel attention layers, or heads, in this work.", "使用 8 个注意力头。"),
        ("The cache needs 8x less memory for long inputs.", "缓存的内存占用减少到原来的八分之一。"),
    ],
)
def test_a_number_keeps_its_role(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) is None


@pytest.mark.parametrize(
    ("paper", "claim"),
    [
        (WINS, "RavenNet wins by 75 %."),
        (WINS, "It reduces the error to 12%."),
        (WINS, "RavenNet 将错误减少到 12%。"),
        (WINS, "RavenNet wins on 12% of the tasks."),
        (WINS, "RavenNet wins on 75 tasks."),
        (LAYERS, "The encoder has 12 data sets."),
        (LAYERS, "The encoder has 40 layers."),
        (LAYERS, "编码器有 40 层。"),
        (LAYERS, "编码器在 12 个数据集上训练。"),
        ("With finetuning precision is 0.95 and recall 0.87 in fog.", "In fog recall is 0.95, precision 0.87."),
        ("Efficiency drops from 60% to 38% in this case.", "Efficiency drops from 38% to 60%."),
    ],
)
def test_a_number_in_another_role_is_told(against: Against, paper: str, claim: str) -> None:
    assert against(paper, claim) == "number_role"


@pytest.fixture
def table() -> Grounder:
    heads = {"column_heads": ("F1",)}, {"column_heads": ("BLEU",)}
    cells = [
        Cell(row=1 + n, column=1 + m, text=text, row_heads=(name,), **heads[m])
        for n, (name, *texts) in enumerate([("RavenNet", "91.2", "28.4"), ("CrowNet", "88.0", "26.3")])
        for m, text in enumerate(texts)
    ]
    text = "Model | F1 | BLEU\nRavenNet | 91.2 | 28.4\nCrowNet | 88.0 | 26.3"
    block = Block(id="t1", kind="table", text=text, table=Table(cells=tuple(cells)))
    coverage = Coverage(reading="pdf", unit="pages", read=1, total=1, words=20)
    return Grounder(Document(paper=Paper(id="sha256:1"), sections=(Section(blocks=(block,)),), coverage=coverage))


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        ("RavenNet has an F1 of 91.2.", None),
        ("RavenNet 的 BLEU 为 28.4，CrowNet 为 26.3。", None),
        ("RavenNet has an F1 of 88.0.", "number_role"),
        ("CrowNet has an F1 of 91.2.", "number_role"),
        ("CrowNet 的 BLEU 为 88.0。", "number_role"),
    ],
)
def test_a_number_of_a_table_is_its_rows_and_its_columns(table: Grounder, claim: str, code: str | None) -> None:
    made = table.claim(claim, ["t1"], "RavenNet | 91.2 | 28.4")
    assert (made.reason.code if made.reason else None) == code
