"""The ways a case goes in the live demo. Each is told step by step; what lies after the present is not told."""

from __future__ import annotations

from gandan.doors.console.demo.diary import LATER_TODAY, Story
from gandan.doors.console.demo.tale import Tale
from gandan.matters.cases import actions as cases
from gandan.matters.cases.words import Ineligible, Kind, NotAccepted, Verb

PRAISE = {
    5: ("Cảm ơn xã, làm nhanh quá.", "Bà con trong xóm rất mừng.", "Cán bộ nhiệt tình, cảm ơn nhiều.", ""),
    4: ("Được việc, mong lần sau nhanh hơn chút nữa.", "Tốt, cảm ơn.", ""),
    3: ("Tạm được, còn một đoạn chưa làm tới.", ""),
    2: ("Trả lời trễ, phải hỏi hai lần.", "Mới làm tạm, mưa lớn chắc hư lại."),
}


def arrived(tale: Tale, *, head_count: int = 1) -> Story:
    """Only just received, nobody has sorted it yet."""
    tale.now = yield LATER_TODAY
    tale.lodge(head_count=head_count)


def taken_up(tale: Tale, *, head_count: int = 1, sort_after: int = 1) -> Story:
    """Received, sorted, taken up, given to the official who settles it."""
    yield from arrived(tale, head_count=head_count)
    tale.now = yield sort_after
    tale.classify()
    tale.now = yield LATER_TODAY if tale.telling.kind is Kind.FEEDBACK else 1
    tale.accept()
    tale.now = yield LATER_TODAY
    tale.assign()


def answered(tale: Tale, *, after: int, stars: int = 0, close: bool = True, head_count: int = 1) -> Story:
    """Settled with an answer, and perhaps rated by the citizen."""
    yield from taken_up(tale, head_count=head_count)
    tale.now = yield after
    tale.reply(close=close)
    if stars:
        tale.now = yield 1
        tale.rate(stars, tale.world.chance.choice(PRAISE[stars]))


def unassigned(tale: Tale) -> Story:
    """Taken up and left with the body, no official named."""
    yield from arrived(tale)
    tale.now = yield 1
    tale.classify()
    tale.now = yield LATER_TODAY
    tale.accept()


def extended(tale: Tale, *, after: int, days: int, reason: str) -> Story:
    """More time was given, by a signed decision, while the time still ran."""
    yield from taken_up(tale)
    tale.now = yield after
    given = {
        "document": tale.world.document("GH-UBND"),
        "authority": "Phạm Thị Phượng, Chủ tịch UBND xã",
        "reason": reason,
        "days": str(days),
    }
    tale.take(Verb.EXTEND, tale.head, given)


def filed(tale: Tale, reason: Ineligible, because: str) -> Story:
    """Not eligible: filed with its reason."""
    yield from arrived(tale)
    tale.now = yield 1
    tale.classify(reason=reason, because=because)
    tale.now = yield LATER_TODAY
    tale.take(Verb.FILE, tale.desk, {"reason": because})


def guided(tale: Tale, to: str, text: str) -> Story:
    """Another body's to settle: the sender is shown the way, in writing."""
    yield from arrived(tale)
    tale.now = yield 2
    tale.classify(outside=True)
    tale.now = yield LATER_TODAY
    tale.take(Verb.GUIDE, tale.desk, {"to_name": to, "text": text, "document": tale.world.document("HD-UBND")})


def sent_on(tale: Tale, to: str, reason: str) -> Story:
    """Sent to another body of the province, which has not taken it over yet."""
    yield from arrived(tale)
    tale.now = yield 1
    tale.classify(outside=True)
    tale.now = yield LATER_TODAY
    tale.transfer(to, reason)


def taken_over(tale: Tale, *, reply: bool) -> Story:
    """The department takes it over into its own register, and perhaps answers."""
    yield from sent_on(tale, "nnmt", "Thuộc phạm vi quản lý của Sở Nông nghiệp và Môi trường")
    tale.now = yield 1
    tale.desk, tale.head, tale.handler, tale.office = "vinh", "dat", "lien", "nnmt"
    tale.take(Verb.TAKE_OVER, "vinh")
    tale.now = yield 1
    tale.classify()
    tale.now = yield LATER_TODAY
    tale.accept()
    tale.now = yield LATER_TODAY
    tale.assign()
    if reply:
        tale.now = yield 3
        tale.reply()
        tale.now = yield 2
        tale.rate(4, "Có Sở về kiểm tra thật, cảm ơn.")


