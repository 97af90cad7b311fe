"""The words of documents: prose whose numbers are bound to figures, a letter's frame, what reading one back tells."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gandan.pure.claims import Checked, Claim
from gandan.pure.speech import Said
from gandan.reporting.indicators.words import Figure

Address = Callable[[Figure], str]
"""Where a figure opens to its records; the door knows its own addresses."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of prose without figures."""

    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the prose: printed so, bound to the figure that it is."""

    figure: Figure
    value: int
    text: str


Run = Words | Number


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a report, written from the records."""

    unit_name: str  # "Tỉnh Trà Vinh"
    year: int  # in which its period ends
    title: str  # what the report is about, under "BÁO CÁO"
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run.text for run in self.runs)

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Its bound numbers, in order."""
        return tuple(run for run in self.runs if isinstance(run, Number))


@dataclass(frozen=True, slots=True)
class Letter:
    """What stands around the text of an administrative document (NĐ 30/2020/NĐ-CP, Phụ lục I). A draft has no number
    and no day yet; those places stay open for the hand that signs."""

    body: str  # the issuing body, in the lines it is printed in: "Ủy ban nhân dân\ntỉnh Trà Vinh"
    place: str  # "Trà Vinh"
    year: int
    above: str = ""  # the body over it, if it prints one
    symbol: str = "BC-UBND"
    capacity: str = ""  # "TM. Ủy ban nhân dân", "KT. Chủ tịch"
    signer_title: str = "Chủ tịch"
    signer_name: str = ""
    recipients: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bound:
    """A number of a document that says which figure it is. `printed` is what stands there now; None when it is no
    number any more."""

    figure: Figure
    text: str
    printed: int | None


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A document read back: its bound numbers, those that no longer say what the records say, figures nobody bound,
    and what the checker of sums tells of the text."""

    text: str
    bound: tuple[Bound, ...]
    changed: tuple[tuple[Bound, int], ...]  # with the value of the records
    unbound: tuple[Claim, ...]
    checked: Checked

    @property
    def is_confirmed(self) -> bool:
        """Whether every number is bound, says what the records say, and every sum holds."""
        return bool(self.bound) and not (self.changed or self.unbound or self.checked.findings)

    @property
    def findings(self) -> tuple[Said, ...]:
        """What somebody must look at, in words."""
        return (
            *(_says_otherwise(bound, value) for bound, value in self.changed),
            *(_is_unbound(claim) for claim in self.unbound),
            *(relation.reason for relation in self.checked.findings),
        )


def _says_otherwise(bound: Bound, value: int) -> Said:
    name = bound.figure.measure
    return Said(
        f"Văn bản ghi “{bound.text}”, hồ sơ đếm được {value} ({name}). Xin sửa cho khớp hoặc giải trình.",
        f"The text says “{bound.text}”, the records say {value} ({name}). Please mend or explain.",
    )


def _is_unbound(claim: Claim) -> Said:
    return Said(
        f"“{claim.text}” chưa gắn với số liệu nào của hồ sơ. Xin gắn với một chỉ tiêu hoặc ghi rõ nguồn.",
        f"“{claim.text}” is bound to no figure of the records. Please bind it to a measure or name its source.",
    )
