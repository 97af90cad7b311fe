"""The words of the checker: natures of figures, kinds of relations, verdicts."""

from __future__ import annotations

from gandan.pure.speech import Word


class Nature(Word):
    """What a figure in prose is. Only the first three are quantities; the rest must never be added or divided."""

    AMOUNT = "amount", "số lượng", "amount"
    PERCENT = "percent", "tỷ lệ phần trăm", "percentage"
    FRACTION = "fraction", "phần trên tổng", "part of a whole"
    DATE = "date", "ngày tháng", "date"
    RANK = "rank", "thứ hạng", "rank"
    RANGE = "range", "khoảng giá trị", "range"
    DURATION = "duration", "khoảng thời gian", "length of time"
    LABEL = "label", "số hiệu, tên gọi", "label"


class Kind(Word):
    """How figures are tied together."""

    SUM = "sum", "tổng", "sum"
    SUBSET = "subset", "phần không lớn hơn toàn bộ", "part within the whole"
    SHARE = "ratio_percent", "tỷ lệ", "share"
    DIFFERENCE = "difference", "hiệu số", "difference"
    GROWTH = "growth", "mức tăng, giảm", "growth"
    PRODUCT = "product", "tích", "product"
    DATE = "date", "ngày tháng", "date"
    RANGE = "range", "khoảng thời gian", "period"
    COUNT = "count", "số mục liệt kê", "count of a list"
    CONSISTENCY = "consistency", "cách viết thống nhất", "consistent writing"


class Verdict(Word):
    """What the checker says of a relation."""

    OK = "ok", "khớp", "holds"
    ROUNDING = "rounding", "khớp trong phạm vi làm tròn", "holds within rounding"
    ERROR = "error", "không khớp", "does not hold"
    QUESTION = "question", "cần xem lại", "worth a second look"


class Qualifier(Word):
    """The word of approximation in front of a figure."""

    EXACT = "exact", "đúng", "exactly"
    MORE = "more", "hơn", "more than"
    LESS = "less", "gần", "nearly"
    ABOUT = "about", "khoảng", "about"
    BOUND = "bound", "giới hạn", "a limit"
