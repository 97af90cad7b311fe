"""The words of reports: what a form is made of, what a value may be, how a rule judges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.pure.speech import Said, Word


class ValueKind(Word):
    """The five things that a place in a form may hold. Only the first two can be added."""

    NUMBER = "number", "số liệu", "a number"
    ZERO = "zero", "số 0 đã được xác nhận", "a zero that somebody signed"
    NOT_REPORTED = "not_reported", "không có số liệu", "not reported"
    NOT_APPLICABLE = "not_applicable", "không áp dụng", "not applicable"
    SUPPRESSED = "suppressed", "không hiển thị để bảo vệ người liên quan", "not shown, to protect the people concerned"


class Outcome(Word):
    """What a rule says of a row. What cannot be evaluated never passes."""

    PASS = "pass", "đúng", "pass"
    FAIL = "fail", "sai", "fail"
    CANNOT_EVALUATE = "cannot_evaluate", "không kiểm tra được", "cannot evaluate"


class Severity(Word):
    """What a failed rule asks for."""

    BLOCK = "block", "phải sửa trước khi gửi", "must be mended before sending"
    EXPLAIN = "explain", "phải giải trình khi gửi", "must be explained when sending"
    WARN = "warn", "nên xem lại", "worth a look"


class RowKind(Word):
    """What a row of a filled form stands for."""

    OWN = "own", "do chính đơn vị thực hiện", "the unit's own"
    CHILD = "child", "đơn vị trực thuộc", "a unit under it"
    DIVIDED = "divided", "đơn vị cũ đã chia, chưa xếp được", "a former unit that was divided"
    TOTAL = "total", "tổng số", "total"


@dataclass(frozen=True, slots=True)
class Value:
    """What one place of a form holds. `number` is None for the three kinds that are no number."""

    kind: ValueKind
    number: int | None = None

    @classmethod
    def of(cls, number: int) -> Value:
        """A plain number."""
        return cls(ValueKind.NUMBER, number)


NOT_REPORTED = Value(ValueKind.NOT_REPORTED)
NOT_APPLICABLE = Value(ValueKind.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form: its printed number, the captions over it from the top, what it measures."""

    number: int
    captions: tuple[Said, ...]
    measure: str
    counted_in: Said
    basis: str  # what is printed under the caption: "1=4+13+22"

    @property
    def title(self) -> Said:
        """The captions in one line."""
        return Said(" – ".join(c.vi for c in self.captions), " – ".join(c.en for c in self.captions))


@dataclass(frozen=True, slots=True)
class HeadCell:
    """One cell of the head: its caption and the rectangle it covers, counted from 0."""

    said: Said
    row: int
    column: int
    rows: int
    columns: int


@dataclass(frozen=True, slots=True)
class Sum:
    """The whole equals its parts, exactly."""

    id: str
    whole: int
    parts: tuple[int, ...]
    severity: Severity


@dataclass(frozen=True, slots=True)
class Part:
    """A part ("trong đó") is at most its whole."""

    id: str
    part: int
    whole: int
    severity: Severity


Rule = Sum | Part


@dataclass(frozen=True, slots=True)
class Form:
    """One version of a form. An (act, code) pair names it: NĐ 154/2026 also has a 01/TCD, which is a refusal notice."""

    act: str
    code: str
    title: Said
    valid_from: date
    valid_to: date  # date.max while in force
    row_caption: Said
    columns: tuple[Column, ...]
    rules: tuple[Rule, ...]
    note: Said

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures it needs, in the order of its columns."""
        return tuple(column.measure for column in self.columns)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule says of one row."""

    rule: Rule
    row: str
    outcome: Outcome
    severity: Severity
    said: Said


@dataclass(frozen=True, slots=True)
class FilledRow:
    """A row of a filled form. `alone`: its figures count the unit's own records only."""

    kind: RowKind
    unit_id: int
    name: Said
    values: tuple[Value, ...]
    alone: bool


@dataclass(frozen=True, slots=True)
class Filled:
    """A form filled for a unit and a period from the records."""

    form: Form
    unit_id: int
    unit_name: str
    start: date
    end: date
    rows: tuple[FilledRow, ...]
    findings: tuple[Finding, ...]
    notes: tuple[Said, ...]

    @property
    def total(self) -> FilledRow:
        """The last row."""
        return self.rows[-1]

    @property
    def missing(self) -> tuple[FilledRow, ...]:
        """The units under this one without a single record: the total says so instead of hiding them."""
        return tuple(r for r in self.rows if r.kind is RowKind.CHILD and r.values[0].kind is ValueKind.NOT_REPORTED)

    def at(self, row: FilledRow, number: int) -> Value:
        """The value of a row in the column of that printed number."""
        place = next(i for i, column in enumerate(self.form.columns) if column.number == number)
        return row.values[place]
