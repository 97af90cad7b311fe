"""What a draft must hold before it becomes a case: one sentence per field that is wrong, nothing dropped in silence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from gandan.matters.cases.papers import Draft, Sender
from gandan.matters.cases.terms import Signatories
from gandan.matters.cases.tracks import NEXT
from gandan.pure.refusal import Refused
from gandan.pure.speech import Said
from gandan.pure.vietnamese import clean, count, fold, normal_name, phone_digits

MAX_TITLE = 200
MAX_TEXT = 20_000
MAX_PLACE = 300
MAX_SENDERS = 100
MAX_NAME = 160
MAX_ADDRESS = 300
TITLE_FROM_TEXT = 90
FIRST_DAY = date(1990, 1, 1)  # before: a typing error, not a petition
UNNAMED = "Người dân"
MANY_FROM = 5  # “nhiều người”: TT 07/2014/TT-TTCP Điều 6 khoản 4
_HERE = ZoneInfo("Asia/Ho_Chi_Minh")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]{2,}")
_IDENTITY = re.compile(r"[0-9A-Za-z]{6,20}")


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft fit to keep: cleaned, complete, dated."""

    draft: Draft
    senders: tuple[Sender, ...]  # at least one; unnamed feedback has `UNNAMED`
    signatories: Signatories
    received_on: date


def day_of(moment: datetime) -> date:
    """The day in Viet Nam on which a moment falls."""
    return moment.astimezone(_HERE).date()


class Faults:
    """The sentences of one form, by field; refused together."""

    def __init__(self) -> None:
        self.fields: dict[str, Said] = {}

    def add(self, name: str, vi: str, en: str) -> None:
        """A sentence about a field; the first one stays."""
        self.fields.setdefault(name, Said(vi, en))

    def refuse(self, law: str = "") -> None:
        """Refused with all sentences, or nothing when there are none."""
        if self.fields:
            raise Refused(
                "case.form",
                "Còn thông tin cần xem lại. Nội dung anh/chị đã nhập vẫn còn nguyên.",
                "Some details need another look. What you typed is kept.",
                law=law,
                fields=self.fields,
            )


def check(draft: Draft, *, today: date) -> Checked:
    """The draft cleaned and complete, or Refused with a sentence for each field."""
    faults = Faults()
    track = NEXT[draft.kind]
    text = text_of(draft.text, faults)
    title = title_of(draft.title, text, faults)
    senders = _senders(draft.senders, faults, named=track.named)
    received_on = received_of(draft.received_on, today, faults)
    place = _short(draft.place, "place", MAX_PLACE, faults)
    _check_point(draft, faults)
    faults.refuse(track.law)
    return Checked(
        replace(draft, title=title, text=text, place=place, token=clean(draft.token)[:64]),
        senders,
        draft.signatories or signatories(senders),
        received_on,
    )


def signatories(senders: tuple[Sender, ...]) -> Signatories:
    """In how many names the draft stands: five make many (TT 07/2014/TT-TTCP Điều 6 khoản 4)."""
    if all(sender.full_name == UNNAMED for sender in senders):
        return Signatories.OTHER
    return Signatories.MANY if len(senders) >= MANY_FROM else Signatories.ONE


def text_of(raw: str, faults: Faults) -> str:
    """The text cleaned; a fault when it says nothing or too much."""
    text = clean(raw)
    if not fold(text):
        faults.add("text", "Xin viết nội dung muốn gửi.", "Please write what you want to say.")
    elif len(text) > MAX_TEXT:
        faults.add(
            "text",
            f"Nội dung dài {count(len(text))} chữ cái, tối đa {count(MAX_TEXT)}. Xin rút gọn hoặc gửi kèm tệp.",
            f"The text has {len(text)} characters, at most {MAX_TEXT}. Please shorten it or attach a file.",
        )
    return text


def title_of(raw: str, text: str, faults: Faults) -> str:
    """The title cleaned, or the first words of the text."""
    title = " ".join(clean(raw).split())
    if title:
        return _within(title, "title", MAX_TITLE, faults)
    words = " ".join(text.split())
    if len(words) <= TITLE_FROM_TEXT:
        return words
    return words[:TITLE_FROM_TEXT].rsplit(" ", 1)[0].rstrip(",;:.") + "…"


def _short(raw: str, name: str, limit: int, faults: Faults) -> str:
    return _within(" ".join(clean(raw).split()), name, limit, faults)


def _within(value: str, name: str, limit: int, faults: Faults) -> str:
    if len(value) > limit:
        faults.add(
            name,
            f"Xin viết ngắn lại, tối đa {limit} chữ cái.",
            f"Please shorten this to at most {limit} characters.",
        )
    return value


