"""What looks like a quantity and is none: numbers of documents and articles, years, ranks, list markers, names."""

from __future__ import annotations

import re

from gandan.pure.vietnamese.letters import CAPITALS

# Words right in front of a number that make it a name, an ordinal or an address.
_LABELLED = re.compile(
    r"(?:^|[^\w])(?:"
    r"(?<!trong )(?<!tổng )(?<!một )(?<!con )(?<!các )(?<!chỉ )(?<!hệ )(?<!dân )(?<!đa )(?<!thiểu )(?<!hồ sơ )số(?: "
    r"hiệu| nhà)?|khoản|điều|(?<!dứt )(?<!địa )(?<!thời )(?<!trọng )điểm|mục|chương|"
    r"phụ lục|biểu(?: mẫu| số)?|mẫu(?: số)?|bảng(?: số)?|hình|thứ|lần thứ|hạng|xếp hạng|vị trí(?: thứ)?|khóa|khoá|"
    r"quý|tháng|năm|ngày|"
    r"cấp độ|mức độ|cấp|loại|nhóm|đợt|kỳ họp thứ|vòng|giai đoạn|thế kỷ|lớp|khối|tầng|phòng(?: số)?|ngõ|ngách|hẻm|"
    r"đường|quốc lộ|"
    r"tỉnh lộ|ql|tl|km|phường|quận|tổ|khu phố|ấp|thôn|xóm|đội|bản|khu|lô|thửa|tờ|tiểu khu|trạm|tuyến|hòm thư(?: góp "
    r"ý)?|ban chỉ đạo|"
    r"trang|tập|lúc|chỉ thị|nghị quyết|nghị định|quyết định|thông tư|luật|kết luận|công văn|kế hoạch|chương trình|"
    r"đề án|quy định|"
    r"hướng dẫn|thông báo|tờ trình|báo cáo|văn bản|cv|đt|điện thoại|tel|fax|hotline|đường dây nóng|tổng đài|biển số|"
    r"cmnd|cccd|stt|"
    r"phiên(?: họp)?(?: thứ)?|kỳ(?: họp)?(?: thứ)?|u|g|cổng|dốc|cầu|chặng|bài|câu|phần|tiết|dự án|tiểu dự án|hợp "
    r"phần|nội dung(?: thành phần)?|tiêu chí(?: số)?"
    r")[ .:]{1,2}\(?$"
)
# These make a number a label even when a unit follows it.
_ALWAYS = re.compile(
    r"(?:^|[^\w])(?:khoản|điều|(?<!dứt )(?<!địa )(?<!thời )(?<!trọng )điểm|khóa|khoá|quý|tháng|năm|ngày|lần thứ|"
    r"quốc lộ|"
    r"tỉnh lộ|lúc|hạng|thứ|cấp độ|mức độ|vòng|nghị quyết trung ương) \(?$"
)
_RANKED = re.compile(
    r"(?:xếp(?: hạng| thứ| vị trí)?|đứng(?: thứ| đầu)?|hạng|vị trí(?: thứ)?|thứ|thứ hạng)\b[^.;,()]{0,22}$"
)
_MARKER_BEFORE = re.compile(r"(?:^|\n)[ \t]*(?:[-+*•–] ?)?\(?$")
_MARKER_AFTER = re.compile(rf"[.)/:-]\)?[ \t]|[.)][^\W\d_]|\.?[ \t]+[{CAPITALS}]")
_QUOTED = re.compile(r"[“\"‘'«]([^“”\"‘’'«»\n]{1,40})[”\"’'»]")


def labelled(before: str) -> bool:
    """Whether the (lower-case) words in front make the number a name or an ordinal, unless a unit follows."""
    return _LABELLED.search(before) is not None


def always_labelled(before: str) -> bool:
    """Whether the words in front make it a name or an ordinal, whatever follows ("Điều 5 người" is no five persons)."""
    return _ALWAYS.search(before) is not None


def ranked(before: str) -> bool:
    """Whether `02/63` is a rank: "xếp thứ", "hạng"."""
    return _RANKED.search(before) is not None


def list_marker(before: str, after: str) -> bool:
    """Whether a number at the head of a line is the number of an item."""
    return _MARKER_BEFORE.search(before) is not None and _MARKER_AFTER.match(after) is not None


def slogans(text: str) -> list[tuple[int, int]]:
    """Spans of short quoted names: “5 không, 3 sạch”, “Ngôi nhà 1.000 đồng”."""
    return [match.span() for match in _QUOTED.finditer(text)]
