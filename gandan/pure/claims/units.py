"""What stands after a figure: the scale ("tỷ"), the unit ("lượt người"), the per cent sign.

Units are compared, never added across: a visit (*lượt*) is not a person (*người*), an application (*đơn*) not a case
(*vụ việc*).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from gandan.pure.vietnamese.patterns import lazy_pattern

_SCALES = {
    "nghìn tỷ": Decimal(10) ** 12,
    "ngàn tỷ": Decimal(10) ** 12,
    "triệu tỷ": Decimal(10) ** 15,
    "nghìn": Decimal(10) ** 3,
    "ngàn": Decimal(10) ** 3,
    "vạn": Decimal(10) ** 4,
    "triệu": Decimal(10) ** 6,
    "trđ": Decimal(10) ** 6,
    "tỷ": Decimal(10) ** 9,
}
ONE = Decimal(1)

# Two-word nouns of count whose first word alone would mean something else, or is too general to compare.
_COMPOUNDS = (
    "lượt người|lượt công dân|lượt ý kiến|lượt|vụ việc|vụ án|đơn vị|đơn thư|hồ sơ|thủ tục|ý kiến|mô hình|trường hợp|"
    "đại biểu|đảng viên|"
    "công trình|dự án|đề án|văn bản|nhiệm vụ|điều kiện|địa phương|học sinh|sinh viên|cử tri|ứng viên|ứng cử viên|"
    "cán bộ|"
    "công chức|viên chức|công dân|gia đình|sản phẩm|doanh nghiệp|hợp tác xã|thành phố|thị xã|thị trấn|tổ chức|cá nhân|"
    "tập thể|lãnh đạo|thành viên|cơ quan|kiến nghị|phản ánh|khiếu nại|tố cáo|tiêu chí|phần quà|suất quà|tin bài|"
    "đối tượng|lao động|giáo viên|thí sinh|thương binh|liệt sĩ|bệnh nhân|khách hàng|phương tiện|cơ sở|trạm y tế|"
    "trường học|nhà văn hóa|nhà văn hoá|tai nạn|cuộc họp|hội nghị|lớp học|khu dân cư|tổ dân phố|khu phố|nghị quyết|"
    "quyết định|kế hoạch|chỉ tiêu|nội dung|câu hỏi|điểm cầu|điểm phần trăm|điểm %|mặt hàng|thị trường|quốc gia|chiếc|"
    "phó giáo sư|giáo sư|đường bay|tổ hòa giải|tổ hoà giải|chi bộ|đảng bộ|hội viên|đoàn viên|tình nguyện viên"
)
_AFTER = lazy_pattern(
    r"(?:\s{0,2}(?P<note>\*{0,3}\[\d{1,3}\]\*{0,3}))?\s{0,2}(?:(?P<percent>%|phần trăm\b)|"
    r"(?P<scale>(?:nghìn|ngàn|triệu) t[ỷỉ]|nghìn|ngàn|vạn|triệu|trđ|t[ỷỉ])\b(?!\s+lệ)\s{0,2})?"
    r"(?P<unit>[^\W\d_]+[23²³]?)?"
)
_COMPOUND = lazy_pattern(rf"(?:{_COMPOUNDS})\b")
_FIRSTS = frozenset(compound.split()[0] for compound in _COMPOUNDS.split("|"))
# Words that follow a figure without being its unit.
_NOT_UNITS = frozenset(
    re.findall(
        r"\w+",
        "của và là đạt chiếm được trong với cho theo từ đến tại ở so bằng tăng giảm có do vào để nên thì mà "
        "hoặc hay về trên dưới còn đã đang sẽ không chưa bị cùng này đó cũng như khi sau trước qua ra lên "
        "xuống tới nhưng vẫn chỉ cụ gồm bao tương xếp đứng trở lại x các những ",
    )
)
DURATIONS = frozenset(["ngày", "tháng", "năm", "giờ", "phút", "giây", "tuần", "quý", "tuổi", "đêm", "thập", "thế"])


class After(NamedTuple):
    """What was read after a figure; `end` is where the unit ends."""

    percent: bool
    scale: Decimal
    unit: str
    end: int


def read_after(low: str, at: int) -> After:
    """Scale and unit behind a figure that ends at `at`."""
    match = _AFTER.match(low, at)
    if match is None:
        return After(False, ONE, "", at)
    if match["percent"]:
        return After(True, ONE, "%", match.end("percent"))
    scale, unit = match["scale"], match["unit"] or ""
    end = match.end("scale") if scale else at
    compound = _COMPOUND.match(low, match.start("unit")) if unit in _FIRSTS else None
    if compound is not None:
        return _compound(compound, scale)
    if unit in _NOT_UNITS:
        unit = ""
    if unit:
        end = match.end("unit")
    return After(False, _SCALES[scale.replace("tỉ", "tỷ")] if scale else ONE, unit, end)


def _compound(match: re.Match[str], scale: str | None) -> After:
    """A unit of several words; "điểm phần trăm" is a percentage of its own kind."""
    if match[0] in ("điểm phần trăm", "điểm %"):
        return After(True, ONE, "điểm %", match.end())
    return After(False, _SCALES[scale.replace("tỉ", "tỷ")] if scale else ONE, match[0], match.end())


_SAME = {
    "lượt công dân": "lượt",
    "lượt ý kiến": "ý kiến",
    "đơn thư": "đơn",
    "vnđ": "đồng",
    "đ": "đồng",
    "hs": "hồ sơ",
    "tthc": "thủ tục",
    "đvhc": "đơn vị",
    "chiếc": "chiếc",
}
_FREE = frozenset(("", "trường hợp"))


def plain(unit: str) -> str:
    """The unit in its usual writing: "vnđ" is "đồng"."""
    return _SAME.get(unit, unit)


@lru_cache(maxsize=4096)
def same(one: str, other: str) -> bool:
    """Whether two units may be added: equal, or one of them left out."""
    one, other = _SAME.get(one, one), _SAME.get(other, other)
    if one == other or one in _FREE or other in _FREE:
        return True
    return {one, other} in ({"lượt", "lượt người"}, {"vụ", "vụ việc"}, {"vụ", "vụ án"})


@lru_cache(maxsize=4096)
def equal(one: str, other: str) -> bool:
    """Whether two units are both named and the same."""
    return bool(one and other) and one not in _FREE and other not in _FREE and same(one, other)


_GENERAL = frozenset(("", "người", "đơn vị", "trường hợp", "đối tượng", "thành viên", "đại biểu", "ứng viên"))


_WIDE = frozenset(
    ("đơn vị", "đvhc", "lãnh đạo", "thành viên", "người", "cán bộ", "đại biểu", "sản phẩm", "công trình", "văn bản")
)


def wide(unit: str) -> bool:
    """Whether a unit is a word under which things with units of their own are counted."""
    return unit in _WIDE


def general(unit: str) -> bool:
    """Whether a unit is a general word under which others are counted (a woman is a person)."""
    return _SAME.get(unit, unit) in _GENERAL


_PEOPLE = frozenset(
    (
        "người",
        "cán bộ",
        "công chức",
        "viên chức",
        "đảng viên",
        "đại biểu",
        "học sinh",
        "sinh viên",
        "lao động",
        "cử tri",
    )
)


@lru_cache(maxsize=4096)
def kin(one: str, other: str) -> bool:
    """Whether two units count the same things, one perhaps in the wider word: officials are persons."""
    return equal(one, other) or ("người" in (one, other) and {one, other} <= _PEOPLE)


@lru_cache(maxsize=4096)
def holds(whole: str, part: str) -> bool:
    """Whether a figure of the first unit may be the whole of one of the second."""
    return same(whole, part) or kin(whole, part) or general(whole)