def received_of(given: date | None, today: date, faults: Faults) -> date:
    """The day of receipt; a fault in the future or in another age."""
    if given is None:
        return today
    if given > today:
        faults.add(
            "received_on",
            f"Ngày nhận {given:%d/%m/%Y} ở tương lai. Xin nhập ngày từ hôm nay ({today:%d/%m/%Y}) trở về trước.",
            f"The day of receipt {given:%d/%m/%Y} lies in the future. Please enter today or an earlier day.",
        )
    elif given < FIRST_DAY:
        faults.add(
            "received_on",
            f"Ngày nhận {given:%d/%m/%Y} quá xa. Xin kiểm tra lại năm.",
            f"The day of receipt {given:%d/%m/%Y} is too long ago. Please check the year.",
        )
    return given


def _check_point(draft: Draft, faults: Faults) -> None:
    if draft.lat is None and draft.lon is None:
        return
    on_earth = draft.lat is not None and draft.lon is not None and -90 <= draft.lat <= 90 and -180 <= draft.lon <= 180
    if not on_earth:
        faults.add(
            "place", "Vị trí trên bản đồ không đọc được. Xin chọn lại.", "The point cannot be read. Choose again."
        )


def _senders(given: tuple[Sender, ...], faults: Faults, *, named: bool) -> tuple[Sender, ...]:
    if len(given) > MAX_SENDERS:
        faults.add(
            "senders",
            f"Tối đa {MAX_SENDERS} người trong một đơn; xin gửi kèm danh sách bằng tệp.",
            f"At most {MAX_SENDERS} people in one petition; please attach the list as a file.",
        )
        return given[:1]
    kept = tuple(sender_of(sender, faults) for sender in given if _is_filled(sender))
    if named:
        _check_named(kept, faults)
    return kept or (Sender(full_name=UNNAMED),)


def _is_filled(sender: Sender) -> bool:
    return any(clean(value) for value in (sender.full_name, sender.phone, sender.email, sender.address))


def _check_named(senders: tuple[Sender, ...], faults: Faults) -> None:
    first = senders[0] if senders else Sender()
    if first.full_name in ("", UNNAMED):
        faults.add(
            "full_name",
            "Xin ghi họ tên: kiến nghị, khiếu nại phải có họ tên người gửi.",
            "Please give the full name: a petition or complaint needs it.",
        )
    if not first.address:
        faults.add(
            "address",
            "Xin ghi địa chỉ: kiến nghị, khiếu nại phải có địa chỉ người gửi.",
            "Please give the address: a petition or complaint needs it.",
        )


def sender_of(sender: Sender, faults: Faults) -> Sender:
    """A sender cleaned. A telephone number that is none is a fault; better told now than missed later."""
    name = _within(normal_name(sender.full_name), "full_name", MAX_NAME, faults)
    if name and not any(letter.isalpha() for letter in name):
        faults.add("full_name", "Họ tên phải có chữ. Xin kiểm tra lại.", "A name has letters. Please check.")
    phone = clean(sender.phone)
    if phone and phone_digits(phone) is None:
        faults.add(
            "phone",
            "Số điện thoại chưa đúng. Ví dụ: 0912 345 678.",
            "The telephone number is not valid. Example: 0912 345 678.",
        )
    email = clean(sender.email)
    if email and (len(email) > 254 or not _EMAIL.fullmatch(email)):
        faults.add("email", "Địa chỉ thư điện tử chưa đúng. Ví dụ: lan@vidu.vn.", "The e-mail address is not valid.")
    identity = re.sub(r"[\s.\-]", "", clean(sender.identity))
    if identity and not _IDENTITY.fullmatch(identity):
        faults.add(
            "identity",
            "Số căn cước chỉ gồm chữ số (hoặc chữ và số của hộ chiếu).",
            "An identity number holds digits only (or the letters and digits of a passport).",
        )
    return replace(
        sender,
        full_name=name or UNNAMED,
        phone=phone_digits(phone) or "",
        email=email,
        address=_within(" ".join(clean(sender.address).split()), "address", MAX_ADDRESS, faults),
        identity=identity,
    )


def searchable(*, number: int, year: int, receipt: str, draft: Draft, senders: tuple[Sender, ...]) -> str:
    """The folded words under which a case is found: number, receipt, names, telephones, place, title, text."""
    names = (part for sender in senders if sender.full_name != UNNAMED for part in (sender.full_name, sender.phone))
    return fold(
        " ".join(
            (
                f"{book_word(number, year)} {receipt}",
                *names,
                draft.place,
                draft.title,
                draft.text,
                body_word(draft.body_id),
            )
        )
    )


def book_word(number: int, year: int) -> str:
    """The number in the book as one word that a search finds: "12/2026" is "12x2026"."""
    return f"{number}x{year}"


def body_word(body_id: int) -> str:
    """The body as one word of the index, so that a search within it need not look at others' cases."""
    return f"b{body_id}"
