"""What the words right in front of a figure say of it: about how much, a rise or a fall, a plan of the year."""

from __future__ import annotations

from gandan.pure.claims.words import Qualifier
from gandan.pure.vietnamese.patterns import lazy_pattern

_CHANGED = lazy_pattern(
    r"\b(tăng|giảm|vượt|hụt|nhiều hơn|ít hơn)((?: (?:thêm|được|hơn|gần|khoảng|tới|đến|mạnh|nhẹ|trên|bình quân|ước|là|"
    r"tương ứng|có|chỉ|đi|bớt))*) \(?$"
)
_LEVEL = lazy_pattern(r"\b(?:xuống|lên|còn|thành)\b")
_QUALIFIED = lazy_pattern(
    r"\b((?<!nhiều )(?<!ít )(?<!cao )(?<!thấp )hơn|trên|gần|khoảng|xấp xỉ|chừng|độ|dưới|không quá|ít nhất|tối thiểu|"
    r"tối đa|tới)(?: (?:có|là))? $"
)
_QUALIFYING = frozenset(
    ["hơn", "trên", "gần", "khoảng", "xỉ", "chừng", "độ", "dưới", "quá", "nhất", "thiểu", "đa", "tới", "có", "là"]
)
_QUALIFIERS = {
    "hơn": Qualifier.MORE, "trên": Qualifier.MORE, "gần": Qualifier.LESS, "khoảng": Qualifier.ABOUT,
    "xấp xỉ": Qualifier.ABOUT,
    "chừng": Qualifier.ABOUT, "độ": Qualifier.ABOUT, "tới": Qualifier.EXACT,
}  # fmt: skip
_YEARS = lazy_pattern(r"(?:19|20)\d\d")


def qualifier(before: str) -> Qualifier:
    """The word of approximation that ends the (lower-case) words in front."""
    bare = before[:-1]
    if not before.endswith(" ") or bare[bare.rfind(" ") + 1 :] not in _QUALIFYING:
        return Qualifier.EXACT
    match = _QUALIFIED.search(before, max(0, len(before) - 22))
    return _QUALIFIERS.get(match[1], Qualifier.BOUND) if match else Qualifier.EXACT


def change(before: str) -> int:
    """+1 for a rise, -1 for a fall, 0 for a level: "giảm còn 5" tells a level."""
    if not ("tăng" in before or "giảm" in before or "hơn" in before or "vượt" in before or "hụt" in before):
        return 0
    match = _CHANGED.search(before)
    if match is None or _LEVEL.search(match[2]):
        return 0
    return 1 if match[1] in ("tăng", "vượt", "nhiều hơn") else -1


def counted_in_year(piece: str, before: str) -> bool:
    """ "Kế hoạch năm 40 cuộc": the year's plan, not the year 40."""
    return before.endswith(("kế hoạch năm ", "cả năm ", "trong năm ", "mỗi năm ", "năm: ")) and not _YEARS.fullmatch(
        piece
    )
