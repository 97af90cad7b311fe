"""What the law would do with a petition: the decision tree, eligibility, and who is competent on a given day.

Thông tư 05/2021/TT-TTCP Điều 6, 13–16; Thông tư 07/2014/TT-TTCP Điều 6–9, 21–28; Luật Tiếp công dân Điều 26;
Luật Khiếu nại Điều 11, 17–23.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.matters.cases.pages import Advice
from gandan.matters.cases.terms import (
    Channel,
    Competence,
    Eligibility,
    Ineligible,
    Kind,
    NotAccepted,
    Verb,
)
from gandan.pure.speech import Said, Word


@dataclass(frozen=True, slots=True)
class Facts:
    """What the decision tree asks about a petition."""

    kind: Kind
    eligibility: Eligibility
    competence: Competence
    ineligible_reason: Ineligible | None = None
    channel: Channel = Channel.COUNTER
    subordinate_late: bool = False  # it is a subordinate's to settle, and the time is over
    not_accepted: NotAccepted | None = None  # a ground of Điều 11 that is known
    guided_before: bool = False  # the same content was guided once
    originals: bool = False  # originals are attached


_TREE = "Thông tư 05/2021/TT-TTCP, Điều 13–16"


def suggest(facts: Facts) -> Advice:
    """The next step by the decision tree, with its reason and article. The officer decides."""
    if facts.eligibility is Eligibility.UNSORTED:
        return Advice(
            Verb.CLASSIFY,
            Said("Đơn chưa được phân loại.", "It has not been classified."),
            "Thông tư 05/2021/TT-TTCP, Điều 6",
        )
    if facts.eligibility is Eligibility.INELIGIBLE:
        return _ineligible(facts)
    if facts.competence is Competence.UNKNOWN:
        return Advice(
            Verb.CLASSIFY,
            Said("Chưa xác định thẩm quyền giải quyết.", "Competence is not yet determined."),
            "Thông tư 05/2021/TT-TTCP, Điều 6 khoản 3",
        )
    return _BRANCHES[facts.kind](facts)


def _ineligible(facts: Facts) -> Advice:
    if facts.originals:
        return Advice(
            Verb.RETURN,
            Said(
                "Không đủ điều kiện xử lý nhưng có bản gốc kèm theo: trả lại bản gốc cho người gửi.",
                "Not eligible, but originals are attached: give them back to the sender.",
            ),
            "Thông tư 07/2014/TT-TTCP, Điều 10",
        )
    because = facts.ineligible_reason.said if facts.ineligible_reason else Eligibility.INELIGIBLE.said
    return Advice(
        Verb.FILE,
        Said(
            "Không đủ điều kiện xử lý ({because}): lưu đơn một năm.", "Not eligible ({because}): file it for one year."
        ).given(because=because),
        "Thông tư 05/2021/TT-TTCP; Thông tư 07/2014/TT-TTCP, Điều 28",
    )


def _words(facts: Facts) -> Advice:
    if facts.competence is Competence.WITHIN:
        return Advice(
            Verb.ACCEPT,
            Said("Thuộc thẩm quyền: thụ lý để trả lời người dân.", "Within competence: accept and answer."),
            f"Luật Tiếp công dân 42/2013/QH13, Điều 26; {_TREE}",
        )
    if facts.subordinate_late:
        return _URGE
    return Advice(
        Verb.TRANSFER,
        Said(
            "Không thuộc thẩm quyền: chuyển đến cơ quan có thẩm quyền và báo cho người gửi.",
            "Outside competence: transfer it to the competent body and tell the sender.",
        ),
        f"Luật Tiếp công dân 42/2013/QH13, Điều 26; {_TREE}",
    )


def _complaint(facts: Facts) -> Advice:
    if facts.competence is Competence.WITHIN:
        if facts.not_accepted is not None:
            return Advice(
                Verb.REFUSE,
                Said(
                    "Thuộc trường hợp không thụ lý: {ground}. Phải báo người khiếu nại, nêu rõ lý do.",
                    "A ground for not accepting: {ground}. Tell the complainant why.",
                ).given(ground=facts.not_accepted.said),
                "Luật Khiếu nại 02/2011/QH13, Điều 11, 27",
            )
        return Advice(
            Verb.ACCEPT,
            Said(
                "Thuộc thẩm quyền và không vướng chín trường hợp của Điều 11: thụ lý, báo người khiếu nại.",
                "Within competence and none of the nine grounds of Article 11: accept and notify.",
            ),
            "Luật Khiếu nại 02/2011/QH13, Điều 11, 27",
        )
    if facts.subordinate_late:
        return _URGE
    if facts.channel in (Channel.DEPUTY, Channel.TRANSFER):
        return Advice(
            Verb.RETURN,
            Said(
                "Không thuộc thẩm quyền và do nơi khác chuyển đến: trả lại nơi chuyển, nêu rõ lý do.",
                "Outside competence and forwarded by another body: return it with the reason.",
            ),
            _TREE,
        )
    if facts.guided_before:
        return Advice(
            Verb.FILE,
            Said("Nội dung này đã được hướng dẫn một lần: lưu đơn.", "This content was guided once already: file it."),
            _TREE,
        )
    return Advice(
        Verb.GUIDE,
        Said(
            "Không thuộc thẩm quyền: hướng dẫn người khiếu nại đến đúng nơi, một lần cho mỗi nội dung.",
            "Outside competence: guide the complainant to the right body, once for each content.",
        ),
        f"Luật Tiếp công dân 42/2013/QH13, Điều 26; {_TREE}",
    )


_URGE = Advice(
    Verb.URGE,
    Said(
        "Thuộc thẩm quyền cấp dưới và đã quá hạn: báo cáo người đứng đầu, có văn bản đôn đốc.",
        "A subordinate's to settle and late: report to the head and urge in writing.",
    ),
    f"Luật Tiếp công dân 42/2013/QH13, Điều 26; {_TREE}",
)
_BRANCHES = {Kind.PETITION: _words, Kind.FEEDBACK: _words, Kind.COMPLAINT: _complaint}


class Against(Word):
    """Whose decision or act is complained of."""

    COMMUNE_CHAIR = "commune_chair", "Chủ tịch hoặc người thuộc UBND cấp xã", "Commune chair or staff"
    DISTRICT_OFFICE = "district_office", "Phòng chuyên môn cấp huyện", "District department"
    DISTRICT_CHAIR = "district_chair", "Chủ tịch UBND cấp huyện", "District chair"
    DEPARTMENT_UNIT = "department_unit", "Đơn vị thuộc sở", "Unit inside a provincial department"
    DEPARTMENT = "department", "Giám đốc hoặc người thuộc sở", "Director or staff of a provincial department"
    PROVINCE_CHAIR = "province_chair", "Chủ tịch hoặc người trực tiếp thuộc UBND cấp tỉnh", "Provincial chair or staff"


@dataclass(frozen=True, slots=True)
class Authority:
    """Who settles, by which article."""

    said: Said
    law: str


LAST_DISTRICT_DAY = date(2025, 6, 30)
_COMMUNE = Said("Chủ tịch UBND cấp xã", "Commune chair")
_DISTRICT = Said("Chủ tịch UBND cấp huyện", "District chair")
_DISTRICT_HEAD = Said("Thủ trưởng cơ quan thuộc UBND cấp huyện", "Head of the district department")
_PROVINCE = Said("Chủ tịch UBND cấp tỉnh", "Provincial chair")
_DIRECTOR = Said("Giám đốc sở", "Director of the department")
_UNIT_HEAD = Said("Thủ trưởng đơn vị thuộc sở", "Head of the unit inside the department")
_MINISTER = Said("Bộ trưởng", "Minister")
_SUCCESSION = "Nghị định 141/2025/NĐ-CP; Thông tư 02/2025/TT-TTCP"

# (against, instance) → rows of (last day of validity, who, article); the first row whose day is not past applies.
_COMPETENT: dict[tuple[Against, int], tuple[tuple[date, Said, str], ...]] = {
    (Against.COMMUNE_CHAIR, 1): ((date.max, _COMMUNE, "Luật Khiếu nại 02/2011/QH13, Điều 17"),),
    (Against.COMMUNE_CHAIR, 2): (
        (LAST_DISTRICT_DAY, _DISTRICT, "Luật Khiếu nại 02/2011/QH13, Điều 18"),
        (date.max, _PROVINCE, "Luật Khiếu nại 02/2011/QH13, Điều 21 (sửa đổi bởi Luật 136/2025/QH15)"),
    ),
    # From 01/07/2025 the commune takes over the district's tasks: complaints against a district office's act are its.
    (Against.DISTRICT_OFFICE, 1): (
        (LAST_DISTRICT_DAY, _DISTRICT_HEAD, "Luật Khiếu nại 02/2011/QH13, Điều 17"),
        (date.max, _COMMUNE, _SUCCESSION),
    ),
    (Against.DISTRICT_CHAIR, 1): (
        (LAST_DISTRICT_DAY, _DISTRICT, "Luật Khiếu nại 02/2011/QH13, Điều 18"),
        (date.max, _COMMUNE, _SUCCESSION),
    ),
    (Against.DISTRICT_OFFICE, 2): (
        (LAST_DISTRICT_DAY, _DISTRICT, "Luật Khiếu nại 02/2011/QH13, Điều 18"),
        (date.max, _PROVINCE, _SUCCESSION),
    ),
    (Against.DISTRICT_CHAIR, 2): (
        (LAST_DISTRICT_DAY, _PROVINCE, "Luật Khiếu nại 02/2011/QH13, Điều 21"),
        (date.max, _PROVINCE, _SUCCESSION),
    ),
    (Against.DEPARTMENT_UNIT, 1): ((date.max, _UNIT_HEAD, "Luật Khiếu nại 02/2011/QH13, Điều 19"),),
    (Against.DEPARTMENT_UNIT, 2): ((date.max, _DIRECTOR, "Luật Khiếu nại 02/2011/QH13, Điều 20"),),
    (Against.DEPARTMENT, 1): ((date.max, _DIRECTOR, "Luật Khiếu nại 02/2011/QH13, Điều 20"),),
    (Against.DEPARTMENT, 2): ((date.max, _PROVINCE, "Luật Khiếu nại 02/2011/QH13, Điều 21"),),
    (Against.PROVINCE_CHAIR, 1): ((date.max, _PROVINCE, "Luật Khiếu nại 02/2011/QH13, Điều 21"),),
    (Against.PROVINCE_CHAIR, 2): ((date.max, _MINISTER, "Luật Khiếu nại 02/2011/QH13, Điều 23"),),
}


def competent(against: Against, *, instance: int, on: date) -> Authority:
    """Who settles a complaint against this body's decision or act, in first (1) or second (2) instance, on a day."""
    for last_day, said, law in _COMPETENT[(against, instance)]:
        if on <= last_day:
            return Authority(said, law)
    raise AssertionError("the last row of every competence is open")  # pragma: no cover
