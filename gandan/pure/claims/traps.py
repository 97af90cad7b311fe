"""What looks like a quantity and is none: numbers of documents and articles, years, ranks, list markers, names."""

from __future__ import annotations

import re

from gandan.pure.vietnamese.letters import CAPITALS
from gandan.pure.vietnamese.patterns import lazy_pattern

# Words right in front of a number that make it a name, an ordinal or an address, unless a unit follows it.
_LABELS = frozenset(
    re.split(
        r"\|",
        "số|số hiệu|số nhà|khoản|điều|điểm|mục|chương|phụ lục|biểu|biểu mẫu|mẫu|bảng|hình|thứ|lần thứ|hạng|"
        "mũi|lần|tuần|vị trí|khóa|khoá|quý|tháng|năm|ngày|cấp độ|mức độ|cấp|loại|nhóm|đợt|vòng|giai đoạn|thế kỷ|lớp|"
        "khối|"
        "tầng|phòng|ngõ|ngách|hẻm|đường|quốc lộ|tỉnh lộ|ql|tl|km|phường|quận|tổ|khu phố|ấp|thôn|xóm|đội|bản|"
        "khu|lô|thửa|tờ|tiểu khu|trạm|tuyến|hòm thư|góp ý|ban chỉ đạo|trang|tập|lúc|chỉ thị|nghị quyết|"
        "nghị định|quyết định|thông tư|luật|kết luận|công văn|kế hoạch|chương trình|đề án|quy định|hướng dẫn|"
        "thông báo|tờ trình|báo cáo|văn bản|cv|đt|điện thoại|tel|fax|hotline|dây nóng|tổng đài|biển số|cmnd|"
        "cccd|stt|phiên|phiên họp|kỳ|kỳ họp|u|g|cổng|dốc|cầu|chặng|bài|câu|phần|tiết|dự án|hợp phần|nội dung|"
        "thành phần|tiêu chí",
    )
)
# These make a number a label even when a unit follows it.
_ALWAYS = frozenset(
    re.split(
        r"\|",
        "khoản|điều|điểm|khóa|khoá|quý|tháng|năm|ngày|lần thứ|quốc lộ|tỉnh lộ|lúc|hạng|thứ|cấp độ|mức độ|"
        "vòng|nghị quyết trung ương",
    )
)
# After these, the label word is another word: "tổng số 120", "thời điểm 31", "trong số 45".
_NO_LABEL = {
    "số": frozenset(["trong", "tổng", "một", "con", "các", "chỉ", "hệ", "dân", "đa", "thiểu", "sơ", "của", "đã", "và"]),
    "điểm": frozenset(["dứt", "địa", "thời", "trọng", "đạt", "được"]),
}
_RANKED = lazy_pattern(
    r"(?:(?<!sắp )xếp(?: hạng| thứ| vị trí)?|đứng(?: thứ| đầu)?|hạng|vị trí(?: thứ)?|thứ|thứ hạng)\b[^.;,()]{0,22}$"
)
_MARKER_BEFORE = lazy_pattern(r"(?:^|\n)[ \t]*(?:[-+*•–] ?)?\(?$")
_MARKER_AFTER = lazy_pattern(rf"[.)/:-]\)?[ \t]|[.)][^\W\d_]|\.?[ \t]+[{CAPITALS}]")
_QUOTED = lazy_pattern(r"[“\"‘'«]([^“”\"‘’'«»\n]{1,40})[”\"’'»]")


_LAST_WORDS = frozenset(label.split()[-1] for label in _LABELS | _ALWAYS)


def labelled(before: str) -> bool:
    """Whether the (lower-case) words in front make the number a name or an ordinal, unless a unit follows."""
    return _ends_in(before, _LABELS)


def always_labelled(before: str) -> bool:
    """Whether the words in front make it a name or an ordinal, whatever follows ("Điều 5 người" is no five persons)."""
    return _ends_in(before, _ALWAYS)


def _ends_in(before: str, labels: frozenset[str]) -> bool:
    bare = before.rstrip(" .:(")
    if len(bare) == len(before):
        return False
    if bare[bare.rfind(" ") + 1 :].rpartition("\n")[2] not in _LAST_WORDS:
        return False
    words = bare.split()[-4:]
    for length in (1, 2, 3):
        label = " ".join(words[-length:])
        if label in labels:
            front = words[-length - 1] if len(words) > length else ""
            return front not in _NO_LABEL.get(label, ())
    return False


def ranked(before: str) -> bool:
    """Whether `02/63` is a rank: "xếp thứ", "hạng"."""
    return _RANKED.search(before) is not None


def list_marker(before: str, after: str) -> bool:
    """Whether a number at the head of a line is the number of an item."""
    head = before.rstrip(" \t(-+*•–")
    if head and head[-1] != "\n":
        return False
    return _MARKER_BEFORE.search(before) is not None and _MARKER_AFTER.match(after) is not None


def slogans(text: str) -> list[tuple[int, int]]:
    """Spans of short quoted names: “5 không, 3 sạch”, “Ngôi nhà 1.000 đồng”."""
    return [match.span() for match in _QUOTED.finditer(text)]