def declined(tale: Tale) -> Story:
    """The department gives it back: it is the commune's own to settle."""
    yield from sent_on(tale, "nnmt", "Đề nghị Sở xem xét theo thẩm quyền")
    tale.now = yield 2
    reason = "Cống nội đồng do UBND xã quản lý, vận hành theo phân cấp; đề nghị xã giải quyết."
    tale.take(Verb.DECLINE, "vinh", {"reason": reason})
    tale.now = yield 1
    tale.classify()
    tale.now = yield LATER_TODAY
    tale.accept()
    tale.now = yield LATER_TODAY
    tale.assign()


def asked_again(tale: Tale, *, after: int) -> Story:
    """Answered and closed, and opened again by the citizen: it was not done after all."""
    yield from answered(tale, after=3)
    tale.now = yield after
    reason = "Mới vét được một đầu cống, đầu bên kia vẫn nghẹt. Hôm qua mưa nước lại tràn vào nhà."
    cases.reopen(tale.receipt.receipt, at=tale.now, reason=reason)


def withdrawn(tale: Tale) -> Story:
    """The sender takes it back."""
    yield from arrived(tale)
    tale.now = yield 1
    tale.classify()
    tale.now = yield 2
    given = {"reason": "Hai bên đã tự thỏa thuận, có biên bản hòa giải của ấp.", "explained": True}
    tale.take(Verb.WITHDRAW, tale.desk, given)


# ---------------------------------------------------------------------------------------------------------- complaints


def sorted_only(tale: Tale) -> Story:
    """Classified; the head has not accepted it yet."""
    yield from arrived(tale)
    tale.now = yield 2
    tale.classify()


def verified(tale: Tale) -> Story:
    """Accepted and being verified."""
    yield from arrived(tale)
    tale.now = yield 1
    tale.classify()
    tale.now = yield 2
    tale.accept()
    tale.now = yield LATER_TODAY
    tale.assign()
    tale.now = yield 1
    tale.take(Verb.VERIFY, tale.who, {"document": tale.world.document("QĐ-UBND")})


def heard(tale: Tale) -> Story:
    """Verified, and the two sides heard."""
    yield from verified(tale)
    tale.now = yield 6
    given = {
        "held_on": tale.now.date(),
        "document": tale.world.document("BB-ĐT"),
        "text": "Hai bên trình bày; người khiếu nại bổ sung giấy tờ. Thống nhất đo đạc, kiểm tra lại tại thực địa.",
    }
    tale.take(Verb.DIALOGUE, tale.who, given)


def decided(tale: Tale, result: str, *, after: int = 5, send: bool = True, close: bool = True) -> Story:
    """Decided, sent to the complainant, and closed when nothing more is owed."""
    yield from heard(tale)
    tale.now = yield after
    given = {
        "outcome": result,
        "document": tale.world.document("QĐ-GQKN"),
        "signer": "Phạm Thị Phượng",
        "text": tale.telling.answer,
    }
    tale.take(Verb.DECIDE, tale.head, given)
    if not send:
        return
    tale.now = yield 1
    tale.take(Verb.SEND, tale.who, {"note": "Giao trực tiếp, có ký nhận"})
    if close:
        tale.now = yield 15
        tale.take(Verb.CLOSE, tale.who)


def suspended(tale: Tale, *, resume_after: int = 0) -> Story:
    """The clock stands still while another body's result is awaited; it may go on again."""
    yield from verified(tale)
    tale.now = yield 4
    given = {
        "cause": "other_body",
        "document": tale.world.document("QĐ-TĐC"),
        "reason": "Chờ kết quả trích đo địa chính của Văn phòng đăng ký đất đai.",
    }
    tale.take(Verb.SUSPEND, tale.head, given)
    if resume_after:
        tale.now = yield resume_after
        given = {"document": tale.world.document("QĐ-TT"), "reason": "Đã có kết quả trích đo."}
        tale.take(Verb.RESUME, tale.head, given)


def complex_one(tale: Tale) -> Story:
    """The head lengthens the time: the matter is complex, on a documented ground."""
    yield from verified(tale)
    tale.now = yield 8
    given = {
        "document": tale.world.document("GH-UBND"),
        "authority": "Phạm Thị Phượng, Chủ tịch UBND xã",
        "reason": "Phải xác minh nguồn gốc đất ở hai nơi.",
        "complex_ground": "places",
    }
    tale.take(Verb.EXTEND, tale.head, given)


def refused(tale: Tale) -> Story:
    """Not accepted, on one of the nine grounds."""
    yield from sorted_only(tale)
    tale.now = yield 2
    given = {
        "ground": NotAccepted.EXPIRED.value,
        "document": tale.world.document("TB-UBND"),
        "text": "Quyết định được nhận cách đây hơn một năm; đã hết thời hiệu 90 ngày và không có lý do khách quan.",
    }
    tale.take(Verb.REFUSE, tale.head, given)
